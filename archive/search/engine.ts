/**
 * Searches several sets of passages as one: each has an index of its own. Steps are tried in turn until enough is found, and an earlier
 * step's hits stand before a later one's.
 */
import type { Collection, DocumentHead, Facets, Passage, Rubric, SearchOrder } from "../model.ts";
import { answers } from "../text/marks.ts";
import { findPhrase } from "../text/phrase.ts";
import { words as readWords } from "../text/words.ts";
import { passes } from "./filter.ts";
import type { PassageIndex } from "./passageIndex.ts";
import { alternatives, type FilterPart, type PhrasePart, type Query, type QueryPart, type WordPart } from "./query.ts";
import { boosted, excludedTree, type Step, treeOf, wordTerm } from "./ranking.ts";
import { Tally } from "./tally.ts";

export interface IndexedPassages {
  index: PassageIndex;
  /** In the order of indexing. */
  passages: readonly Passage[];
}

/** What the engine looks documents up in. */
export interface Shelves {
  document(id: string): DocumentHead | undefined;
  collection(id: string): Collection | undefined;
  rubric(id: string): Rubric | undefined;
}

export interface Found {
  passage: Passage;
  document: DocumentHead;
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
  step: Step;
}

export interface SearchScope {
  limit: number;
  order: SearchOrder;
  /** Ids of collections to leave out. */
  hidden: ReadonlySet<string>;
}

/** With fewer hits than this, the next step is tried as well. */
const enough = 3;

export function searchPassages(sets: readonly IndexedPassages[], shelves: Shelves, query: Query, scope: SearchScope): Outcome {
  const tally = new Tally();
  let found: Found[] = [];
  let step: Step = "exact";
  for (const next of stepsOf(query)) {
    const before = tally.total;
    const candidates = sets.flatMap((set) => candidatesOf(set, shelves, query, next, scope, tally));
    found = found.concat(below(found, candidates));
    if (tally.total > before) step = next;
    if (tally.total >= enough || (next === "typos" && tally.total > 0)) break;
  }
  const ranked = found.sort(scope.order === "date" ? byDate : byScore);
  return { found: ranked.slice(0, scope.limit), total: tally.total, documents: tally.documents, facets: tally.facets(shelves), step };
}

function* stepsOf(query: Query): Generator<Step> {
  yield "exact";
  if (treeOf(query, "exact") === null) return;
  yield "typos";
  if (treeOf(query, "some") !== null) yield "some";
}

/** The best of one step in one set; all that answer are counted. */
function candidatesOf(set: IndexedPassages, shelves: Shelves, query: Query, step: Step, scope: SearchScope, tally: Tally): Found[] {
  const { index, passages } = set;
  const isWanted = filterOf(query, step, shelves, scope.hidden);
  const isKnown = tally.known();
  const accept = (place: number): boolean => {
    const passage = passages[place];
    if (passage === undefined || isKnown(passage)) return false;
    const document = isWanted(passage);
    if (document) tally.count(passage, document);
    return document !== null;
  };
  // By date, the best scores are not what is wanted.
  const most = scope.order === "date" ? Infinity : scope.limit;
  const tree = treeOf(query, step);
  const scored = tree ? index.search(boosted(tree), most, accept) : unranked(query, set, accept);
  return scored.flatMap(({ passage: place, score }): Found[] => {
    const passage = passages[place];
    const document = passage && shelves.document(passage.document);
    return document ? [{ passage, document, score, place }] : [];
  });
}

/** Filters and nothing to look for: all that passes, without a rank. */
function unranked(query: Query, { index, passages }: IndexedPassages, accept: (place: number) => boolean): { passage: number; score: number }[] {
  if (!query.parts.some(({ kind }) => kind === "filter")) return [];
  const unwanted = excludedTree(query);
  const without = new Set(unwanted ? index.search(unwanted, Infinity, () => true).map(({ passage }) => passage) : []);
  return passages.flatMap((_, passage) => (!without.has(passage) && accept(passage) ? [{ passage, score: 0 }] : []));
}

/** What an index cannot tell: filters, and that the words of a phrase follow one another. Gives the document of a passage that is wanted. */
function filterOf({ parts }: Query, step: Step, shelves: Shelves, hidden: ReadonlySet<string>): (passage: Passage) => DocumentHead | null {
  const excluded = parts.filter((part) => part.isExcluded);
  const groups = alternatives(parts).map((group) => group.filter((part) => !part.isExcluded));
  const filters = groups.map((group) => group.filter(isFilter)).filter((group) => group.length > 0);
  const phrases = groups.filter((group) => group.some(isLongPhrase));
  const isPlain = parts.every((part) => part.kind === "word");
  return (passage) => {
    const document = shelves.document(passage.document);
    if (!document || hidden.has(document.collection)) return null;
    if (isPlain) return document;
    const rubric = passage.rubric === null ? undefined : shelves.rubric(passage.rubric);
    const collectionTitle = shelves.collection(document.collection)?.title ?? "";
    const isPassed = ({ filter }: FilterPart): boolean => passes(filter, { passage, document, rubric, collectionTitle });
    if (excluded.some((part) => isFilter(part) && isPassed(part)) || !filters.every((group) => group.some(isPassed))) return null;
    const texts = [passage.text, passage.heading, document.title];
    if (excluded.some((part) => isLongPhrase(part) && hasPhrase(texts, part))) return null;
    const answersOne = (part: QueryPart): boolean => (part.kind === "word" ? hasWord(texts, part, step) : isPhrase(part) && hasPhrase(texts, part));
    return phrases.every((group) => group.some(answersOne)) ? document : null;
  };
}

function isFilter(part: QueryPart): part is FilterPart {
  return part.kind === "filter";
}

function isPhrase(part: QueryPart): part is PhrasePart {
  return part.kind === "phrase";
}

/** A phrase of one word is the index's to find. */
function isLongPhrase(part: QueryPart): part is PhrasePart {
  return isPhrase(part) && part.words.length > 1;
}

function hasPhrase(texts: readonly string[], { words }: PhrasePart): boolean {
  return texts.some((text) => findPhrase(readWords(text), words).length > 0);
}

function hasWord(texts: readonly string[], part: WordPart, step: Step): boolean {
  return texts.some((text) => answers(text, [wordTerm(part, step)]).length > 0);
}

/** Scores of a later step, brought below those of the earlier ones. */
function below(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const floor = Math.min(...before.map(({ score }) => score));
  const top = Math.max(...after.map(({ score }) => score));
  if (before.length === 0 || after.length === 0 || top < floor) return after;
  return after.map((each) => ({ ...each, score: (each.score / top) * floor * 0.99 }));
}

function byScore(a: Found, b: Found): number {
  return b.score - a.score || byDate(a, b);
}

/** Newest first, and what has no date last; within a document, as it is read. */
function byDate(a: Found, b: Found): number {
  return compare(b.document.date ?? "", a.document.date ?? "") || compare(a.document.id, b.document.id) || a.place - b.place;
}

/** Dates and ids are plain: no language's order is needed, which would take ten times as long. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
