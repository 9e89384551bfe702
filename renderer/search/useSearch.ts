/** Searches as one types: each question replaces the one before, and a late answer to an old one is dropped. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Failure, SearchOrder, SearchResults } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { type Library, useLibrary } from "../library.ts";

export type Search =
  /** Nothing asked yet, or the first answer on its way. */
  | { state: "pending" }
  /** `stale` while a newer question is on its way: what is shown stays, so that nothing jumps. */
  | { state: "value"; results: SearchResults; stale: boolean }
  | { state: "failure"; failure: Failure };

interface Question {
  text: string;
  limit: number;
  order: SearchOrder;
  hidden: string[];
}

interface Answered {
  question: Question;
  /** The library that answered. */
  library: Library;
  results: SearchResults | null;
  failure: Failure | null;
}

/** `text` empty asks nothing. Keep `hidden` stable between renders. */
export function useSearch(text: string, limit: number, order: SearchOrder, hidden: string[]): Search {
  const [answered, setAnswered] = useState<Answered | null>(null);
  // Another library is asked anew; what it found before stays until then.
  const library = useLibrary();
  useEffect(
    function search() {
      if (text.trim() === "") return;
      const question = { text, limit, order, hidden };
      let last = 0;
      const ask = (): void => {
        const number = (last += 1);
        void bridge.search(question).then((answer) => {
          if (number !== last) return;
          // At once, so that it is seen in the very next frame.
          flushSync(() => setAnswered({ question, library, results: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.failure }));
        });
      };
      ask();
      // Notes and dossiers are found as they are now.
      const stop = bridge.onLibrarian(({ event }) => (event === "dossiers" || event === "notes") && ask());
      return () => {
        last = -1;
        stop();
      };
    },
    [text, limit, order, hidden, library],
  );
  if (!answered || text.trim() === "") return { state: "pending" };
  if (answered.results) return { state: "value", results: answered.results, stale: !isSame(answered.question, { text, limit, order, hidden }) };
  return answered.failure ? { state: "failure", failure: answered.failure } : { state: "pending" };
}

function isSame(a: Question, b: Question): boolean {
  return a.text === b.text && a.limit === b.limit && a.order === b.order && a.hidden === b.hidden;
}
