/**
 * One set of passages while one query is answered: which of them may be found, how many were, and the best. Filters are asked once for each document
 * (and rubric), not for each passage: the rest is arrays of numbers.
 */
import type { Collection, DocumentHead, FoundDossier, FoundHead, Passage, PassageList, Rubric } from "../model.ts";
import { inflections } from "../text/inflections.ts";
import type { PassageIndex, Scored } from "./passageIndex.ts";
import type { Query } from "./query.ts";
import { surfaceFields } from "./fields.ts";
import { documentFilter, passageFilter } from "./queryFilter.ts";
import { boosted, excludedTree, type Step, treeOf, typedWords } from "./ranking.ts";

/** Notes stand beside documents, dossiers by themselves. */
export type Written = "note" | "dossier";

export interface IndexedPassages {
  index: PassageIndex;
  /** In the order of indexing. */
  passages: PassageList;
  /** What a person wrote, and no parts of documents. */
  written?: Written;
}

/** What the engine looks documents up in. */
export interface Shelves {
  document(id: string): DocumentHead | undefined;
  dossier?(id: string): FoundDossier | undefined;
  collection(id: string): Collection | undefined;
  rubric(id: string): Rubric | undefined;
}

/** A passage that answers, its text not read yet. */
export interface Candidate {
  set: SetSearch;
  place: number;
  document: FoundHead;
  score: number;
}

/** What is known of a document: 0 when it was not asked yet. */
const refused = 1;
const wanted = 2;

export class SetSearch {
  /** Passages found so far. */
  total = 0;
  readonly passages: PassageList;
  readonly written: Written | null;
  readonly #index: PassageIndex;
  readonly #shelves: Shelves;
  readonly #query: Query;
  readonly #isWanted: (document: FoundHead, rubric: string | null) => boolean;
  /** Whether that depends on the rubric, and so must be asked for each. */
  readonly #rubricsAsked: number;
  readonly #verdicts: Uint8Array;
  readonly #heads: (FoundHead | null | undefined)[] = [];
  readonly #countOf: Uint32Array;
  readonly #rubricCountOf: Uint32Array;
  /** Null when all passages weigh the same. */
  #weights: Float64Array | null | undefined;
  /** Those of earlier steps: few, or there would be no later one. */
  readonly #found = new Set<number>();

  constructor({ index, passages, written }: IndexedPassages, shelves: Shelves, query: Query, hidden: ReadonlySet<string>) {
    this.passages = passages;
    this.written = written ?? null;
    this.#index = index;
    this.#shelves = shelves;
    this.#query = query;
    const filter = documentFilter(query, shelves, hidden, this.written);
    this.#isWanted = filter.isWanted;
    this.#rubricsAsked = filter.readsRubrics ? passages.rubrics.length : 1;
    this.#verdicts = new Uint8Array(passages.documents.length * this.#rubricsAsked);
    this.#countOf = new Uint32Array(passages.documents.length);
    this.#rubricCountOf = new Uint32Array(passages.rubrics.length);
  }

