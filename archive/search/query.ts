/** What was typed, as something to search for. Nothing typed is an error: what is not understood is read as words. */
import type { SearchTerm } from "../model.ts";
import { stopWords } from "../text/stopWords.ts";
import { words } from "../text/words.ts";

export interface Query {
  /** As typed, without the spaces around it. */
  text: string;
  /** In the order typed, without stop words (unless there is nothing else). The last is a prefix while it is being typed. */
  terms: SearchTerm[];
}

/** Reads what was typed. The last word counts as unfinished unless a space follows it. */
export function readQuery(typed: string): Query {
  const found = words(typed);
  const last = found.at(-1);
  const unfinished = last?.to === typed.length;
  const all = found.map((word, index) => ({ term: word.term, prefix: unfinished && index === found.length - 1 }));
  const telling = all.filter(({ term, prefix }) => !stopWords.has(term) || (prefix && term.length > 2));
  return { text: typed.trim(), terms: withoutRepeats(telling.length > 0 ? telling : all) };
}

function withoutRepeats(terms: SearchTerm[]): SearchTerm[] {
  return terms.filter((term, index) => terms.findIndex((other) => other.term === term.term && other.prefix === term.prefix) === index);
}
