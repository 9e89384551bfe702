/**
 * Takes passages in one after the other, then writes them as a sealed index. Memory stays within a few times the file's size.
 *
 * A field may be derived from another: stems from words. A derived term's postings are nearly always the sum of those of the terms that it comes
 * from, so that only the exceptions are kept: where one word stands in several forms, its stem is counted once.
 */
import { ByteChains } from "./byteChains.ts";
import { ByteWriter } from "./byteWriter.ts";
import { blockSize, FrontCodedWriter } from "./frontCoding.ts";
import { grown } from "./grown.ts";
import { PostingChains } from "./postingChains.ts";
import { writeDerived, writeList, writeTerm } from "./postings.ts";
import { RadixOrder } from "./radixOrder.ts";
import { asBytes, joinSections, mostFields, mostLength } from "./sealedFormat.ts";

/** A passage as its terms. */
export interface SealEntry {
  /** For each field, its terms in the order of the text, repeated as they are there. `null` when it has no such field. */
  terms: readonly (readonly string[] | null)[];
  /** For each field, its number of distinct words, when a word gives several terms; otherwise its distinct terms are counted. */
  lengths?: readonly number[];
  /** For each term of the field that keeps neighbours, a byte. */
  neighbours?: Uint8Array;
}

/** A field whose terms come from those of a field before it. */
export interface DerivedField {
  /** The number of the field they come from. */
  from: number;
  /** A passage that has a term there has all of these here, each at least once. */
  termsOf(term: string): readonly string[];
}

export interface SealFields {
  /** Their names, in the order of an entry's `terms`; at most 30. */
  fields: readonly string[];
  /** For each field, what it is derived from. */
  derived?: readonly (DerivedField | null)[];
  /** The field that keeps neighbours, of the terms that stand in so many documents of it: at least `from`, and at most `share` of all. */
  neighbours?: { field: number; from: number; share: number };
}

const nothing: readonly number[] = [];

export class SealBuilder {
  documentCount = 0;
  readonly #fields: readonly string[];
  readonly #derived: readonly (DerivedField | null)[];
  readonly #neighbours: SealFields["neighbours"];
  /** Terms are numbered as they are met; so are they in `#order`. */
  readonly #terms = new Map<string, number>();
  readonly #order = new RadixOrder();
  /** A slot for each term in each field: term * fields + field. */
  readonly #chains = new PostingChains();
  readonly #neighbourChains = new ByteChains();
  /** For each slot of a derived field, how many passages have the term there. */
  #derivedCounts = new Uint32Array(1024);
  /** For each term, the numbers of those that are derived from it, field by field, once they are known. */
  readonly #derivedTerms: (readonly number[] | undefined)[][];
  /** For each term, how many passages have it, and 1 + the last of these. */
  #documents = new Uint32Array(1024);
  #lastDocument = new Uint32Array(1024);
  /** For each term, how often it stands in the field being read; 0 between two fields. */
  #frequencies = new Uint32Array(1024);
  /** For each term, how often the field being read should have it, if it is derived; 0 between two fields. */
  #expected = new Uint32Array(1024);
  /** For each field of the passage being read, its terms, each once, with their frequencies. */
  readonly #read: { terms: number[]; frequencies: number[] }[];
  readonly #lengths: Uint32Array<ArrayBuffer>[];
  readonly #averages: Float64Array<ArrayBuffer>;
  #widest = 0;

  constructor({ fields, derived = [], neighbours }: SealFields) {
    if (fields.length > mostFields) throw new RangeError(`${fields.length} fields, at most ${mostFields}`);
    this.#fields = fields;
    this.#derived = fields.map((_, field) => derived[field] ?? null);
    this.#neighbours = neighbours;
    this.#derivedTerms = fields.map(() => []);
    this.#read = fields.map(() => ({ terms: [], frequencies: [] }));
    this.#lengths = fields.map(() => new Uint32Array(1024));
    this.#averages = new Float64Array(fields.length);
  }

