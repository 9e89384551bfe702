/** The walk through what a search marked in a text: where one is among the marks, and the way to the next, by keys or at a press. */
import { ChevronDown, ChevronUp } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchTerm } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { useActions } from "../keys/actionHandlers.ts";
import { useNameWithKeys } from "../keys/shortcuts.ts";
import { clearMarks, markText, showMarks } from "../marks/highlight.ts";

interface TextMarksProps {
  scroller: RefObject<HTMLElement | null>;
  terms: readonly SearchTerm[];
  /** Whether the keys hold wherever the focus is. */
  isAlone: boolean;
}

/** For a text that is there; another text, or other terms, begin another walk (`key`). */
export function TextMarks({ scroller, terms, isAlone }: TextMarksProps) {
  const { t } = useTranslation();
  const withKeys = useNameWithKeys();
  const [total, setTotal] = useState(0);
  const [here, setHere] = useState<number | null>(null);
  const [owner] = useState({});
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
  const step = (direction: 1 | -1): void => {
    const element = scroller.current;
    if (!element) return;
    // Found anew at each step: texts change their form with the person's choices.
    const ranges = markText(element, terms);
    const to = nextIn(ranges, element, here, direction);
    const range = ranges[to];
    if (!range) return;
    setTotal(ranges.length);
    setHere(to);
    showMarks(owner, [range.cloneRange()], "come-to");
    const view = element.getBoundingClientRect();
    const { top, bottom } = range.getBoundingClientRect();
    if (top < view.top + margin || bottom > view.bottom - margin) element.scrollBy({ top: top - view.top - element.clientHeight / 3 });
    // Tab goes on from there.
    getSelection()?.collapse(range.startContainer, range.startOffset);
  };
  const can = total > 0;
  useActions(
    { nextMark: can ? () => step(1) : undefined, previousMark: can ? () => step(-1) : undefined },
    isAlone ? undefined : () => scroller.current?.contains(document.activeElement) ?? false,
  );
  if (!can) return null;
  return (
    <div className="text-marks" role="group" aria-label={t("keys.marksLabel")}>
      <span className="count" role="status">
        {here === null ? t("keys.marks", { count: total }) : t("keys.walked", { number: here + 1, count: total })}
      </span>
      <Control icon={ChevronUp} name={withKeys(t("actions.previousMark"), "previousMark")} iconOnly onPress={() => step(-1)} />
      <Control icon={ChevronDown} name={withKeys(t("actions.nextMark"), "nextMark")} iconOnly onPress={() => step(1)} />
    </div>
  );
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
