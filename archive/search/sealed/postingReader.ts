/** Reads the postings of terms, plain or derived, into one buffer that each reading overwrites. */
import { PostingBuffer } from "./postingBuffer.ts";
import { readDerived, readList, readTerm } from "./postings.ts";
import type { TermDictionary } from "./termDictionary.ts";

export interface PostedIndex {
  documents: number;
  fieldCount: number;
  /** For each field, the one that it is derived from; -1 when it is not. */
  sources: readonly number[];
  dictionary: TermDictionary;
  postings: Uint8Array;
}

export class PostingReader {
  readonly #index: PostedIndex;
  readonly #list: PostingBuffer;
  readonly #sum: PostingBuffer;
  /** For each document, how often the terms summed up so far stand in it; 0 between two sums. */
  readonly #frequencies: Uint32Array;

  constructor(index: PostedIndex) {
    this.#index = index;
    this.#list = new PostingBuffer(index.documents);
    this.#sum = new PostingBuffer(index.documents);
    this.#frequencies = new Uint32Array(index.documents);
  }

  /** The list that begins at a place, in a field. Good until the next reading. */
  read(field: number, at: number): PostingBuffer {
    const { postings, documents, sources } = this.#index;
    const source = sources[field] as number;
    if (source >= 0) return this.#readDerived(source, at);
    this.#list.read(postings, readList(postings, at, documents));
    return this.#list;
  }

  #readDerived(source: number, at: number): PostingBuffer {
    const { postings, documents, dictionary } = this.#index;
    const { terms, exceptions } = readDerived(postings, at, documents);
    const [only] = terms;
    if (terms.length === 1 && only !== undefined && exceptions.count === 0) {
      this.#readSource(source, dictionary.postingsOf(only));
      return this.#list;
    }
    let count = 0;
    for (const term of terms) {
      this.#readSource(source, dictionary.postingsOf(term));
      count = this.#add(count);
    }
    this.#list.read(postings, exceptions);
    return this.#collect(this.#replace(count));
  }

  #readSource(field: number, at: number): void {
    const { postings, documents, fieldCount } = this.#index;
    const found = readTerm(postings, at, fieldCount).fields.find((each) => each.field === field);
    if (found) this.#list.read(postings, readList(postings, found.at, documents));
    else this.#list.count = 0;
  }

  /** Adds the list to the sum, in no order yet; `count` is how many documents that has, before and after. */
  #add(count: number): number {
    const { documents, frequencies, count: added } = this.#list;
    const met = this.#sum.documents;
    const sums = this.#frequencies;
    let end = count;
    for (let index = 0; index < added; index += 1) {
      const document = documents[index] as number;
      const before = sums[document] as number;
      if (before === 0) met[end++] = document;
      sums[document] = before + (frequencies[index] as number);
    }
    return end;
  }

  /** Puts exceptions in place of sums; they are one too high, so that none is 0. */
  #replace(count: number): number {
    const { documents, frequencies, count: replaced } = this.#list;
    let end = count;
    for (let index = 0; index < replaced; index += 1) {
      const document = documents[index] as number;
      if (this.#frequencies[document] === 0) this.#sum.documents[end++] = document;
      this.#frequencies[document] = (frequencies[index] as number) - 1;
    }
    return end;
  }

  /** Brings the sum in order: by sorting few documents, by passing through all for many. */
  #collect(count: number): PostingBuffer {
    const { documents, frequencies } = this.#sum;
    const sums = this.#frequencies;
    this.#sum.count = count;
    if (count > sums.length / 32) {
      let end = 0;
      for (let document = 0; end < count; document += 1) {
        if (sums[document] === 0) continue;
        documents[end] = document;
        frequencies[end] = sums[document] as number;
        sums[document] = 0;
        end += 1;
      }
    } else {
      documents.subarray(0, count).sort();
      for (let index = 0; index < count; index += 1) {
        const document = documents[index] as number;
        frequencies[index] = sums[document] as number;
        sums[document] = 0;
      }
    }
    return this.#sum;
  }
}
