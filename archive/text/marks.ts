/** Where the words of a query stand in a text: the one rule for excerpts, letters and PDF pages. */
import type { Mark, SearchTerm } from "../model.ts";
import { words } from "./words.ts";

/** The ranges of the words that match a term, in order and without overlap. */
export function marks(text: string, terms: readonly SearchTerm[]): Mark[] {
  const found: Mark[] = [];
  for (const word of words(text)) {
    if (!terms.some((wanted) => matches(word.term, wanted))) continue;
    const last = found.at(-1);
    if (last && word.from < last[1]) last[1] = Math.max(last[1], word.to);
    else found.push([word.from, word.to]);
  }
  return found;
}

/** Whether a folded word answers a term. */
export function matches(term: string, wanted: SearchTerm): boolean {
  return wanted.prefix ? term.startsWith(wanted.term) : term === wanted.term;
}
