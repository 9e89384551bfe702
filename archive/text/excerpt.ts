/** The stretch of a passage that best shows why it was found. */
import type { Mark, SearchTerm } from "../model.ts";
import { answers, type FoundWord, marksOf } from "./marks.ts";

/** Characters of text shown, about two lines of a result. */
const length = 180;
/** How much of them the marks may take, the rest being left to what stands around. */
const reach = Math.round(length * 0.8);
/** How far back from the first mark the text may begin, and how far back from its end a space is looked for. */
const lead = Math.round(length / 3);

/** Where a line of a page ends in the middle of a word, or of one that has a hyphen. */
const partedWord = /(?<=\p{L}-)\n(?=\p{L})/gu;

export interface Excerpt {
  text: string;
  /** Offsets into `text`. */
  marks: Mark[];
}

/**
 * The window of some 180 characters that holds the most different terms, then those best answered, then comes first; cut at
 * words, with an ellipsis where text is left out, and as one line. Without any mark, the beginning.
 */
export function excerpt(text: string, terms: readonly SearchTerm[]): Excerpt {
  const found = answers(text, terms);
  const start = windowStart(text, bestWindow(found, terms.length));
  const end = windowEnd(text, start);
  const stretch = text.slice(start, end).trimEnd();
  const joints = Array.from(stretch.matchAll(partedWord), ({ index }) => start + index);
  const before = start > 0 ? "… " : "";
  const shown = before + stretch.replace(partedWord, "").replace(/\s/g, " ") + (end < text.length ? "…" : "");
  const shifted = (at: number): number => before.length + at - start - joints.filter((joint) => joint < at).length;
  const last = start + stretch.length;
  const inside = marksOf(found).filter(([from]) => from >= start && from < last);
  return { text: shown, marks: inside.map(([from, to]): Mark => [shifted(from), shifted(Math.min(to, last))]) };
}

/** Where the first word of the best window begins and its last one ends: each word enters once, and leaves once. */
function bestWindow(found: readonly FoundWord[], termCount: number): Mark {
  const counts = new Uint32Array(termCount);
  let [different, weight, next] = [0, 0, 0];
  let best = { at: 0, end: 0, different: 0, weight: 0 };
  for (const { word, matches } of found) {
    for (let entering = found[next]; entering && entering.word.to <= Math.max(word.from + reach, word.to); entering = found[++next]) {
      for (const { index, grade } of entering.matches) {
        if (counts[index] === 0) different++;
        counts[index] = (counts[index] ?? 0) + 1;
        weight += grade;
      }
    }
    if (different > best.different || (different === best.different && weight > best.weight)) best = { at: word.from, end: found[next - 1]?.word.to ?? word.to, different, weight };
    for (const { index, grade } of matches) {
      counts[index] = (counts[index] ?? 0) - 1;
      if (counts[index] === 0) different--;
      weight -= grade;
    }
  }
  return [best.at, best.end];
}

/** Steps back from the first mark to a sentence's start when one is near, otherwise to a word's start; no further than the last one allows. */
function windowStart(text: string, [at, last]: Mark): number {
  const from = Math.min(at, Math.max(0, at - lead, last + 1 - length));
  if (from === 0) return 0;
  const before = text.slice(from, at);
  let start = -1;
  for (const match of before.matchAll(/(?:[.!?…]\s+|\n)(?=\S)/g)) start = match.index + match[0].length;
  if (start < 0) start = before.search(/(?<=\s)\S/);
  return start < 0 ? at : from + start;
}

function windowEnd(text: string, start: number): number {
  const end = start + length;
  if (end >= text.length) return text.length;
  const space = text.slice(end - lead, end).search(/\s\S*$/);
  if (space >= 0) return end - lead + space;
  // One word longer than that: cut, but not through a character.
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}
