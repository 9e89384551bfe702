/**
 * The sealed index: a read-only file that answers as MiniSearch does on the same passages (same hits, same order, same scores),
 * in a thirtieth of its memory and without loading. It takes terms, not texts: `archive/text` makes them. Made by `sealing.ts`.
 */
import { type Answer, succeed } from "../model.ts";
import type { QueryTree } from "./queryTree.ts";
import { type Bm25, defaultBm25, lengthTable } from "./sealed/bm25.ts";
import { type Following, followingOf, type WantedWord } from "./sealed/neighbours.ts";
import { PostingReader } from "./sealed/postingReader.ts";
import { readDocuments, readTerm } from "./sealed/postings.ts";
import { readStrings } from "./sealed/readStrings.ts";
import { Scorer, type ScoredIndex } from "./sealed/scorer.ts";
import { asFloat64, asUint32, type Counts, lengthsOf, type Sections, splitSections, termBlocksOf } from "./sealed/sealedFormat.ts";
import { TallyPool } from "./sealed/tally.ts";
import { TermDictionary } from "./sealed/termDictionary.ts";
import { type Ranked, TopK } from "./sealed/topK.ts";

export interface SealedResults {
  /** Passages that answer and are accepted, of which `hits` are the best. */
  total: number;
  /** Best first. */
  hits: Ranked[];
}

export interface SealedSearchOptions {
  /** Most hits to give; all of them unless given. */
  limit?: number;
  /** Which passages may be found, by number. Does not change a score. */
  accept?: (document: number) => boolean;
  /** What the score of a passage is multiplied by. */
  weigh?: (document: number) => number;
  /** Which of two with the same score stands first (below 0: `a`); unless given, that which MiniSearch meets first. */
  order?: (a: number, b: number) => number;
  bm25?: Bm25;
}

export interface TermCount {
  term: string;
  /** Passages that have the term. */
  documents: number;
}

export interface NearTermCount extends TermCount {
  /** Edits between the two. */
  distance: number;
}

type Accept = (term: string) => boolean;

export interface SealedIndex {
  readonly fingerprint: string;
  readonly fields: readonly string[];
  /** For each field, the number of the one that it is derived from; -1 when it is not. */
  readonly sources: readonly number[];
  readonly documentCount: number;
  readonly termCount: number;
  search(query: QueryTree, options?: SealedSearchOptions): SealedResults;
  /** Which passages can have some words one after the other in the field that keeps neighbours; null when nothing is known. */
  following(words: readonly WantedWord[]): Following | null;
  /** Visits the passages that have a term in one of some fields, once for each field. */
  visit(term: string, fields: readonly string[], visit: (document: number) => void): void;
  /** How many passages have a term. */
  documentsWith(term: string): number;
  /** The terms that begin with a prefix and are accepted, the most frequent first. */
  completions(prefix: string, limit: number, accept?: Accept): TermCount[];
  /** The terms at most so many edits away, the term itself left out, that are accepted: the nearest first, then the most frequent. */
  nearest(term: string, mostEdits: number, limit: number, accept?: Accept): NearTermCount[];
}

/**
 * Opens a sealed index without copying it: the bytes must not change afterwards. Fails with `index-damaged` on anything that is not,
 * to the last bit, what `seal` made, and with `index-outdated` when another version made it. What was forged with a checksum that is right is
 * refused, or finds wrong passages, of those that there are; a search takes no longer for it than the file's size allows.
 */
export function openSealed(file: Uint8Array): Answer<SealedIndex> {
  const parts = splitSections(file);
  return parts.ok ? succeed(new OpenIndex(parts.value.counts, parts.value.sections)) : parts;
}

class OpenIndex implements SealedIndex {
  readonly fingerprint: string;
  readonly fields: readonly string[];
  readonly sources: readonly number[];
  readonly documentCount: number;
  readonly termCount: number;
  readonly #index: ScoredIndex;
  readonly #isDerived: readonly boolean[];
  readonly #neighbourField: number;
  readonly #pool: TallyPool;
  #tables: { bm25: Bm25; fields: ReturnType<typeof lengthTable>[] } | undefined;

