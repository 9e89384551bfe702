/** A report's document, as a component sees it: pending, then a value or a failure. Closed when the component leaves. */
import { useEffect, useState } from "react";
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readDocument } from "./engine.ts";
import { findBytes } from "./reportBytes.ts";

export type Opening = { state: "pending" } | { state: "value"; value: PDFDocumentProxy } | { state: "failure"; detail: string };

/** One report for a component's life: give the component a key when the address changes. */
export function useReport(address: string): Opening {
  const [opening, setOpening] = useState<Opening>({ state: "pending" });
  useEffect(
    function open() {
      return openReport(address, setOpening);
    },
    [address],
  );
  return opening;
}

/** Opens a report and tells how it went, possibly later that it went wrong after all; gives the way to close it. */
function openReport(address: string, tell: (opening: Opening) => void): () => void {
  const ending = new AbortController();
  let task: PDFDocumentLoadingTask | null = null;
  const fail = (detail: string): void => {
    if (!ending.signal.aborted) tell({ state: "failure", detail });
  };
  const read = async (): Promise<void> => {
    const source = await findBytes(address, ending.signal, fail);
    if (ending.signal.aborted) return;
    task = readDocument(source, fail);
    const value = await task.promise;
    if (!ending.signal.aborted) tell({ state: "value", value });
  };
  read().catch((error: unknown) => fail(String(error)));
  return () => {
    ending.abort();
    void task?.destroy();
  };
}
