/** What was typed into a text's own search, as what to mark: its words in any form, the last one as it is typed. Words that stand everywhere count when there are no others. */
import type { SearchTerm } from "../../archive/model.ts";
import { stems } from "../../archive/text/stem.ts";
import { stopWords } from "../../archive/text/stopWords.ts";
import { words } from "../../archive/text/words.ts";

export function typedTerms(text: string): SearchTerm[] {
  const all = words(text).slice(0, 50);
  const telling = all.filter(({ term, to }) => to === text.length || !stopWords.has(term));
  return (telling.length > 0 ? telling : all).map(({ term, forms, to }) => ({ term, forms, prefix: to === text.length, stems: stems(term) }));
}