  add({ terms, lengths, neighbours }: SealEntry): void {
    const document = this.documentCount++;
    for (let field = 0; field < this.#fields.length; field += 1) {
      const inField = terms[field];
      const read = this.#read[field] as { terms: number[]; frequencies: number[] };
      read.terms.length = 0;
      read.frequencies.length = 0;
      if (!inField) continue;
      const kept = field === this.#neighbours?.field ? neighbours : undefined;
      this.#countTerms(inField, read, kept);
      const derived = this.#derived[field];
      if (derived) this.#addDerived(field, document, derived);
      else for (const [index, term] of read.terms.entries()) this.#chains.add(this.#slot(term, field), document, read.frequencies[index] as number);
      for (const term of read.terms) {
        this.#frequencies[term] = 0;
        if (this.#lastDocument[term] === document + 1) continue;
        this.#lastDocument[term] = document + 1;
        this.#documents[term] = (this.#documents[term] as number) + 1;
      }
      this.#setLength(field, document, Math.min(lengths?.[field] ?? read.terms.length, mostLength));
    }
  }

  /** Writes the file, in short steps. */
  *finish(fingerprint: string): Generator<void, Uint8Array<ArrayBuffer>> {
    const sorted: string[] = [];
    for (const group of groupsInOrder(this.#terms.keys())) {
      yield;
      for (const text of group.sort()) sorted.push(text);
    }
    const numbers = new Uint32Array(sorted.length);
    for (const [number, text] of sorted.entries()) numbers[this.#terms.get(text) as number] = number;
    yield;
    const sources = this.#sources(numbers);
    const ranks = this.#order.ranks();
    const sortedRanks = new Uint32Array(ranks.length);
    const terms = new FrontCodedWriter();
    const starts: number[] = [];
    const postings = new ByteWriter();
    for (const [number, text] of sorted.entries()) {
      if (number % blockSize === 0) {
        if (number % 256 === 0) yield;
        starts.push(terms.bytes.length, postings.length);
      }
      const term = this.#terms.get(text) as number;
      const before = postings.length;
      sortedRanks[number] = ranks[term] as number;
      this.#writeTerm(postings, term, sources);
      terms.write(text);
      terms.bytes.varint(postings.length - before);
    }
    // The last codes are read four bytes at a time.
    for (let spare = 0; spare < 8; spare += 1) postings.byte(0);
    const names = new FrontCodedWriter();
    for (const name of [fingerprint, ...this.#fields]) names.write(name);
    return joinSections(
      {
        documents: this.documentCount,
        terms: terms.count,
        fields: this.#fields.length,
        widest: this.#widest,
        longestName: names.longest,
        longestTerm: terms.longest,
        neighbourField: this.#neighbours ? this.#neighbours.field + 1 : 0,
      },
      {
        names: names.bytes.written(),
        nameStarts: asBytes(new Uint32Array(names.starts)),
        sources: asBytes(Uint32Array.from(this.#derived, (derived) => (derived ? derived.from + 1 : 0))),
        averages: asBytes(this.#averages),
        lengths: this.#joinedLengths(),
        terms: terms.bytes.written(),
        termStarts: asBytes(new Uint32Array(starts)),
        ranks: asBytes(sortedRanks),
        postings: postings.written(),
      },
    );
  }

  /** Counts the terms of a field: into `read` goes each of them once, in the order of the text. */
  #countTerms(inField: readonly string[], read: { terms: number[]; frequencies: number[] }, neighbours: Uint8Array | undefined): void {
    for (let index = 0; index < inField.length; index += 1) {
      const text = inField[index] as string;
      if (text === "") continue;
      const term = this.#termOf(text);
      const frequency = (this.#frequencies[term] as number) + 1;
      this.#frequencies[term] = frequency;
      if (frequency === 1) read.terms.push(term);
      if (neighbours) this.#neighbourChains.byte(term, neighbours[index] as number);
    }
    for (const term of read.terms) read.frequencies.push(this.#frequencies[term] as number);
  }

  /** Keeps a posting only where the terms that a field is derived from do not tell it. */
  #addDerived(field: number, document: number, { from, termsOf }: DerivedField): void {
    const { terms, frequencies } = this.#read[field] as { terms: number[]; frequencies: number[] };
    const source = this.#read[from] as { terms: number[]; frequencies: number[] };
    for (const [index, term] of source.terms.entries()) {
      const frequency = source.frequencies[index] as number;
      for (const derived of this.#derivedFrom(term, field, termsOf)) {
        if (this.#frequencies[derived] === 0) throw new Error(`field ${String(this.#fields[field])} lacks a term that comes from “${this.#order.textAt(term)}”`);
        this.#expected[derived] = (this.#expected[derived] as number) + frequency;
      }
    }
    for (const [index, term] of terms.entries()) {
      const slot = this.#slot(term, field);
      const frequency = frequencies[index] as number;
      this.#derivedCounts = grown(this.#derivedCounts, slot + 1);
      this.#derivedCounts[slot] = (this.#derivedCounts[slot] as number) + 1;
      if (this.#expected[term] !== frequency) this.#chains.add(slot, document, frequency + 1);
      this.#expected[term] = 0;
    }
  }

  /** The terms that a term gives in a derived field: all are known by the time they are asked for, as the passage has them. */
  #derivedFrom(term: number, field: number, termsOf: DerivedField["termsOf"]): readonly number[] {
    const known = this.#derivedTerms[field] as (readonly number[] | undefined)[];
    return (known[term] ??= termsOf(this.#order.textAt(term)).map((text) => {
      const derived = this.#terms.get(text);
      if (derived === undefined) throw new Error(`field ${String(this.#fields[field])} lacks “${text}”, which comes from “${this.#order.textAt(term)}”`);
      return derived;
    }));
  }

  /** For each slot of a derived field, the sorted numbers of the terms that its list is the sum of. */
  #sources(numbers: Uint32Array): Map<number, number[]> {
    const sources = new Map<number, number[]>();
    for (const [field, ofTerm] of this.#derivedTerms.entries()) {
      for (const [term, derived] of ofTerm.entries()) {
        for (const each of derived ?? nothing) {
          const slot = this.#slot(each, field);
          const list = sources.get(slot);
          if (list) list.push(numbers[term] as number);
          else sources.set(slot, [numbers[term] as number]);
        }
      }
    }
    for (const list of sources.values()) list.sort((a, b) => a - b);
    return sources;
  }

  #writeTerm(postings: ByteWriter, term: number, sources: ReadonlyMap<number, readonly number[]>): void {
    const lists: { field: number; bytes: Uint8Array }[] = [];
    for (let field = 0; field < this.#fields.length; field += 1) {
      const slot = this.#slot(term, field);
      const isDerived = this.#derived[field] !== null;
      if ((isDerived ? this.#derivedCounts[slot] || 0 : this.#chains.count(slot)) === 0) continue;
      const list = new ByteWriter(64);
      if (isDerived) writeDerived(list, this.#derivedCounts[slot] as number, sources.get(slot) ?? nothing);
      writeList(list, this.#chains, slot, this.documentCount);
      lists.push({ field, bytes: list.written() });
    }
    if (this.#keepsNeighbours(term)) {
      const bytes = new ByteWriter(64);
      this.#neighbourChains.copy(term, bytes);
      lists.push({ field: this.#fields.length, bytes: bytes.written() });
    }
    writeTerm(postings, lists, this.#documents[term] as number);
  }

  #keepsNeighbours(term: number): boolean {
    if (!this.#neighbours) return false;
    const { field, from, share } = this.#neighbours;
    const count = this.#chains.count(this.#slot(term, field));
    return count > 0 && count >= from && count <= share * this.documentCount;
  }

  #slot(term: number, field: number): number {
    return term * this.#fields.length + field;
  }

  #termOf(text: string): number {
    const known = this.#terms.get(text);
    if (known !== undefined) return known;
    const term = this.#terms.size;
    this.#terms.set(text, term);
    this.#order.add(text);
    this.#documents = grown(this.#documents, term + 1);
    this.#lastDocument = grown(this.#lastDocument, term + 1);
    this.#frequencies = grown(this.#frequencies, term + 1);
    this.#expected = grown(this.#expected, term + 1);
    return term;
  }

  /** Notes a length, and the average as MiniSearch computes it: rounded after each passage. */
  #setLength(field: number, document: number, given: number): void {
    const lengths = grown(this.#lengths[field] as Uint32Array<ArrayBuffer>, document + 1);
    lengths[document] = given;
    this.#lengths[field] = lengths;
    this.#widest = Math.max(this.#widest, given);
    this.#averages[field] = ((this.#averages[field] as number) * document + given) / (document + 1);
  }

  #joinedLengths(): Uint8Array<ArrayBuffer> {
    const size = this.#fields.length * this.documentCount;
    const joined = this.#widest > 0xffff ? new Uint32Array(size) : new Uint16Array(size);
    for (const [field, lengths] of this.#lengths.entries()) {
      joined.set(lengths.subarray(0, this.documentCount), field * this.documentCount);
    }
    return asBytes(joined);
  }
}

/** Terms by their first two UTF-16 units, in the order of these: to sort each group is to sort them all, one step at a time. */
function groupsInOrder(terms: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const term of terms) {
    const start = term.slice(0, 2);
    const group = groups.get(start);
    if (group) group.push(term);
    else groups.set(start, [term]);
  }
  return [...groups.keys()].sort().map((start) => groups.get(start) as string[]);
}
