/**
 * The live index: MiniSearch (BM25+) over the terms of passages, for what is newer than the sealed index; and the reference that the
 * sealed index is held to. The sole importer of MiniSearch.
 */
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import type { DocumentHead, Passage } from "../model.ts";
import { fields, fieldTerms, isWord } from "./fields.ts";
import type { PassageIndex, TermCount } from "./passageIndex.ts";
import type { QueryOptions, QueryTree } from "./queryTree.ts";

interface Entry {
  id: number;
  terms: (string[] | null)[];
}

const asGiven = { tokenize: (term: string): string[] => [term], processTerm: (term: string): string => term };

/** An index over passages, in their order. */
export function createLiveIndex(passages: readonly Passage[], headOf: (document: string) => DocumentHead | undefined): PassageIndex {
  const counts = new Map<string, number>();
  const index = new MiniSearch<Entry>({
    fields: [...fields],
    // Terms come ready made: a field's "text" is the list of its terms.
    extractField: (entry, name): unknown => (name === "id" ? entry.id : entry.terms[fields.findIndex((field) => field === name)]),
    stringifyField: (value) => value as string,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
  });
  for (const [id, passage] of passages.entries()) {
    const terms = fieldTerms(passage, headOf(passage.document));
    index.add({ id, terms });
    for (const term of new Set(terms.flatMap((inField) => inField ?? []))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return {
    search(tree, limit, accept) {
      const found = index.search(asMiniSearch(tree), { ...asGiven, filter: ({ id }) => accept(id as number) });
      return found.slice(0, limit).map(({ id, score }) => ({ passage: id as number, score }));
    },
    completions: (prefix, limit) => mostFrequent(counts, limit, (term) => term.startsWith(prefix)),
    nearest(term, mostEdits, limit) {
      const near = Array.from({ length: mostEdits }, (_, less) => mostFrequent(counts, limit, (other) => editsBetween(other, term, mostEdits) === less + 1));
      return near.flat().slice(0, limit);
    },
    documentsWith: (term) => counts.get(term) ?? 0,
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number, isWanted: (term: string) => boolean): TermCount[] {
  const wanted = [...counts].filter(([term]) => isWord(term) && isWanted(term));
  return wanted
    .map(([term, documents]) => ({ term, documents }))
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
    .slice(0, limit);
}

/** Levenshtein distance, as both indexes count it; some number above `most` when it is that far. */
function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return Infinity;
    above = current;
  }
  return above[other.length] ?? Infinity;
}

/** A query tree as MiniSearch writes it. */
export function asMiniSearch(query: QueryTree): Query {
  if (!("term" in query)) return { ...optionsOf(query), combineWith: query.combine, queries: query.queries.map(asMiniSearch) };
  const { term, prefix = false, fuzzy = false, termBoost = 1 } = query;
  return { ...optionsOf(query), queries: [term], combineWith: "OR", prefix, fuzzy, boostTerm: () => termBoost };
}

function optionsOf({ fields: wanted, boost, weights, maxFuzzy }: QueryOptions): SearchOptions {
  return {
    ...(wanted && { fields: [...wanted] }),
    ...(boost && { boost }),
    ...(weights && { weights: { prefix: 0.375, fuzzy: 0.45, ...weights } }),
    ...(maxFuzzy !== undefined && { maxFuzzy }),
  };
}
