/** What to mark of a query in a text: its words and phrases, as the step that found it read them. */
import type { SearchTerm } from "../model.ts";
import { stopWords } from "../text/stopWords.ts";
import type { PhrasePart, Query } from "./query.ts";
import { type Step, wordTerm } from "./ranking.ts";

export function termsOf(query: Query, step: Step): SearchTerm[] {
  return query.parts.flatMap((part): SearchTerm[] => {
    if (part.kind === "filter" || part.isExcluded) return [];
    if (part.kind === "phrase") return phraseTerms(part.words);
    if (part.isStopWord) return [];
    return part.apart.length > 0 ? [wordTerm(part, step), ...phraseTerms(part.apart)] : [wordTerm(part, step)];
  });
}

/** The words of a phrase that tell something: its "de" and "la" stand everywhere else too. */
function phraseTerms(words: PhrasePart["words"]): SearchTerm[] {
  const telling = words.filter(({ term }) => !stopWords.has(term));
  return (telling.length > 0 ? telling : words).map(({ term, forms }) => ({ term, prefix: false, forms }));
}
