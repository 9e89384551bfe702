/** The terms of a sealed index in the order of their UTF-16 units: found by binary search over blocks, then read in order. */
import { blockSize, FrontCodedReader } from "./frontCoding.ts";
import { nearTerms } from "./nearTerms.ts";
import type { TermBlocks } from "./termBlocks.ts";

/** A term that was found: where its postings begin and end, its length in UTF-16 units, and its number in the order of the dictionary. */
export interface FoundTerm {
  number: number;
  length: number;
  postings: number;
  end: number;
}

export interface NearTerm extends FoundTerm {
  /** Levenshtein distance in UTF-16 units. */
  distance: number;
}

export class TermDictionary {
  readonly count: number;
  readonly #reader: FrontCodedReader;
  readonly #blocks: TermBlocks;

  constructor(bytes: Uint8Array, blocks: TermBlocks, count: number, longest: number) {
    this.count = count;
    this.#blocks = blocks;
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
    return nearTerms(this.#reader, this.#blocks, this.count, text, most);
  }

  /** The text of a term, given its number. */
  textAt(number: number): string {
    this.#seek(Math.floor(number / blockSize));
    for (let skip = number % blockSize; skip >= 0; skip -= 1) {
      this.#reader.next();
      if (skip > 0) this.#reader.varint();
    }
    return this.#reader.text();
  }

  /** Where the postings of a term begin and end, given its number. */
  postingsOf(number: number): Pick<FoundTerm, "postings" | "end"> {
    const reader = this.#reader;
    const block = Math.floor(number / blockSize);
    this.#seek(block);
    let postings = this.#blocks.postingsOf(block);
    let size = 0;
    for (let left = number % blockSize; left >= 0; left -= 1) {
      postings += size;
      reader.varint();
      reader.skipRest();
      size = reader.varint();
    }
    return { postings, end: this.#blocks.within(block, postings + size) };
  }

  /** The first term that does not stand before `text`; the reader then holds it. */
  #firstFrom(text: string): FoundTerm | undefined {
    if (this.count === 0) return undefined;
    let term: FoundTerm | undefined = this.#first(this.#blockOf(text));
    while (term && this.#order(text) < 0) term = this.#after(term);
    return term;
  }

  /** The first term of a block. */
  #first(block: number): FoundTerm {
    this.#seek(block);
    return this.#read(block * blockSize, this.#blocks.postingsOf(block));
  }

  /** The term after the one that the reader holds. */
  #after({ number, end }: FoundTerm): FoundTerm | undefined {
    const next = number + 1;
    if (next >= this.count) return undefined;
    return next % blockSize === 0 ? this.#first(next / blockSize) : this.#read(next, end);
  }

  #read(number: number, postings: number): FoundTerm {
    this.#reader.next();
    const size = this.#reader.varint();
    return { number, length: this.#reader.length, postings, end: this.#blocks.within(Math.floor(number / blockSize), postings + size) };
  }

  #seek(block: number): void {
    this.#reader.seek(this.#blocks.termsOf(block), this.#blocks.termsEnd(block));
  }

  /** The last block whose first term does not stand after `text`; the first block when there is none. */
  #blockOf(text: string): number {
    let low = 0;
    let high = this.#blocks.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      this.#seek(middle);
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
