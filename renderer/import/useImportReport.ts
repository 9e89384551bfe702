/** An import's report as a component sees it; that of a running import grows, asked only for what is new. */
import { useEffect, useState } from "react";
import type { ImportItem } from "../../archive/draft.ts";
import type { Failure } from "../../archive/model.ts";
import { bridge, type ImportHead } from "../bridge.ts";
import { useKept, useRunning } from "./importsStore.ts";

export type Report = { state: "pending" } | { state: "value"; head: ImportHead; items: ImportItem[] } | { state: "failure"; failure: Failure };

/** Milliseconds between two askings while the import runs. */
const pace = 500;

/** One import for a component's life: give the component a key when the id changes. */
export function useImportReport(id: string | null): Report {
  const [told, setTold] = useState<{ version: string; report: Report }>({ version: "", report: { state: "pending" } });
  const isRunning = useRunning()?.id === id;
  const kept = useKept().find((head) => head.id === id);
  // A retried file changes an ended report: its counts then differ.
  const version = kept ? `${kept.added} ${kept.unchanged} ${kept.failed}` : "";
  useEffect(
    function follow() {
      if (id !== null) return keepAsking(id, isRunning, (report) => setTold({ version, report }));
    },
    [id, isRunning, version],
  );
  return told.report;
}

function keepAsking(id: string, isRunning: boolean, tell: (report: Report) => void): () => void {
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let items: ImportItem[] = [];
  const ask = async (): Promise<void> => {
    const answer = await bridge.importReport({ id, after: items.length });
    if (isStopped) return;
    if (!answer.ok) return tell({ state: "failure", failure: answer.failure });
    items = answer.value.items.length > 0 ? [...items, ...answer.value.items] : items;
    tell({ state: "value", head: answer.value.head, items });
    if (isRunning) timer = setTimeout(() => void ask(), pace);
  };
  void ask();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
