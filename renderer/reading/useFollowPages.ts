/**
 * Follows the pages of a report where the reader comes to rest. The page where one arrived, by a link or a hit, is no reading yet: only what the
 * reader's own hand turned counts.
 */
import { useCallback, useEffect, useRef } from "react";
import type { ReportHead } from "../../archive/model.ts";
import { beginReading, notePage } from "./readingStore.ts";

const ofHand = ["wheel", "pointerdown", "touchmove", "keydown"] as const;

/** Gives what to tell each page that the reader came to rest on. `report` is undefined while none is shown. */
export function useFollowPages(report: ReportHead | undefined, visit: number): (page: number) => void {
  const stay = useRef<{ visit: number; arrival: number | null; isMoved: boolean; hand: boolean }>({ visit, arrival: null, isMoved: false, hand: false });
  const id = report?.id;
  useEffect(
    function arrive() {
      if (id === undefined) return;
      stay.current = { visit, arrival: null, isMoved: false, hand: false };
      beginReading(id);
      const onHand = (): void => {
        stay.current.hand = true;
      };
      // On their way down: buttons keep their presses to themselves.
      for (const event of ofHand) window.addEventListener(event, onHand, { passive: true, capture: true });
      return () => {
        for (const event of ofHand) window.removeEventListener(event, onHand, { capture: true });
      };
    },
    [id, visit],
  );
  return useCallback(
    (page) => {
      const here = stay.current;
      if (!report || here.visit !== visit) return;
      here.arrival ??= page;
      here.isMoved ||= here.hand && page !== here.arrival;
      if (here.isMoved) notePage(report.id, page, report.pageLabels.length);
    },
    [report, visit],
  );
}
