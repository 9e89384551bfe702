/**
 * Where the blocks of a dictionary's terms lie, and their postings. Blocks follow one another and so do the postings of their terms, none of which
 * reaches into another's: so reading any number of terms takes no longer than reading the file.
 */

export class TermBlocks {
  readonly count: number;
  /** For each block, where it begins, then where its postings begin. */
  readonly #starts: Uint32Array;
  readonly #termBytes: number;
  readonly #postingBytes: number;

  constructor(starts: Uint32Array, termBytes: number, postingBytes: number) {
    this.count = starts.length / 2;
    this.#starts = starts;
    this.#termBytes = termBytes;
    this.#postingBytes = postingBytes;
  }

  termsOf(block: number): number {
    return this.#starts[2 * block] as number;
  }

  termsEnd(block: number): number {
    return this.#starts[2 * block + 2] ?? this.#termBytes;
  }

  postingsOf(block: number): number {
    return this.#starts[2 * block + 1] as number;
  }

  /** A place among a block's postings, or their end. */
  within(block: number, at: number): number {
    return Math.min(at, this.#starts[2 * block + 3] ?? this.#postingBytes);
  }

  /** Whether blocks follow one another as they should, within their sections. */
  isInOrder(): boolean {
    let terms = 0;
    let postings = 0;
    for (let block = 0; block < this.count; block += 1) {
      if (this.termsOf(block) < terms || this.postingsOf(block) < postings) return false;
      terms = this.termsOf(block);
      postings = this.postingsOf(block);
    }
    return terms <= this.#termBytes && postings <= this.#postingBytes;
  }
}
