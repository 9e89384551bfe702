/** Scored passages as a person reads them: grouped by document, with excerpts and marks. */
import type { DocumentHead, Hit, HitGroup, Passage, SearchResults } from "../model.ts";
import { excerpt } from "../text/excerpt.ts";
import type { Scored } from "./live.ts";
import type { Query } from "./query.ts";

export interface Shelves {
  passage(id: string): Passage | undefined;
  document(id: string): DocumentHead | undefined;
}

/**
 * Groups the best `limit` passages by document; groups stand in the order of their best hit. Passages that the shelves do not know do
 * not count.
 */
export function results(query: Query, scored: readonly Scored[], shelves: Shelves, limit: number): Omit<SearchResults, "tookMs"> {
  const groups = new Map<string, HitGroup>();
  let total = 0;
  for (const { id, score } of scored) {
    const passage = shelves.passage(id);
    const document = passage && shelves.document(passage.document);
    if (!document) continue;
    total += 1;
    if (total > limit) continue;
    const group = groups.get(document.id) ?? { document, hits: [] };
    groups.set(document.id, group);
    group.hits.push(hitOf(passage, score, query));
  }
  return { query: query.text, terms: query.terms, total, groups: [...groups.values()] };
}

function hitOf(passage: Passage, score: number, query: Query): Hit {
  const { text, marks } = excerpt(passage.text, query.terms);
  return { passage, score, excerpt: text, marks };
}
