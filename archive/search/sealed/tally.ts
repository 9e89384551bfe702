/**
 * Scored documents, in the order in which they were first met: the order in which MiniSearch ranks equal scores, as the keys of
 * a Map are. A tally is as wide as the index and used again and again: a document is in it when its stamp is the current one.
 */

export class Tally {
  readonly scores: Float64Array;
  readonly stamps: Uint32Array;
  /** For each document, the query's words it answers to, one bit each, `width` numbers a document. */
  readonly words: Uint32Array;
  readonly width: number;
  /** Documents in the order they were met; only the first `count` count. */
  readonly order: Uint32Array;
  count = 0;
  stamp = 0;

  constructor(documents: number, width: number) {
    this.scores = new Float64Array(documents);
    this.stamps = new Uint32Array(documents);
    this.words = new Uint32Array(documents * width);
    this.order = new Uint32Array(documents);
    this.width = width;
  }

  /** Forgets everything. */
  clear(): void {
    this.count = 0;
    this.stamp += 1;
  }

  has(document: number): boolean {
    return this.stamps[document] === this.stamp;
  }

  /** Counts in the documents that now end the order: they answer to this word of the query, and to no other so far. */
  enter(end: number, word: number): void {
    const { width, words, order } = this;
    for (let at = this.count; at < end; at += 1) {
      const document = order[at] as number;
      if (width === 1) {
        words[document] = 1 << word;
      } else {
        words.fill(0, document * width, (document + 1) * width);
        words[document * width + (word >>> 5)] = 1 << (word & 31);
      }
    }
    this.count = end;
  }

  /** Keeps the documents that are in both, in the order of `other`, into which the result goes. */
  intersect(other: Tally): Tally {
    let kept = 0;
    for (let at = 0; at < other.count; at += 1) {
      const document = other.order[at] as number;
      if (!this.has(document)) {
        other.stamps[document] = 0;
        continue;
      }
      other.scores[document] = (this.scores[document] as number) + (other.scores[document] as number);
      other.#joinWords(this, document);
      other.order[kept++] = document;
    }
    other.count = kept;
    return other;
  }

  /** Adds the documents of `other`, new ones at the end. */
  unite(other: Tally): Tally {
    for (let at = 0; at < other.count; at += 1) {
      const document = other.order[at] as number;
      const score = other.scores[document] as number;
      if (this.has(document)) {
        this.scores[document] = (this.scores[document] as number) + score;
      } else {
        this.#enter(document, score);
        this.words.fill(0, document * this.width, (document + 1) * this.width);
      }
      this.#joinWords(other, document);
    }
    return this;
  }

  /** Removes the documents of `other`. */
  subtract(other: Tally): Tally {
    let kept = 0;
    for (let at = 0; at < this.count; at += 1) {
      const document = this.order[at] as number;
      if (other.has(document)) this.stamps[document] = 0;
      else this.order[kept++] = document;
    }
    this.count = kept;
    return this;
  }

  /** How many different words of the query a document answers to. */
  wordsOf(document: number): number {
    let count = 0;
    for (let at = document * this.width; at < (document + 1) * this.width; at += 1) count += bitsSet(this.words[at] as number);
    return count;
  }

  #enter(document: number, score: number): void {
    this.stamps[document] = this.stamp;
    this.scores[document] = score;
    this.order[this.count++] = document;
  }

  #joinWords(other: Tally, document: number): void {
    for (let at = document * this.width; at < (document + 1) * this.width; at += 1) {
      this.words[at] = (this.words[at] as number) | (other.words[at] as number);
    }
  }
}

/** Adds neighbours up: pairs of bits, then fours, then bytes. Source: Warren, "Hacker's Delight", section 5-1. */
function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Tallies that wait to be used again. They go when a query with more words needs wider ones. */
export class TallyPool {
  readonly #documents: number;
  #width = 1;
  #idle: Tally[] = [];

  constructor(documents: number) {
    this.#documents = documents;
  }

  /** Prepares for a query with so many different words. */
  prepare(words: number): void {
    const width = Math.max(1, Math.ceil(words / 32));
    if (width !== this.#width) this.#idle = [];
    this.#width = width;
  }

  take(): Tally {
    const tally = this.#idle.pop() ?? new Tally(this.#documents, this.#width);
    tally.clear();
    return tally;
  }

  giveBack(tally: Tally): void {
    this.#idle.push(tally);
  }
}
