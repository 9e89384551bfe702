/** Counts what was found by kind, year, rubric and collection, from the counts of each set. */
import type { Facet, Facets, FoundHead } from "../model.ts";
import type { SetSearch, Shelves } from "./setSearch.ts";

/** How many passages of each document answer. */
export function countDocuments(searches: readonly SetSearch[]): ReadonlyMap<FoundHead, number> {
  const counts = new Map<FoundHead, number>();
  for (const search of searches) for (const [document, passages] of search.documentCounts()) add(counts, document, passages);
  return counts;
}

export function countFacets(documents: ReadonlyMap<FoundHead, number>, searches: readonly SetSearch[], shelves: Pick<Shelves, "collection" | "rubric">): Facets {
  const [kinds, years, collections, rubrics] = [0, 1, 2, 3].map(() => new Map<string, number>()) as [Counts, Counts, Counts, Counts];
  for (const search of searches) for (const [{ kind }, passages] of search.documentCounts()) add(kinds, search.written ?? kind, passages);
  for (const [document, passages] of documents) {
    if (document.date !== null) add(years, document.date.slice(0, 4), passages);
    if (document.collection !== null) add(collections, document.collection, passages);
  }
  for (const search of searches) for (const [rubric, passages] of search.rubricCounts()) add(rubrics, rubric, passages);
  return {
    kinds: mostFirst(kinds, (kind) => kind),
    years: mostFirst(years, (year) => year).sort((a, b) => Number(b.value) - Number(a.value)),
    rubrics: mostFirst(rubrics, (id) => shelves.rubric(id)?.title ?? id),
    collections: mostFirst(collections, (id) => shelves.collection(id)?.title ?? id),
  };
}

type Counts = Map<string, number>;

function add<Key>(counts: Map<Key, number>, key: Key, passages: number): void {
  counts.set(key, (counts.get(key) ?? 0) + passages);
}

function mostFirst(counts: ReadonlyMap<string, number>, titleOf: (value: string) => string): Facet[] {
  const facets = [...counts].map(([value, passages]) => ({ value, title: titleOf(value), passages }));
  return facets.sort((a, b) => b.passages - a.passages || (a.value < b.value ? -1 : 1));
}
