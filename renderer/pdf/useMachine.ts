/** Reading by machine, as the sheet of a report offers it: what is written on its pages, what its menu can do, and what is asked before. */
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MachineLine, MachineReading, ReportHead } from "../../archive/model.ts";
import type { PageNote, PageRemark } from "./deskOptions.ts";
import { followMachine, machineChanged, readByMachine, useIsBeingRead } from "./machineJobs.ts";
import type { PageDesk } from "./PageDesk.ts";
import type { ReportCalls } from "./reportCalls.ts";

export interface Machine {
  noteOf(kind: PageNote): PageRemark;
  linesOf(page: number): Promise<readonly MachineLine[] | null>;
  /** Pages that can be read now. */
  unread: readonly number[];
  /** Asks first; null when there is nothing to read. */
  offer: (() => void) | null;
  /** Null when there is nothing to forget. */
  forget: (() => void) | null;
  isAsking: boolean;
  /** What the person answers. */
  answer(isWanted: boolean): void;
}

interface Told {
  report: ReportHead;
  calls: ReportCalls;
  desk: PageDesk | null;
  /** Says in a word what came of it. */
  say(text: string): void;
}

export function useMachine({ report, calls, desk, say }: Told): Machine {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [reading, setReading] = useState<MachineReading | null>(null);
  /** What is kept of it is for a later Relire. */
  const [isNewer, setIsNewer] = useState(false);
  const isBeingRead = useIsBeingRead(report.id);
  useEffect(
    function askReading() {
      let last = 0;
      const ask = async (): Promise<void> => {
        const mine = ++last;
        const answer = await calls.machineReading(report.id);
        if (mine !== last) return;
        if (answer.ok) setReading(answer.value);
        setIsNewer(!answer.ok && answer.failure.code === "library-newer");
      };
      void ask();
      const stop = followMachine(report.id, () => void ask());
      return () => {
        last = Infinity;
        stop();
      };
    },
    [calls, report.id],
  );
  const canRead = reading !== null && reading.isKept && reading.unread.length > 0 && !isBeingRead;
  useEffect(
    function readAnew() {
      if (reading || isNewer) desk?.readAnew();
    },
    [desk, reading, isNewer],
  );
  const linesOf = useCallback(
    async (page: number) => {
      const answer = await calls.machineLines({ document: report.id, page });
      return answer.ok ? answer.value : null;
    },
    [calls, report.id],
  );
  const offer = canRead ? () => setIsAsking(true) : null;
  const action = offer ? { name: t("machine.offer"), run: offer } : undefined;
  const why = isNewer ? t("machine.newer") : reading?.isKept === false && t("machine.bundled");
  const hint = why ? ` ${why}` : "";
  const notes: Record<PageNote, PageRemark> = {
    noText: { text: t("report.noText") + hint, action },
    unreadableText: { text: t("report.unreadableText") + hint, action },
    notDrawn: { text: t("report.notDrawn") },
    byMachine: { text: t("machine.pageByMachine") },
    withoutWord: { text: t("machine.pageWithoutWord") },
  };
  const forget = async (): Promise<void> => {
    const answer = await calls.forgetMachine(report.id);
    if (answer.ok) machineChanged(report.id);
    say(answer.ok ? t("machine.forgotten") : t(`trouble.${answer.failure.code}`, { title: answer.failure.title ?? report.title }));
  };
  return {
    noteOf: (kind) => notes[kind],
    linesOf,
    unread: reading?.unread ?? [],
    offer,
    forget: reading !== null && reading.read.length > 0 && !isBeingRead ? () => void forget() : null,
    isAsking: isAsking && canRead,
    answer(isWanted) {
      setIsAsking(false);
      if (isWanted && reading) readByMachine({ report: report.id, title: report.title, pages: reading.unread, calls });
    },
  };
}
