/** A walk from mark to mark through a text that is shown whole: how many there are, where one is, and the way to the next. */
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { SearchTerm } from "../../archive/model.ts";
import { clearMarks, markText, showMarks } from "./highlight.ts";

export interface TextWalk {
  total: number;
  /** From 0; null before the first step. */
  here: number | null;
  step(direction: 1 | -1): void;
}

/** Other terms begin another walk. */
export function useTextWalk(scroller: RefObject<HTMLElement | null>, terms: readonly SearchTerm[]): TextWalk {
  const [total, setTotal] = useState(0);
  const [at, setAt] = useState<{ terms: readonly SearchTerm[]; here: number } | null>(null);
  const [owner] = useState({});
  const here = at?.terms === terms ? at.here : null;
  useEffect(
    function count() {
      const frame = requestAnimationFrame(() => scroller.current && setTotal(markText(scroller.current, terms).length));
      return () => {
        cancelAnimationFrame(frame);
        clearMarks(owner);
      };
    },
    [scroller, terms, owner],
  );
  const step = useCallback(
    (direction: 1 | -1): void => {
      const element = scroller.current;
      if (!element) return;
      // Found anew at each step: texts change their form with the person's choices.
      const ranges = markText(element, terms);
      const to = nextIn(ranges, element, here, direction);
      const range = ranges[to];
      if (!range) return;
      setTotal(ranges.length);
      setAt({ terms, here: to });
      showMarks(owner, [range.cloneRange()], "come-to");
      const view = element.getBoundingClientRect();
      const { top, bottom } = range.getBoundingClientRect();
      if (top < view.top + margin || bottom > view.bottom - margin) element.scrollBy({ top: top - view.top - element.clientHeight / 3 });
      // Tab goes on from there, unless one is in a field, to go on typing.
      if (!document.activeElement?.matches("input, textarea")) getSelection()?.collapse(range.startContainer, range.startOffset);
    },
    [scroller, terms, here, owner],
  );
  return { total, here, step };
}

/** CSS pixels that stay free around a mark that is come to. */
const margin = 48;

/** The one after or before the mark where one is; without one in view, from the first in view. Past the last comes the first. */
function nextIn(ranges: readonly Range[], element: HTMLElement, here: number | null, direction: 1 | -1): number {
  const { top, bottom } = element.getBoundingClientRect();
  const isInView = (range: Range | undefined): boolean => {
    const rect = range?.getBoundingClientRect();
    return rect !== undefined && rect.bottom > top && rect.top < bottom;
  };
  const from = here !== null && isInView(ranges[here]) ? here : ranges.findIndex(isInView);
  if (from >= 0) return (from + direction + ranges.length) % ranges.length;
  const after = ranges.findIndex((range) => range.getBoundingClientRect().top >= top);
  if (direction > 0) return Math.max(0, after);
  return after < 0 ? ranges.length - 1 : (after - 1 + ranges.length) % ranges.length;
}
