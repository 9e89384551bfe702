/**
 * What the bench takes from Relire, bundled for Node as it is: the app's own analysis, sealed index and engine; and MiniSearch, asked the very
 * same trees over the very same terms.
 */
import MiniSearch from "minisearch";
import type { DocumentHead, Passage as ArchivePassage, PassageList } from "../../archive/model.ts";
import { type IndexedPassages, searchPassages } from "../../archive/search/engine.ts";
import { fields, passageTerms, surfaceFields } from "../../archive/search/fields.ts";
import { asMiniSearch } from "../../archive/search/live.ts";
import type { PassageIndex } from "../../archive/search/passageIndex.ts";
import { PassageTable } from "../../archive/search/passageTable.ts";
import { readQuery } from "../../archive/search/query.ts";
import { openSealedPassages, sealPassages } from "../../archive/search/sealedPassages.ts";

export interface Passage {
  id: string;
  title: string;
  text: string;
}

export interface Typed {
  typed: string;
  unfinished: boolean;
  phrase: boolean;
}

export interface Found {
  ids: string[];
  total: number;
}

const limit = 10;
const made = "bench";

/** All passages stand in one document, whose title says nothing. */
const head: DocumentHead = { kind: "letter", id: "bench/all", collection: "bench", title: "–", date: "2022", authors: [], sections: [] };
const shelves = { document: () => head, collection: () => undefined, rubric: () => undefined };
const scope = { limit, order: "relevance", hidden: new Set<string>() } as const;

function asPassage({ id, title, text }: Passage): ArchivePassage {
  return { id, document: head.id, kind: "section", heading: title, rubric: null, page: null, text };
}

/** As a person would type it: quotes around a phrase, a space after a finished word. */
function asTyped({ typed, unfinished, phrase }: Typed): string {
  if (phrase) return `"${typed}"`;
  return unfinished ? typed : `${typed} `;
}

export function buildSealed(passages: readonly Passage[]): Promise<Uint8Array> {
  return sealPassages(passages.map(asPassage), () => head, made);
}

/** The index alone; the passages, which the app holds beside it, are not counted as its memory. */
export function loadSealed(file: Uint8Array, count: number): PassageIndex {
  const opened = openSealedPassages(file, made, count);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return opened.value;
}

/** The passages as the app holds them, beside any index. */
export function asPassages(passages: readonly Passage[]): PassageList {
  return new PassageTable(passages.map(asPassage));
}

export function searchSealed(index: PassageIndex, passages: PassageList, typed: Typed): Found {
  return searchIn({ index, passages }, typed);
}

function searchIn(set: IndexedPassages, typed: Typed): Found {
  const { found, total } = searchPassages([set], shelves, readQuery(asTyped(typed)), scope);
  return { total, ids: found.map(({ passage }) => passage.id) };
}

interface Entry {
  id: number;
  terms: (string[] | null)[];
}

const miniOptions = {
  fields: [...fields],
  extractField: (entry: Entry, name: string): unknown => (name === "id" ? entry.id : entry.terms[fields.findIndex((field) => field === name)]),
  stringifyField: (value: unknown) => value as string,
  tokenize: (terms: string) => terms as unknown as string[],
  processTerm: (term: string) => term,
};

export function buildMini(passages: readonly Passage[]): string {
  const mini = new MiniSearch<Entry>(miniOptions);
  for (const [id, passage] of passages.entries()) mini.add({ id, terms: passageTerms(asPassage(passage), head).terms });
  return JSON.stringify(mini);
}

export function loadMini(file: string): MiniSearch<Entry> {
  return MiniSearch.loadJSON(file, miniOptions);
}

export function searchMini(mini: MiniSearch<Entry>, counts: TermCounts, passages: PassageList, typed: Typed): Found {
  return searchIn({ index: asIndex(mini, counts), passages }, typed);
}

/** How many passages have each term. */
export type TermCounts = ReadonlyMap<string, number>;

/** What the app's live index has at hand beside MiniSearch, which cannot be asked for it. */
export function countTerms(passages: readonly Passage[]): TermCounts {
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const terms = new Set(passageTerms(asPassage(passage), head).terms.flatMap((inField) => inField ?? []));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

const asGiven = { tokenize: (term: string) => [term], processTerm: (term: string) => term };

/** MiniSearch where the sealed index stands: the engine asks it the same. */
function asIndex(mini: MiniSearch<Entry>, counts: TermCounts): PassageIndex {
  const nothing = () => [];
  return {
    search(tree, most, accept, { weigh, order } = {}) {
      const hits = mini.search(asMiniSearch(tree), { ...asGiven, filter: ({ id }: { id: number }) => accept(id) });
      const found = hits.map(({ id, score }) => ({ passage: id as number, score: weigh ? score * weigh(id as number) : score }));
      found.sort((a, b) => b.score - a.score || (order?.(a.passage, b.passage) ?? 0));
      return found.slice(0, most);
    },
    having(words, visit) {
      const queries = words.map((term) => ({ term, fields: surfaceFields }));
      for (const { id } of mini.search(asMiniSearch({ combine: "OR", queries }), asGiven)) visit(id as number);
    },
    completions: nothing,
    nearest: nothing,
    documentsWith: (term) => counts.get(term) ?? 0,
  };
}

/** MiniSearch as its documentation shows it: its own tokenizer, prefixes and a fifth of typos everywhere. */
export function buildPlainMini(passages: readonly Passage[]): string {
  const mini = new MiniSearch<Passage>({ fields: ["title", "text"] });
  mini.addAll(passages);
  return JSON.stringify(mini);
}

export function loadPlainMini(file: string): MiniSearch {
  return MiniSearch.loadJSON(file, { fields: ["title", "text"] });
}

export function searchPlainMini(mini: MiniSearch, { typed }: Typed): Found {
  for (const combineWith of ["AND", "OR"] as const) {
    const hits = mini.search(typed, { prefix: true, fuzzy: 0.2, boost: { title: 2 }, combineWith });
    if (hits.length > 0) return { total: hits.length, ids: hits.slice(0, limit).map(({ id }) => String(id)) };
  }
  return { total: 0, ids: [] };
}
