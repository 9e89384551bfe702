/**
 * Where a text is opened: at the first mark, at the section asked for, or where it was left on an earlier visit; and its marks, for as long as
 * it is shown.
 */
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { SearchTerm } from "../../archive/model.ts";
import type { ParagraphAddress } from "../../archive/text/paragraph.ts";
import { mayTakeFocus } from "../keys/holdFocus.ts";
import { arriveAt, paragraphOf } from "../linking/arrival.ts";
import { clearMarks, markText, showMarks } from "../marks/highlight.ts";
import { readingLine } from "../reading/resting.ts";
import type { ScrollKeeper } from "../scrollKeeper.ts";

interface ReadingPlace {
  /** The element that scrolls; marks are looked for inside it. */
  scroller: RefObject<HTMLElement | null>;
  /** One visit of the journey. */
  visit: number;
  scroll: ScrollKeeper;
  /** Id of the element to open at. */
  at: string | null;
  /** The address of a link to open at, in preference to the element. */
  link?: string | null;
  /** The paragraph of the element to open at, in preference to its beginning. */
  paragraph?: Pick<ParagraphAddress, "index" | "start"> | null;
  terms: readonly SearchTerm[];
  /** Whether the heading there takes the focus, for a screen reader to go on from; so unless told otherwise. */
  takesFocus?: boolean;
  /** Whether the text is there. */
  isReady: boolean;
}

export function useReadingPlace({ scroller, visit, scroll, at, link = null, paragraph = null, terms, takesFocus = true, isReady }: ReadingPlace): void {
  const arrival = useRef<{ visit: number; focused: Element | null } | null>(null);
  useLayoutEffect(
    function noteFocus() {
      arrival.current = { visit, focused: document.activeElement };
    },
    [visit],
  );
  useLayoutEffect(
    function openAtPlace() {
      const element = scroller.current;
      if (!element || !isReady) return;
      const ranges = markText(element, terms);
      showMarks(element, ranges);
      const left = scroll.leftAt(visit);
      const arrived = paragraph && paragraphOf(at, paragraph);
      const leaveParagraph = arrived && arriveAt(arrived);
      if (left !== undefined) element.scrollTo({ top: left });
      else if (arrived) scrollTo(element, arrived.getBoundingClientRect().top, element.clientHeight * readingLine);
      else if (!scrollToLink(element, at, link)) scrollToPlace(element, at, ranges);
      if (takesFocus && mayTakeFocus(arrival.current?.focused)) (arrived ?? headingOf(element, at))?.focus({ preventScroll: true });
      const unwatch = scroll.watch(visit, element);
      const unfollow = followChanges(element, terms);
      return () => {
        unwatch();
        unfollow();
        leaveParagraph?.();
        clearMarks(element);
      };
    },
    [scroller, visit, scroll, at, link, paragraph, terms, takesFocus, isReady],
  );
}

/** Marks again when the texts are shown in another form: set otherwise, or written in full. */
function followChanges(element: HTMLElement, terms: readonly SearchTerm[]): () => void {
  if (terms.length === 0) return () => undefined;
  const observer = new MutationObserver(() => showMarks(element, markText(element, terms)));
  observer.observe(element, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
}

/** The heading that a screen reader should go on from. */
function headingOf(element: HTMLElement, at: string | null): HTMLElement | null {
  const section = at === null ? null : document.getElementById(at);
  return (section ?? element).querySelector<HTMLElement>("h1, h2");
}

/** Whether there is such a link. */
function scrollToLink(element: HTMLElement, at: string | null, link: string | null): boolean {
  if (link === null) return false;
  const section = (at === null ? null : document.getElementById(at)) ?? element;
  const selector = `[href="${CSS.escape(link)}"], [data-href="${CSS.escape(link)}"]`;
  const anchor = section.querySelector(selector) ?? element.querySelector(selector);
  if (anchor) scrollTo(element, anchor.getBoundingClientRect().top, element.clientHeight / 3);
  return anchor !== null;
}

function scrollToPlace(element: HTMLElement, at: string | null, ranges: readonly Range[]): void {
  const section = at === null ? null : document.getElementById(at);
  const first = ranges.find((range) => section === null || section.contains(range.startContainer));
  if (first && section) scrollTo(element, first.getBoundingClientRect().top, element.clientHeight / 3);
  else if (section) scrollTo(element, section.getBoundingClientRect().top, 24);
  else element.scrollTo({ top: 0 });
}

/** Brings a place, given by its top in the viewport, to `margin` pixels under the element's top. */
function scrollTo(element: HTMLElement, top: number, margin: number): void {
  element.scrollBy({ top: top - element.getBoundingClientRect().top - margin });
}
