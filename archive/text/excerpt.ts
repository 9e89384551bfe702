/** The stretch of a passage that best shows why it was found. */
import type { Mark, SearchTerm } from "../model.ts";
import { marks, matches } from "./marks.ts";
import { words } from "./words.ts";

/** Characters of text shown, about two lines of a result. */
const length = 180;

export interface Excerpt {
  text: string;
  /** Offsets into `text`. */
  marks: Mark[];
}

/**
 * The window of some 180 characters that holds the most different terms, then the most marks, then comes first; cut at
 * words, with an ellipsis where text is left out. Without any mark, the beginning.
 */
export function excerpt(text: string, terms: readonly SearchTerm[]): Excerpt {
  const found = marks(text, terms);
  const start = windowStart(text, bestWindow(text, found, terms));
  const end = windowEnd(text, start);
  const body = text.slice(start, end).replace(/\s/g, " ");
  const before = start > 0 ? "… " : "";
  const shown = before + body.trimEnd() + (end < text.length ? "…" : "");
  const shift = before.length - start;
  const inside = found.filter(([from, to]) => from >= start && to <= end);
  return { text: shown, marks: inside.map(([from, to]): Mark => [from + shift, to + shift]) };
}

/** Offset of the first mark of the best window. */
function bestWindow(text: string, found: Mark[], terms: readonly SearchTerm[]): number {
  let best = { at: 0, different: 0, count: 0 };
  for (const [index, [at]] of found.entries()) {
    const inside = found.slice(index).filter(([, to]) => to <= at + length * 0.8);
    const different = terms.filter((term) => inside.some((mark) => answers(text, mark, term))).length;
    if (different > best.different || (different === best.different && inside.length > best.count)) {
      best = { at, different, count: inside.length };
    }
  }
  return best.at;
}

function answers(text: string, [from, to]: Mark, term: SearchTerm): boolean {
  return words(text.slice(from, to)).some((word) => matches(word.term, term));
}

/** Steps back from the first mark to a sentence's start when one is near, otherwise to a word's start. */
function windowStart(text: string, at: number): number {
  const reach = Math.max(0, at - Math.round(length / 3));
  if (reach === 0) return 0;
  const lead = text.slice(reach, at);
  const sentence = /(?:[.!?…]\s+|\n)(?=\S)/g;
  let start = -1;
  for (const match of lead.matchAll(sentence)) start = match.index + match[0].length;
  if (start < 0) start = lead.search(/(?<=\s)\S/);
  return start < 0 ? at : reach + start;
}

function windowEnd(text: string, start: number): number {
  if (start + length >= text.length) return text.length;
  const space = text.slice(0, start + length).search(/\s\S*$/);
  return space > start ? space : start + length;
}
