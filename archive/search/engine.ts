/**
 * Searches several sets of passages as one: each has an index of its own. Steps are tried in turn until enough is found, and an earlier
 * step's hits stand before a later one's.
 */
import type { Facets, FoundHead, Passage, SearchOrder, SearchResults } from "../model.ts";
import { countDocuments, countFacets } from "./facets.ts";
import type { Query } from "./query.ts";
import { type Step, treeOf } from "./ranking.ts";
import { mostReread, rereading } from "./rereading.ts";
import { type Candidate, compareHeads, type IndexedPassages, SetSearch, type Shelves } from "./setSearch.ts";

export type { IndexedPassages, Shelves, Written } from "./setSearch.ts";

export interface Found {
  passage: Passage;
  document: FoundHead;
  score: number;
  /** Its place among the passages of its set: in a document, the order of reading. */
  place: number;
}

export interface Outcome {
  /** The best, at most `limit`. */
  found: Found[];
  total: number;
  /** Number of documents that hold them. */
  documents: number;
  facets: Facets;
  /** The last step that found something. */
  step: SearchResults["step"];
}

export interface SearchScope {
  limit: number;
  order: SearchOrder;
  /** Ids of collections to leave out. */
  hidden: ReadonlySet<string>;
}

/** With fewer hits than this, the next step is tried as well. */
const enough = 3;

export function searchPassages(sets: readonly IndexedPassages[], shelves: Shelves, query: Query, { limit, order, hidden }: SearchScope): Outcome {
  const searches = sets.map((set) => new SetSearch(set, shelves, query, hidden));
  const byDate = order === "date";
  const reread = byDate ? null : rereading(query);
  let candidates: Candidate[] = [];
  let total = 0;
  let step: Outcome["step"] = "exact";
  for (const next of stepsOf(query)) {
    const found = searches.flatMap((search) => search.run(next, Math.max(limit, mostReread), byDate));
    candidates = candidates.concat(below(candidates, reread ? rereadBest(found, reread) : found));
    const before = total;
    total = searches.reduce((sum, search) => sum + search.total, 0);
    if (total > before) step = next === "typo" ? "typos" : next;
    if (total >= enough || (next === "typos" && total > 0)) break;
  }
  const documents = countDocuments(searches);
  return {
    found: candidates.sort(byDate ? newestFirst : bestFirst).slice(0, limit).flatMap(read),
    total,
    documents: documents.size,
    facets: countFacets(documents, searches, shelves),
    step,
  };
}

/** However few are wanted, so many are read again: a longer list begins as a shorter one. */
function rereadBest(found: Candidate[], reread: (text: string) => number): Candidate[] {
  found.sort(bestFirst);
  for (const each of found.slice(0, mostReread)) {
    const passage = each.set.passageAt(each.place);
    if (passage) each.score *= reread(`${passage.heading}\n${passage.text}`);
  }
  return found;
}

function* stepsOf(query: Query): Generator<Step> {
  yield "exact";
  if (treeOf(query, "exact") === null) return;
  yield "typo";
  yield "typos";
  if (treeOf(query, "some") !== null) yield "some";
}

/** Scores of a later step, brought below those of the earlier ones. */
function below(before: readonly Candidate[], after: readonly Candidate[]): readonly Candidate[] {
  const floor = Math.min(...before.map(({ score }) => score));
  const top = Math.max(...after.map(({ score }) => score));
  if (before.length === 0 || after.length === 0 || top < floor) return after;
  return after.map((each) => ({ ...each, score: (each.score / top) * floor * 0.99 }));
}

/** The texts of those that are shown, and of no others, are read. */
function read({ set, place, document, score }: Candidate): Found[] {
  const passage = set.passageAt(place);
  return passage ? [{ passage, document, score, place }] : [];
}

function bestFirst(a: Candidate, b: Candidate): number {
  return b.score - a.score || newestFirst(a, b);
}

/** Within a document, as it is read. */
function newestFirst(a: Candidate, b: Candidate): number {
  return compareHeads(a.document, b.document) || a.place - b.place;
}
