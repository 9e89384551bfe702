/** A letter to be shown by the tour: one that cites a report, so that both can stand side by side; the newest one failing that. */
import { useEffect, useState } from "react";
import { bridge } from "../bridge.ts";
import type { Library } from "../library.ts";
import type { TourExample } from "./tour.ts";

/** Reports asked for who cites them; more would keep one waiting. */
const most = 20;

/** Null in an empty library, and until the reports have been asked. */
export function useTourExample({ letters, reports, closed }: Library, hidden: readonly string[]): TourExample | null {
  const [example, setExample] = useState<TourExample | null>(null);
  useEffect(
    function findExample() {
      let isWanted = true;
      const find = async (): Promise<TourExample | null> => {
        for (const { id } of reports.filter((report) => !closed(report.id)).slice(0, most)) {
          const answer = await bridge.citations({ report: id, hidden: [...hidden] });
          const [citation] = answer.ok ? answer.value : [];
          if (!citation) continue;
          const { letter, section, page, href } = citation;
          return { letter: letter.id, report: { kind: "report", id, page, terms: [], beside: { letter: letter.id, section, link: href } } };
        }
        return letters[0] ? { letter: letters[0].id, report: null } : null;
      };
      void find().then((found) => isWanted && setExample(found));
      return () => {
        isWanted = false;
      };
    },
    [letters, reports, closed, hidden],
  );
  return example;
}
