/**
 * What is indexed of a text, what is wanted by a typed word, and when the one answers the other: in one place, so that index,
 * query, excerpt and marks cannot disagree.
 */
import type { SearchTerm } from "../model.ts";
import { stems } from "./stem.ts";
import { isWithinTypos } from "./typos.ts";
import { type Word, words } from "./words.ts";

export interface IndexTerms {
  /** Every folded form of every word, in order, as often as it stands there. */
  surface: string[];
  /** The stems of every word, in order, each once a word. */
  stems: string[];
  /** The words themselves: `surface` has the forms of each, one word after the other. */
  words: readonly Word[];
}

/** What an index keeps of a text. */
export function indexTerms(text: string): IndexTerms {
  const terms: IndexTerms = { surface: [], stems: [], words: words(text) };
  for (const { forms } of terms.words) {
    for (const form of forms) terms.surface.push(form);
    for (const stem of stemsOf(forms)) terms.stems.push(stem);
  }
  return terms;
}

/** The form of a word that has no other; null otherwise. */
export function onlyForm(word: Word | null | undefined): string | null {
  return word?.forms.length === 1 ? word.term : null;
}

/** The words of what was typed: those of several parts only joined ("rendez-vous"), each once where it stands. */
export function wholeWords(typed: string): Word[] {
  let end = 0;
  return words(typed).filter(({ from, to }) => {
    const isOutside = from >= end;
    if (isOutside) end = to;
    return isOutside;
  });
}

/** A typed word as a search term: found by its forms and by its stems, and within `fuzzy` errors. */
export function searchTerm(word: Pick<Word, "term" | "forms">, prefix: boolean, fuzzy = 0): SearchTerm {
  const [term = word.term, ...forms] = word.forms;
  return { term, prefix, stems: stemsOf(word.forms), ...(forms.length > 0 && { forms }), ...(fuzzy > 0 && { fuzzy }) };
}

function stemsOf(forms: readonly string[]): readonly string[] {
  const first = forms[0];
  if (first === undefined) return [];
  return forms.length === 1 ? stems(first) : [...new Set(forms.flatMap(stems))];
}

/** How well a word answers a term, the better the higher; each also weighs that much when excerpts are compared. */
export const grades = { typo: 1, stem: 2, prefix: 3, exact: 4 } as const;

/** A term that a word answers. */
export interface TermMatch {
  /** Its place among the terms. */
  index: number;
  grade: number;
}

/** Tells which of the terms a word answers, and how well. Remembers the words it met. */
export function termMatcher(terms: readonly SearchTerm[]): (word: Word) => readonly TermMatch[] {
  const exact = new Map<string, number[]>();
  const stemmed = new Map<string, number[]>();
  const loose: { wanted: SearchTerm; index: number }[] = [];
  for (const [index, wanted] of terms.entries()) {
    for (const form of [wanted.term, ...(wanted.forms ?? [])]) add(exact, form, index);
    for (const stem of wanted.stems ?? []) add(stemmed, stem, index);
    if (wanted.prefix || (wanted.fuzzy ?? 0) > 0) loose.push({ wanted, index });
  }
  const look = (forms: readonly string[]): readonly TermMatch[] => {
    const best = new Map<number, number>();
    const note = (index: number, grade: number) => best.set(index, Math.max(grade, best.get(index) ?? 0));
    for (const form of forms) {
      for (const index of exact.get(form) ?? []) note(index, grades.exact);
      if (stemmed.size > 0) for (const stem of stems(form)) for (const index of stemmed.get(stem) ?? []) note(index, grades.stem);
      for (const { wanted, index } of loose) {
        if (wanted.prefix && form.startsWith(wanted.term)) note(index, grades.prefix);
        else if (!best.has(index) && isWithinTypos(form, wanted.term, wanted.fuzzy ?? 0)) note(index, grades.typo);
      }
    }
    return Array.from(best, ([index, grade]) => ({ index, grade }));
  };
  // The forms of a plain word are one and the same list each time it comes.
  const known = new Map<readonly string[], readonly TermMatch[]>();
  return ({ forms }) => {
    const before = known.get(forms);
    if (before) return before;
    const found = look(forms);
    known.set(forms, found);
    return found;
  };
}

function add(places: Map<string, number[]>, key: string, index: number): void {
  const place = places.get(key);
  if (place) place.push(index);
  else places.set(key, [index]);
}
