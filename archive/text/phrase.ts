/**
 * Quoted phrases: whether words stand in a text one right after the other. Accents, case, elisions and punctuation are no
 * obstacle; stop words count. A word of several parts may be read joined or apart, on either side.
 */
import type { Mark } from "../model.ts";
import type { Word } from "./words.ts";

/** A pasted paragraph is told by its beginning: words after these are not compared. */
export const longestPhrase = 60;

/** The places in a text, given by its words, where a phrase stands: in order, without overlap. None for a phrase without words. */
export function findPhrase(text: readonly Word[], phrase: readonly Word[]): Mark[] {
  const found: Mark[] = [];
  const match = phraseMatcher(text, phrase.slice(0, longestPhrase));
  let end = 0;
  for (const [index, word] of text.entries()) {
    if (word.from < end) continue;
    const to = match(index);
    if (to === null) continue;
    found.push([word.from, to]);
    end = to;
  }
  return found;
}

/** For each word of a text, the number of the one that must stand before it in a phrase, and after it; -1 where there are several, or none. */
export interface Neighbours {
  before: Int32Array;
  after: Int32Array;
}

export function neighboursOf(all: readonly Word[]): Neighbours {
  const count = all.length;
  const before = new Int32Array(count).fill(none);
  const after = new Int32Array(count).fill(none);
  for (let index = 0; index < count; index++) {
    const { to } = all[index] as Word;
    let next = index + 1;
    while (next < count && (all[next] as Word).from < to) next++;
    if (next === count) continue;
    const { from } = all[next] as Word;
    let end = next;
    for (; end < count && (all[end] as Word).from === from; end++) before[end] = before[end] === none ? index : several;
    if (end === next + 1) after[index] = next;
  }
  return { before, after };
}

const none = -1;
/** As good as none, once all are known. */
const several = -2;

/** Tells where the phrase ends when it begins with the text's word at an index, or null. No pair of words leads on twice. */
function phraseMatcher(text: readonly Word[], phrase: readonly Word[]): (start: number) => number | null {
  const seen = new Set<number>();
  const pending: [at: number, wanted: number][] = [];
  /** Keeps for later the pairs that answer. */
  const enter = (at: number, wanted: readonly number[]): void => {
    for (const next of wanted) {
      const [word, part] = [text[at], phrase[next]];
      if (word && part && answersWord(word, part)) pending.push([at, next]);
    }
  };
  const firsts = readingsFrom(phrase, 0);
  return (start) => {
    pending.length = 0;
    enter(start, firsts);
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
      const [at, wanted] = pair;
      const key = at * phrase.length + wanted;
      if (seen.has(key)) continue;
      seen.add(key);
      const followers = readingsAfter(phrase, wanted);
      if (followers.length === 0) return text[at]?.to ?? null;
      for (const next of readingsAfter(text, at)) enter(next, followers);
    }
    return null;
  };
}

function answersWord(word: Word, part: Word): boolean {
  return part.forms.length === 1 ? word.forms.includes(part.term) : part.forms.some((form) => word.forms.includes(form));
}

/** The words that begin where the reading of the one at an index leaves off. */
function readingsAfter(all: readonly Word[], index: number): number[] {
  const end = all[index]?.to ?? 0;
  let next = index + 1;
  while ((all[next]?.from ?? end) < end) next++;
  return readingsFrom(all, next);
}

/** The words that begin at the same place as the one at an index: one, or also its longer readings. */
function readingsFrom(all: readonly Word[], index: number): number[] {
  const found: number[] = [];
  for (let next = index; next < all.length && all[next]?.from === all[index]?.from; next++) found.push(next);
  return found;
}