  constructor(counts: Counts, sections: Sections) {
    const [fingerprint = "", ...fields] = readStrings(sections.names, counts.fields + 1, counts.longestName);
    const { documents, widest, longestTerm } = counts;
    this.fingerprint = fingerprint;
    this.fields = fields;
    this.documentCount = documents;
    this.termCount = counts.terms;
    const sources = Array.from(asUint32(sections.sources), (source) => source - 1);
    this.sources = sources;
    this.#isDerived = sources.map((source) => source >= 0);
    this.#neighbourField = counts.neighbourField - 1;
    this.#pool = new TallyPool(documents);
    const posted = {
      documents,
      fieldCount: fields.length,
      sources,
      dictionary: new TermDictionary(sections.terms, termBlocksOf(sections), counts.terms, longestTerm),
      postings: sections.postings,
    };
    this.#index = {
      ...posted,
      reader: new PostingReader(posted),
      fields,
      widest,
      averages: asFloat64(sections.averages),
      lengths: lengthsOf(counts, sections),
      ranks: asUint32(sections.ranks),
    };
  }

  search(query: QueryTree, { limit = Infinity, accept, weigh, order, bm25 = defaultBm25 }: SealedSearchOptions = {}): SealedResults {
    const found = new Scorer(this.#index, this.#pool, this.#lengthTables(bm25), query).run(query);
    const best = new TopK(limit, order);
    for (let at = 0; at < found.count; at += 1) {
      const document = found.order[at] as number;
      if (accept && !accept(document)) continue;
      const score = (found.scores[document] as number) * found.wordsOf(document);
      best.offer(document, weigh ? score * weigh(document) : score);
    }
    this.#pool.giveBack(found);
    return { total: best.total, hits: best.ranked() };
  }

  following(words: readonly WantedWord[]): Following | null {
    return this.#neighbourField < 0 ? null : followingOf({ ...this.#index, neighbourField: this.#neighbourField }, this.#index.reader, words);
  }

  visit(term: string, fields: readonly string[], visit: (document: number) => void): void {
    const { dictionary, postings, fieldCount, reader } = this.#index;
    const found = dictionary.find(term);
    if (!found) return;
    for (const list of readTerm(postings, found, fieldCount).fields) {
      if (!fields.includes(this.fields[list.field] as string)) continue;
      const { documents, count } = reader.read(list);
      for (let index = 0; index < count; index += 1) visit(documents[index] as number);
    }
  }

  documentsWith(term: string): number {
    const found = this.#index.dictionary.find(term);
    return found ? readDocuments(this.#index.postings, found.postings, this.#isDerived) : 0;
  }

  completions(prefix: string, limit: number, accept: Accept = isAnything): TermCount[] {
    const { dictionary, postings } = this.#index;
    const begun = dictionary.beginningWith(prefix).map(({ number, postings: at }) => ({ number, documents: readDocuments(postings, at, this.#isDerived) }));
    begun.sort((a, b) => b.documents - a.documents || a.number - b.number);
    return this.#named(begun, limit, accept);
  }

  nearest(term: string, mostEdits: number, limit: number, accept: Accept = isAnything): NearTermCount[] {
    const { dictionary, postings } = this.#index;
    const near = dictionary.near(term, mostEdits).filter(({ distance }) => distance > 0);
    const counted = near.map(({ number, distance, postings: at }) => ({ number, distance, documents: readDocuments(postings, at, this.#isDerived) }));
    counted.sort((a, b) => a.distance - b.distance || b.documents - a.documents || a.number - b.number);
    return this.#named(counted, limit, accept);
  }

  #named<Found extends { number: number }>(found: Found[], limit: number, accept: Accept): (Omit<Found, "number"> & { term: string })[] {
    const named: (Omit<Found, "number"> & { term: string })[] = [];
    for (const { number, ...counts } of found) {
      if (named.length >= limit) break;
      const term = this.#index.dictionary.textAt(number);
      if (accept(term)) named.push({ term, ...counts });
    }
    return named;
  }

  #lengthTables(bm25: Bm25): ReturnType<typeof lengthTable>[] {
    if (this.#tables?.bm25 !== bm25) {
      const { averages, widest } = this.#index;
      this.#tables = { bm25, fields: Array.from(averages, (average) => lengthTable(bm25, average, widest)) };
    }
    return this.#tables.fields;
  }
}

function isAnything(): boolean {
  return true;
}
