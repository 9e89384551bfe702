/** Takes passages in one after the other, then writes them as a sealed index. Memory stays within a few times the file's size. */
import { ByteWriter } from "./byteWriter.ts";
import { blockSize, FrontCodedWriter } from "./frontCoding.ts";
import { grown } from "./grown.ts";
import { PostingChains } from "./postingChains.ts";
import { writePostings } from "./postings.ts";
import { RadixOrder } from "./radixOrder.ts";
import { asBytes, joinSections } from "./sealedFormat.ts";

/** A passage as its terms. */
export interface SealEntry {
  id: string;
  /** For each field, its terms in the order of the text, repeated as they are there. `null` when it has no such field. */
  terms: readonly (readonly string[] | null)[];
  /** For each field, its number of distinct words, when a word gives several terms; otherwise its distinct terms are counted. */
  lengths?: readonly number[];
}

export class SealBuilder {
  documentCount = 0;
  readonly #fields: readonly string[];
  readonly #ids = new FrontCodedWriter();
  readonly #knownIds = new Set<string>();
  /** Terms are numbered as they are met; so are they in `#order`. */
  readonly #terms = new Map<string, number>();
  readonly #order = new RadixOrder();
  /** A slot for each term in each field: term * fields + field. */
  readonly #chains = new PostingChains();
  /** For each term, how many passages have it, and 1 + the last of these. */
  #documents = new Uint32Array(1024);
  #lastDocument = new Uint32Array(1024);
  /** For each term, how often it stands in the field being read; 0 between two fields. */
  #frequencies = new Uint32Array(1024);
  /** The terms of that field, each once. */
  #distinct = new Uint32Array(1024);
  readonly #lengths: Uint32Array<ArrayBuffer>[];
  readonly #averages: Float64Array<ArrayBuffer>;
  #widest = 0;

  constructor(fields: readonly string[]) {
    if (fields.length > 31) throw new RangeError(`${fields.length} fields, at most 31`);
    this.#fields = fields;
    this.#lengths = fields.map(() => new Uint32Array(1024));
    this.#averages = new Float64Array(fields.length);
  }

  add({ id, terms, lengths }: SealEntry): void {
    if (this.#knownIds.has(id)) throw new Error(`passage ${id} comes twice`);
    this.#knownIds.add(id);
    this.#ids.write(id);
    const document = this.documentCount++;
    for (let field = 0; field < this.#fields.length; field += 1) {
      const inField = terms[field];
      if (inField) this.#setLength(field, document, this.#addField(field, document, inField), lengths?.[field]);
    }
  }

  /** Writes the file, in short steps. */
  *finish(fingerprint: string): Generator<void, Uint8Array<ArrayBuffer>> {
    const ranks = this.#order.ranks();
    const sortedRanks = new Uint32Array(ranks.length);
    const terms = new FrontCodedWriter();
    const starts: number[] = [];
    const postings = new ByteWriter();
    const list = new ByteWriter();
    for (const group of groupsInOrder(this.#terms.keys())) {
      yield;
      for (const text of group.sort()) {
        if (terms.count % blockSize === 0) starts.push(terms.bytes.length, postings.length);
        const term = this.#terms.get(text) as number;
        const before = postings.length;
        sortedRanks[terms.count] = ranks[term] as number;
        writePostings(postings, this.#chains, term * this.#fields.length, this.#fields.length, this.#documents[term] as number, list);
        terms.write(text);
        terms.bytes.varint(postings.length - before);
      }
    }
    const names = new FrontCodedWriter();
    for (const name of [fingerprint, ...this.#fields]) names.write(name);
    return joinSections(
      {
        documents: this.documentCount,
        terms: terms.count,
        fields: this.#fields.length,
        widest: this.#widest,
        longestName: names.longest,
        longestId: this.#ids.longest,
        longestTerm: terms.longest,
      },
      {
        names: names.bytes.written(),
        nameStarts: asBytes(new Uint32Array(names.starts)),
        ids: this.#ids.bytes.written(),
        idStarts: asBytes(new Uint32Array(this.#ids.starts)),
        averages: asBytes(this.#averages),
        lengths: this.#joinedLengths(),
        terms: terms.bytes.written(),
        termStarts: asBytes(new Uint32Array(starts)),
        ranks: asBytes(sortedRanks),
        postings: postings.written(),
      },
    );
  }

  /** Answers the number of distinct terms. */
  #addField(field: number, document: number, terms: readonly string[]): number {
    this.#distinct = grown(this.#distinct, terms.length);
    let count = 0;
    for (const text of terms) {
      if (text === "") continue;
      const term = this.#termOf(text);
      const frequency = (this.#frequencies[term] as number) + 1;
      this.#frequencies[term] = frequency;
      if (frequency === 1) this.#distinct[count++] = term;
    }
    for (let at = 0; at < count; at += 1) {
      const term = this.#distinct[at] as number;
      this.#chains.add(term * this.#fields.length + field, document, this.#frequencies[term] as number);
      this.#frequencies[term] = 0;
      if (this.#lastDocument[term] === document + 1) continue;
      this.#lastDocument[term] = document + 1;
      this.#documents[term] = (this.#documents[term] as number) + 1;
    }
    return count;
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
    return term;
  }

  /** Notes a length, and the average as MiniSearch computes it: rounded after each passage. */
  #setLength(field: number, document: number, distinct: number, given = distinct): void {
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
