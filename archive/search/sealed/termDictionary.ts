/** The terms of a sealed index in the order of their UTF-16 units: found by binary search over blocks, then read in order. */
import { blockSize, FrontCodedReader } from "./frontCoding.ts";
import { nearTerms } from "./nearTerms.ts";

/** A term that was found: where its postings begin, its length in UTF-16 units, and its number in the order of the dictionary. */
export interface FoundTerm {
  number: number;
  length: number;
  postings: number;
}

export interface NearTerm extends FoundTerm {
  /** Levenshtein distance in UTF-16 units. */
  distance: number;
}

export class TermDictionary {
  readonly count: number;
  readonly #reader: FrontCodedReader;
  /** For each block, where it begins, then where its postings begin. */
  readonly #starts: Uint32Array;
  /** Bytes in the postings of the term that the reader holds. */
  #size = 0;

  constructor(bytes: Uint8Array, starts: Uint32Array, count: number, longest: number) {
    this.count = count;
    this.#starts = starts;
    this.#reader = new FrontCodedReader(bytes, longest);
  }

  find(text: string): FoundTerm | undefined {
    const term = this.#firstFrom(text);
    return term && this.#order(text) === 0 ? term : undefined;
  }

  /** The terms that begin with a prefix, itself included, in order. */
  beginningWith(prefix: string): FoundTerm[] {
    const found: FoundTerm[] = [];
    for (let term = this.#firstFrom(prefix); term && this.#beginsWith(prefix); term = this.#after(term)) found.push(term);
    return found;
  }

  /** The terms at most `most` edits away, in order. */
  near(text: string, most: number): NearTerm[] {
    return nearTerms(this.#reader, this.#starts, this.count, text, most);
  }

  /** The text of a term, given its number. */
  textAt(number: number): string {
    const reader = this.#reader;
    reader.seek(this.#starts[2 * Math.floor(number / blockSize)] as number);
    for (let skip = number % blockSize; skip >= 0; skip -= 1) {
      reader.next();
      if (skip > 0) reader.varint();
    }
    return reader.text();
  }

  /** Where the postings of a term begin, given its number. */
  postingsOf(number: number): number {
    const reader = this.#reader;
    const block = Math.floor(number / blockSize);
    reader.seek(this.#starts[2 * block] as number);
    let postings = this.#starts[2 * block + 1] as number;
    for (let skip = number % blockSize; skip > 0; skip -= 1) {
      reader.varint();
      reader.skipRest();
      postings += reader.varint();
    }
    return postings;
  }

  /** The first term that does not stand before `text`; the reader then holds it. */
  #firstFrom(text: string): FoundTerm | undefined {
    if (this.count === 0) return undefined;
    const block = this.#blockOf(text);
    this.#reader.seek(this.#starts[2 * block] as number);
    let term: FoundTerm | undefined = this.#read(block * blockSize, this.#starts[2 * block + 1] as number);
    while (term && this.#order(text) < 0) term = this.#after(term);
    return term;
  }

  /** The term after the one that the reader holds. */
  #after({ number, postings }: FoundTerm): FoundTerm | undefined {
    return number + 1 < this.count ? this.#read(number + 1, postings + this.#size) : undefined;
  }

  #read(number: number, postings: number): FoundTerm {
    this.#reader.next();
    this.#size = this.#reader.varint();
    return { number, length: this.#reader.length, postings };
  }

  /** The last block whose first term does not stand after `text`; the first block when there is none. */
  #blockOf(text: string): number {
    let low = 0;
    let high = this.#starts.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      this.#reader.seek(this.#starts[2 * middle] as number);
      this.#reader.next();
      if (this.#order(text) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Below 0 when the reader's term stands before `text`, 0 when it is `text`, above 0 when it stands after. */
  #order(text: string): number {
    const { units, length } = this.#reader;
    const most = Math.min(length, text.length);
    for (let at = 0; at < most; at += 1) {
      const difference = (units[at] as number) - text.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }

  #beginsWith(prefix: string): boolean {
    const { units, length } = this.#reader;
    if (length < prefix.length) return false;
    for (let at = 0; at < prefix.length; at += 1) if (units[at] !== prefix.charCodeAt(at)) return false;
    return true;
  }
}
