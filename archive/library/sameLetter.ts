/**
 * Whether a letter with the title and the date of another is that letter, received anew, or another of the same month. Where the date is a day, the
 * title and it are enough; otherwise the two must share their words (Jaccard index of the sets of words of four letters and more).
 */
import { toString as textOf } from "mdast-util-to-string";
import type { LetterDraft } from "../draft.ts";
import { fold } from "../text/fold.ts";

/** Two letters of one newsletter share a fifth of their words, corrected ones most of them. */
const leastShared = 0.35;

/** With fewer words than these, what two texts share tells nothing: title and date decide. */
const leastWords = 30;

/** `markdown` is the letter as it is stored. */
export function isSameLetter({ date, opening, sections }: LetterDraft, markdown: string): boolean {
  if (date !== null && date.length === "YYYY-MM-DD".length) return true;
  const blocks = [...opening, ...sections.flatMap((section) => section.blocks)];
  const [one, other] = [wordsOf([...sections.map(({ title }) => title), ...blocks.map((block) => textOf(block))].join(" ")), wordsOf(withoutFrontMatter(markdown))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return Math.min(one.size, other.size) < leastWords || shared / (one.size + other.size - shared) >= leastShared;
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/\p{L}{4,}/gu));
}

function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---\n.*?\n---\n/s, "").replace(/\{[^}]*\}$/gm, "");
}
