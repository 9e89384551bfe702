/**
 * The live index: MiniSearch (BM25+) over the terms of passages, for what is newer than the sealed index; and the reference that the
 * sealed index is held to. The sole importer of MiniSearch.
 */
import MiniSearch, { type Query, type SearchOptions } from "minisearch";
import type { DocumentHead, FoundHead, Passage } from "../model.ts";
import { fields, isWord, passageTerms, surfaceFields } from "./fields.ts";
import type { PassageIndex, PassageRanking, Scored, TermCount } from "./passageIndex.ts";
import type { QueryOptions, QueryTree } from "./queryTree.ts";

interface Entry {
  id: number;
  terms: (string[] | null)[];
}

const asGiven = { tokenize: (term: string): string[] => [term], processTerm: (term: string): string => term };

/** An index over passages, in their order. */
export function createLiveIndex(passages: readonly Passage[], headOf: (document: string) => DocumentHead | undefined): LiveIndex {
  const index = new LiveIndex();
  for (const [place, passage] of passages.entries()) index.add(place, passage, headOf(passage.document));
  return index;
}

/** What was added is taken in when something is asked, or by `settle`: an import that nobody searches in spares the work. */
export class LiveIndex implements PassageIndex {
  readonly #waiting = new Map<number, { passage: Passage; head: FoundHead | undefined }>();
  readonly #terms = new Map<string, number>();
  /** The different terms of each passage, to be uncounted when it goes. */
  readonly #termsOf = new Map<number, Set<string>>();
  readonly #index = new MiniSearch<Entry>({
    fields: [...fields],
    // Terms come ready made: a field's "text" is the list of its terms.
    extractField: (entry, name): unknown => (name === "id" ? entry.id : entry.terms[fields.findIndex((field) => field === name)]),
    stringifyField: (value) => value as string,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
  });

  /** Passages that can be found. */
  get count(): number {
    return this.#index.documentCount + this.#waiting.size;
  }

  /** `place` is one that was never given before. */
  add(place: number, passage: Passage, head: FoundHead | undefined): void {
    this.#waiting.set(place, { passage, head });
  }

  /** Takes in what waits, so that the next question need not. */
  settle(): void {
    for (const [place, { passage, head }] of this.#waiting) this.#takeIn(place, passage, head);
    this.#waiting.clear();
  }

  #takeIn(place: number, passage: Passage, head: FoundHead | undefined): void {
    const { terms } = passageTerms(passage, head);
    this.#index.add({ id: place, terms });
    const different = new Set(terms.flatMap((inField) => inField ?? []));
    this.#termsOf.set(place, different);
    for (const term of different) this.#terms.set(term, (this.#terms.get(term) ?? 0) + 1);
  }

  /** MiniSearch clears up after it by itself, in steps. */
  remove(place: number): void {
    if (this.#waiting.delete(place)) return;
    this.#index.discard(place);
    for (const term of this.#termsOf.get(place) ?? []) {
      const left = (this.#terms.get(term) ?? 0) - 1;
      if (left > 0) this.#terms.set(term, left);
      else this.#terms.delete(term);
    }
    this.#termsOf.delete(place);
  }

  search(tree: QueryTree, limit: number, accept: (passage: number) => boolean, { weigh, order }: PassageRanking = {}): Scored[] {
    this.settle();
    const results = this.#index.search(asMiniSearch(tree), { ...asGiven, filter: ({ id }) => accept(id as number) });
    const found = results.map(({ id, score }): Scored => ({ passage: id as number, score: weigh ? score * weigh(id as number) : score }));
    if (weigh ?? order) found.sort((a, b) => b.score - a.score || (order?.(a.passage, b.passage) ?? 0));
    return found.slice(0, limit);
  }

  completions(prefix: string, limit: number): TermCount[] {
    this.settle();
    return mostFrequent(this.#terms, limit, (term) => term.startsWith(prefix));
  }

  nearest(term: string, mostEdits: number, limit: number): TermCount[] {
    this.settle();
    const ofDistance = (edits: number) => mostFrequent(this.#terms, limit, (other) => editsBetween(other, term, mostEdits) === edits);
    return Array.from({ length: mostEdits }, (_, less) => ofDistance(less + 1)).flat().slice(0, limit);
  }

  having(words: readonly string[], visit: (passage: number) => void): void {
    this.settle();
    const tree: QueryTree = { combine: "OR", queries: words.map((term) => ({ term, fields: surfaceFields })) };
    for (const { id } of this.#index.search(asMiniSearch(tree), asGiven)) visit(id as number);
  }

  documentsWith(term: string): number {
    this.settle();
    return this.#terms.get(term) ?? 0;
  }
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