  /** The best of one step, those of earlier steps left out; all that answer are counted. With `byDate`, the newest are the best. */
  run(step: Step, limit: number, byDate: boolean): Candidate[] {
    const tree = treeOf(this.#query, step);
    const mayBeFound = this.#acceptance(step);
    const places: number[] = [];
    const isKept = byDate || tree === null;
    const accept = (place: number): boolean => {
      if (!mayBeFound(place)) return false;
      this.#count(place);
      if (isKept) places.push(place);
      return true;
    };
    let best: Scored[];
    if (tree === null) {
      this.#passAll(accept);
      best = this.#newest(places, limit).map((passage) => ({ passage, score: 0 }));
    } else {
      if (this.#weights === undefined) this.#weights = this.#weigh();
      const weights = this.#weights;
      const ranking = { order: this.#isBefore, ...(weights && { weigh: (place: number) => weights[place] as number }) };
      best = this.#index.search(boosted(tree), byDate ? 0 : limit, accept, ranking);
      if (byDate) {
        const newest = new Set(this.#newest(places, limit));
        best = this.#index.search(boosted(tree), limit, (place) => newest.has(place), ranking);
      }
    }
    return best.map(({ passage: place, score }) => ({ set: this, place, document: this.headOf(place) as FoundHead, score }));
  }

  /** The passage of a candidate, with its text; null when the file that held it is damaged. */
  passageAt(place: number): Passage | null {
    return this.passages.at(place);
  }

  headOf(place: number): FoundHead | null {
    return this.#head(this.passages.documentOf[place] as number);
  }

  *documentCounts(): Generator<[FoundHead, number]> {
    for (let number = 1; number < this.#countOf.length; number += 1) {
      const count = this.#countOf[number] as number;
      const head = count > 0 ? this.#head(number) : null;
      if (head) yield [head, count];
    }
  }

  *rubricCounts(): Generator<[string, number]> {
    for (let number = 1; number < this.#rubricCountOf.length; number += 1) {
      const count = this.#rubricCountOf[number] as number;
      if (count > 0) yield [this.passages.rubrics[number] as string, count];
    }
  }

  #count(place: number): void {
    this.total += 1;
    if (this.#found.size < mostFound) this.#found.add(place);
    const document = this.passages.documentOf[place] as number;
    const rubric = this.passages.rubricOf[place] as number;
    this.#countOf[document] = (this.#countOf[document] as number) + 1;
    this.#rubricCountOf[rubric] = (this.#rubricCountOf[rubric] as number) + 1;
  }

  /** What an index cannot tell: removed and hidden documents, filters, and that the words of a phrase follow one another. */
  #acceptance(step: Step): (place: number) => boolean {
    const { documentOf } = this.passages;
    const verdicts = this.#verdicts;
    const inText = passageFilter(this.#query, step, this.#index);
    const before = new Set(this.#found);
    const isPlain = this.#rubricsAsked === 1 && inText === null && before.size === 0;
    if (isPlain) {
      return (place) => {
        const number = documentOf[place] as number;
        return (verdicts[number] || this.#judge(number, 0)) === wanted;
      };
    }
    return (place) => {
      if (before.has(place) || this.#verdict(place) !== wanted) return false;
      return inText === null || inText({ place, all: () => this.#textsOf(place) });
    };
  }

  /** What is searched of a passage. */
  #textsOf(place: number): string[] {
    const passage = this.passages.at(place);
    return passage ? [passage.text, passage.heading, this.headOf(place)?.title ?? ""] : [];
  }

  #verdict(place: number): number {
    const document = this.passages.documentOf[place] as number;
    const rubric = this.#rubricsAsked === 1 ? 0 : (this.passages.rubricOf[place] as number);
    return this.#verdicts[document * this.#rubricsAsked + rubric] || this.#judge(document, rubric);
  }

  #judge(number: number, rubric: number): number {
    const head = this.#head(number);
    const verdict = head && this.#isWanted(head, this.passages.rubrics[rubric] || null) ? wanted : refused;
    this.#verdicts[number * this.#rubricsAsked + rubric] = verdict;
    return verdict;
  }

  #head(number: number): FoundHead | null {
    const known = this.#heads[number];
    if (known !== undefined) return known;
    const id = this.passages.documents[number] as string;
    const found = this.written === "dossier" ? this.#shelves.dossier?.(id) : this.#shelves.document(id);
    const head = number === 0 ? null : (found ?? null);
    this.#heads[number] = head;
    return head;
  }

  /** Filters and nothing to look for: all that passes, without a rank. */
  #passAll(accept: (place: number) => boolean): void {
    if (!this.#query.parts.some(({ kind }) => kind === "filter")) return;
    const unwanted = excludedTree(this.#query);
    const without = new Set(unwanted ? this.#index.search(unwanted, Infinity, () => true).map(({ passage }) => passage) : []);
    for (let place = 0; place < this.passages.count; place += 1) if (!without.has(place)) accept(place);
  }

  /** What each passage's score is multiplied by, for the words that it has as they were typed, or nearly so. */
  #weigh(): Float64Array | null {
    const typed = typedWords(this.#query);
    if (typed.length === 0) return null;
    const { count } = this.passages;
    const weights = new Float64Array(count).fill(1);
    const seen = new Uint8Array(count);
    for (const [index, { forms, factor, isUnfinished, inflectedFactor }] of typed.entries()) {
      const multiply = (by: number) => (place: number): void => {
        if (seen[place] === index + 1) return;
        seen[place] = index + 1;
        weights[place] = (weights[place] as number) * by;
      };
      if (isUnfinished) this.#visitBegun(forms, multiply(factor));
      else this.#visit(forms, multiply(factor));
      if (inflectedFactor === 1) continue;
      const isKnown = (form: string) => this.#index.documentsWith(form) > 0;
      this.#visit(forms.flatMap((form) => inflections(form, isKnown)), multiply(inflectedFactor));
    }
    return weights;
  }

  /** Passages that have any of some terms, unless most passages have one: that tells nothing. */
  #visit(terms: readonly string[], visit: (place: number) => void): void {
    if (terms.length === 0 || terms.some((term) => this.#index.documentsWith(term) > this.passages.count / 2)) return;
    this.#index.having(terms, visit);
  }

  /** Passages that have a word beginning with any of some terms. */
  #visitBegun(terms: readonly string[], visit: (place: number) => void): void {
    const queries = terms.map((term) => ({ term, prefix: true, fields: surfaceFields }));
    this.#index.search({ combine: "OR", queries }, 0, (place) => {
      visit(place);
      return false;
    });
  }

  /** The places that come first by date. Documents are put in order, not their many passages. */
  #newest(places: readonly number[], limit: number): number[] {
    const { documentOf } = this.passages;
    const ofDocument = new Map<number, number[]>();
    for (const place of places) {
      const number = documentOf[place] as number;
      const list = ofDocument.get(number);
      if (list) list.push(place);
      else ofDocument.set(number, [place]);
    }
    const inOrder = [...ofDocument.values()].sort(([a = 0], [b = 0]) => compareHeads(this.headOf(a), this.headOf(b)));
    const newest: number[] = [];
    for (const list of inOrder) {
      if (newest.length >= limit) break;
      newest.push(...list.sort((a, b) => a - b));
    }
    return newest.slice(0, limit);
  }

  /** Among equal scores: the newest document first, then the order of reading. */
  readonly #isBefore = (a: number, b: number): number => compareHeads(this.headOf(a), this.headOf(b)) || a - b;
}

/** A later step is only tried while there are fewer. */
const mostFound = 8;

/** Newest first, then by id. */
export function compareHeads(a: FoundHead | null, b: FoundHead | null): number {
  return a && b ? compare(b.date ?? "", a.date ?? "") || compare(a.id, b.id) : 0;
}

/** Dates and ids are plain: no language's order is needed, which would take ten times as long. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
