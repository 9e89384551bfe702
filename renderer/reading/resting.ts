/** Where the eye is in a displayed letter: the paragraph at the line that one reads at, how much lies behind, whether the end is in view. */
import { startOf } from "../../archive/text/paragraph.ts";
import type { ParagraphStart } from "../bridge.ts";
import { paragraphText } from "../letter/paragraphs.ts";
import { bodyParagraphs } from "../linking/passage.ts";

export interface Resting {
  /** Null in the letter's head. */
  section: string | null;
  /** Null above the first paragraph of the section. */
  paragraph: ParagraphStart | null;
  /** From 0 to 1. */
  share: number;
  isAtEnd: boolean;
}

/** The line that one reads at, as a share of what is seen: where a paragraph is put when one comes back to it. */
export const readingLine = 1 / 3;
/** CSS pixels by which the end may be out of view, and the beginning too. */
const slack = 24;

/** Null without a letter in the element. */
export function restingIn(scroller: HTMLElement): Resting | null {
  const sections = Array.from(scroller.querySelectorAll<HTMLElement>("[data-section]"));
  const last = sections.at(-1);
  if (!last) return null;
  const view = scroller.getBoundingClientRect();
  const line = view.top + scroller.clientHeight * readingLine;
  const isAhead = (element: Element): boolean => element.getBoundingClientRect().bottom > line;
  const section = sections.find(isAhead) ?? last;
  const hasBegun = section.getBoundingClientRect().top <= line;
  const length = scroller.scrollHeight - scroller.clientHeight;
  const isInHead = scroller.scrollTop < slack || (section === sections[0] && !hasBegun);
  return {
    section: isInHead ? null : (section.dataset["section"] ?? null),
    paragraph: isInHead || !hasBegun ? null : paragraphAhead(section, isAhead),
    share: length <= 0 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / length)),
    isAtEnd: last.getBoundingClientRect().bottom <= view.bottom + slack,
  };
}

function paragraphAhead(section: HTMLElement, isAhead: (element: Element) => boolean): ParagraphStart | null {
  const paragraphs = bodyParagraphs(section);
  const index = paragraphs.findIndex(isAhead);
  const paragraph = paragraphs[index];
  return paragraph ? { index, start: startOf(paragraphText(paragraph)) } : null;
}
