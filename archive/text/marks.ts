/** Where the words of a query stand in a text: the one rule for excerpts, letters and PDF pages. */
import type { Mark, SearchTerm } from "../model.ts";
import { grades, type TermMatch, termMatcher } from "./terms.ts";
import { type Word, words } from "./words.ts";

/** The ranges of the words that answer a term, in order and without overlap. */
export function marks(text: string, terms: readonly SearchTerm[]): Mark[] {
  return marksOf(answers(text, terms));
}

/** The ranges of found words; those that overlap ("rendez-vous", "vous") are one. */
export function marksOf(found: readonly FoundWord[]): Mark[] {
  const ranges: Mark[] = [];
  for (const { word } of found) {
    const last = ranges.at(-1);
    if (last && word.from < last[1]) last[1] = Math.max(last[1], word.to);
    else ranges.push([word.from, word.to]);
  }
  return ranges;
}

export interface FoundWord {
  word: Word;
  /** The terms that it answers. */
  matches: readonly TermMatch[];
}

/** The words of a text that answer a term. A term that is there as such is not also found in words that merely resemble it. */
export function answers(text: string, terms: readonly SearchTerm[]): FoundWord[] {
  if (terms.length === 0) return [];
  const match = termMatcher(terms);
  const found: FoundWord[] = [];
  const best = terms.map(() => 0);
  for (const word of words(text)) {
    const matches = match(word);
    if (matches.length === 0) continue;
    found.push({ word, matches });
    for (const { index, grade } of matches) best[index] = Math.max(grade, best[index] ?? 0);
  }
  return found.filter(({ matches }) => matches.some(({ index, grade }) => grade > grades.typo || best[index] === grades.typo));
}
