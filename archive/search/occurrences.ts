/** Where words stand in one report: counted over the texts of the index by the rule that paints marks on its pages, so that both agree. */
import type { Occurrences, Passage, PageMarkCount, SearchTerm } from "../model.ts";
import { marks } from "../text/marks.ts";
import { readQuery } from "./query.ts";
import { termsOf } from "./terms.ts";

/** Pages counted between two breaths: about 20 ms. */
const atOnce = 250;

/** Lets the process answer others; rejects nothing. */
export type Pause = () => Promise<void>;

/** The marks of terms on each page. `pages` are the passages of one report, in order. */
export async function countMarks(pages: readonly Passage[], terms: readonly SearchTerm[], pause: Pause): Promise<Occurrences> {
  const counts: PageMarkCount[] = [];
  if (terms.length === 0) return { terms: [], pages: counts };
  for (const [index, { page, text }] of pages.entries()) {
    if (index % atOnce === atOnce - 1) await pause();
    const count = marks(text, terms).length;
    if (page !== null && count > 0) counts.push({ page, count });
  }
  return { terms: [...terms], pages: counts };
}

/** The marks of what was typed, understood as a search is: as it stands, or else give or take a typing error. */
export async function findInPages(pages: readonly Passage[], text: string, pause: Pause): Promise<Occurrences> {
  const query = readQuery(text);
  const exact = await countMarks(pages, termsOf(query, "exact"), pause);
  return exact.pages.length > 0 ? exact : countMarks(pages, termsOf(query, "typos"), pause);
}
