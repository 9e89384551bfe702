/** The keys that go from section to section of a text, and leave the focus on the heading, from where one reads on. */
import type { RefObject } from "react";
import { useActions } from "../keys/actionHandlers.ts";
import { movedByShortcut } from "../reading/useFollowReading.ts";
import { nextHeading } from "./sectionWalk.ts";

/** CSS pixels above a heading. */
const margin = 24;

/** `isAlone` is false for a text that stands beside another: its keys hold while the focus is inside it. */
export function useSectionWalk(scroller: RefObject<HTMLElement | null>, isAlone: boolean): void {
  const walk = (direction: 1 | -1): void => {
    const element = scroller.current;
    if (!element) return;
    const headings = [...element.querySelectorAll<HTMLElement>('h1[tabindex="-1"], .section h2[tabindex="-1"]')];
    const from = element.getBoundingClientRect().top + margin;
    const tops = headings.map((heading) => heading.getBoundingClientRect().top - from);
    const focused = headings.findIndex((heading) => heading === document.activeElement);
    const to = nextHeading(tops, focused < 0 ? null : focused, element.clientHeight - margin, direction);
    if (to === null) return;
    element.dispatchEvent(new Event(movedByShortcut));
    element.scrollBy({ top: to === 0 ? -element.scrollTop : tops[to] ?? 0 });
    headings[to]?.focus({ preventScroll: true });
  };
  useActions(
    { nextSection: () => walk(1), previousSection: () => walk(-1) },
    isAlone ? undefined : () => scroller.current?.contains(document.activeElement) ?? false,
  );
}
