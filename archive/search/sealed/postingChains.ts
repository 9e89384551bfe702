/**
 * Posting lists while they grow: one for each slot (a term in a field), all in one pool of bytes, already as the file keeps
 * them. A list is a chain of slices, each about twice the size of the one before, with the place of the next in the four bytes
 * after it; so memory stays near the size of the file. As Lucene's ByteBlockPool does.
 *
 * A posting is a varint: four times the number of documents skipped since the posting before, plus how often the term stands
 * there beyond once; 3 means that a second varint follows, to which 4 is added. (One bit for "once" alone made the file 6 % larger,
 * and a search a fifth slower: which way its branch goes cannot be foreseen.)
 */
import type { ByteWriter } from "./byteWriter.ts";
import { grown } from "./grown.ts";

const linkSize = 4;
const largestLevel = 10;

/** What is known of a list, side by side so that one look at memory brings all of it. */
const stateSize = 6;
/** Where its first slice begins. */
const headAt = 0;
/** Where its next byte goes. */
const tailAt = 1;
/** Where its last slice ends. */
const endAt = 2;
/** How many slices it has. */
const levelAt = 3;
/** The first document that it could still take. */
const nextAt = 4;
/** How many postings it has. */
const countAt = 5;

export class PostingChains {
  #pool = new Uint8Array(1 << 16);
  #used = 0;
  #states = new Uint32Array(1024 * stateSize);

  /** Adds a posting. Documents come in ascending order. */
  add(slot: number, document: number, frequency: number): void {
    const state = slot * stateSize;
    this.#states = grown(this.#states, state + stateSize);
    const states = this.#states;
    const skipped = document - (states[state + nextAt] as number);
    states[state + nextAt] = document + 1;
    states[state + countAt] = (states[state + countAt] as number) + 1;
    this.#varint(state, skipped * 4 + Math.min(frequency - 1, 3));
    if (frequency > 3) this.#varint(state, frequency - 4);
  }

  /** Postings in a list. */
  count(slot: number): number {
    return this.#states[slot * stateSize + countAt] ?? 0;
  }

  /** Appends the bytes of a list that has at least one posting. */
  copy(slot: number, to: ByteWriter): void {
    const state = slot * stateSize;
    const last = this.#states[state + levelAt] as number;
    let start = this.#states[state + headAt] as number;
    for (let level = 1; level < last; level += 1) {
      const link = start + sliceSize(level);
      to.append(this.#pool.subarray(start, link));
      start = this.#readLink(link);
    }
    to.append(this.#pool.subarray(start, this.#states[state + tailAt]));
  }

  #varint(state: number, value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#byte(state, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.#byte(state, rest);
  }

  #byte(state: number, value: number): void {
    if (this.#states[state + tailAt] === this.#states[state + endAt]) this.#extend(state);
    const at = this.#states[state + tailAt] as number;
    this.#pool[at] = value;
    this.#states[state + tailAt] = at + 1;
  }

  #extend(state: number): void {
    const level = (this.#states[state + levelAt] as number) + 1;
    const start = this.#used;
    const size = sliceSize(level);
    this.#used += size + linkSize;
    if (this.#used > this.#pool.length) this.#enlargePool();
    if (level === 1) this.#states[state + headAt] = start;
    else this.#writeLink(this.#states[state + endAt] as number, start);
    this.#states[state + levelAt] = level;
    this.#states[state + tailAt] = start;
    this.#states[state + endAt] = start + size;
  }

  #writeLink(at: number, to: number): void {
    for (let byte = 0; byte < linkSize; byte += 1) this.#pool[at + byte] = to >>> (8 * byte);
  }

  #readLink(at: number): number {
    let to = 0;
    for (let byte = 0; byte < linkSize; byte += 1) to |= (this.#pool[at + byte] as number) << (8 * byte);
    return to >>> 0;
  }

  #enlargePool(): void {
    const larger = new Uint8Array(Math.max(this.#used, this.#pool.length * 2));
    larger.set(this.#pool);
    this.#pool = larger;
  }
}

/** Bytes in a slice: 4, 8, 16… then 2,048 for ever. Most terms stand in one document: four bytes are enough for them. */
function sliceSize(level: number): number {
  return 2 << Math.min(level, largestLevel);
}
