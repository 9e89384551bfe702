/** Reads the postings of terms, plain or derived, into one buffer that each reading overwrites. */
import { PostingBuffer } from "./postingBuffer.ts";
import { type FieldPostings, readDerived, readList, readTerm } from "./postings.ts";
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

  /** A list of a term. Good until the next reading. */
  read(list: FieldPostings): PostingBuffer {
    const { postings, documents, sources } = this.#index;
    const source = sources[list.field] as number;
    if (source >= 0) return this.#readDerived(source, list);
    this.#list.read(postings, readList(postings, list, documents));
    return this.#list;
  }

  #readDerived(source: number, list: FieldPostings): PostingBuffer {
    const { postings, documents } = this.#index;
    const { terms, exceptions } = readDerived(postings, list, documents);
    const [only] = terms;
    if (terms.length === 1 && only !== undefined && exceptions.count === 0) {
      this.#readSource(source, only);
      return this.#list;
    }
    let count = 0;
    for (const term of terms) {
      this.#readSource(source, term);
      count = this.#add(count);
    }
    this.#list.read(postings, exceptions);
    return this.#collect(this.#replace(count));
  }

  #readSource(field: number, term: number): void {
    const { postings, documents, fieldCount, dictionary } = this.#index;
    const lists = term < dictionary.count ? readTerm(postings, dictionary.postingsOf(term), fieldCount).fields : [];
    const found = lists.find((each) => each.field === field);
    if (found) this.#list.read(postings, readList(postings, found, documents));
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

  /** Brings the sum in order: by sorting few documents, by passing through all for many. Sums beyond 32 bits, which no text gives, count documents twice. */
  #collect(met: number): PostingBuffer {
    const { documents, frequencies } = this.#sum;
    const sums = this.#frequencies;
    const count = Math.min(met, sums.length);
    this.#sum.count = count;
    if (count > sums.length / 32) {
      let end = 0;
      for (let document = 0; end < count && document < sums.length; document += 1) {
        if (sums[document] === 0) continue;
        documents[end] = document;
        frequencies[end] = sums[document] as number;
        sums[document] = 0;
        end += 1;
      }
      this.#sum.count = end;
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
