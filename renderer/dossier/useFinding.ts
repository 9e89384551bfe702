/** What is marked in a dossier: the words of the search that led here, or those typed into its own box, with the walk through them. */
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { SearchTerm } from "../../archive/model.ts";
import { useActions } from "../keys/actionHandlers.ts";
import { clearMarks, markText, showMarks } from "../marks/highlight.ts";
import { type TextWalk, useTextWalk } from "../marks/useTextWalk.ts";
import { typedTerms } from "./typedTerms.ts";

export interface Finding {
  /** What is typed; null while the box is closed. */
  text: string | null;
  terms: readonly SearchTerm[];
  walk: TextWalk;
  /** How often the box was called for. */
  calls: number;
  type(text: string): void;
  close(): void;
}

/** `given` are the terms of the search that led here, the same in all of a visit. */
export function useFinding(scroller: RefObject<HTMLElement | null>, given: readonly SearchTerm[], visit: number): Finding {
  const [typed, setTyped] = useState<{ visit: number; text: string } | null>(null);
  const [calls, setCalls] = useState(0);
  const text = typed?.visit === visit ? typed.text : null;
  const terms = useMemo(() => (text === null ? given : typedTerms(text)), [text, given]);
  const walk = useTextWalk(scroller, terms);
  useEffect(
    function mark() {
      const element = scroller.current;
      if (!element || terms.length === 0) return;
      const show = (): void => showMarks(element, markText(element, terms));
      show();
      const observer = new MutationObserver(show);
      observer.observe(element, { subtree: true, childList: true, characterData: true });
      return () => {
        observer.disconnect();
        clearMarks(element);
      };
    },
    [scroller, terms],
  );
  const type = (next: string): void => setTyped({ visit, text: next });
  const can = walk.total > 0;
  useActions({
    find() {
      if (text === null) type("");
      setCalls(calls + 1);
    },
    nextMark: can ? () => walk.step(1) : undefined,
    previousMark: can ? () => walk.step(-1) : undefined,
  });
  const close = (): void => {
    setTyped(null);
    scroller.current?.focus({ preventScroll: true });
  };
  return { text, terms, walk, calls, type, close };
}
