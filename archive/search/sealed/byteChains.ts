/**
 * Byte strings that all grow at once, in one pool: each is a chain of slices, every one about twice the size of the one before, with the place
 * of the next in the four bytes after it. So memory stays near what is in use. As Lucene's ByteBlockPool does.
 */
import type { ByteWriter } from "./byteWriter.ts";
import { grown } from "./grown.ts";

const linkSize = 4;
const largestLevel = 10;

/** What is known of a chain, side by side so that one look at memory brings all of it. */
const stateSize = 4;
/** Where its first slice begins. */
const headAt = 0;
/** Where its next byte goes. */
const tailAt = 1;
/** Where its last slice ends. */
const endAt = 2;
/** How many slices it has. */
const levelAt = 3;

export class ByteChains {
  #pool = new Uint8Array(1 << 16);
  #used = 0;
  #states = new Uint32Array(1024 * stateSize);

  byte(chain: number, value: number): void {
    const state = chain * stateSize;
    if (state + stateSize > this.#states.length) this.#states = grown(this.#states, state + stateSize);
    if (this.#states[state + tailAt] === this.#states[state + endAt]) this.#extend(state);
    const at = this.#states[state + tailAt] as number;
    this.#pool[at] = value;
    this.#states[state + tailAt] = at + 1;
  }

  /** As `ByteWriter` writes it. */
  varint(chain: number, value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte(chain, (rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(chain, rest);
  }

  /** Appends the bytes of a chain. */
  copy(chain: number, to: ByteWriter): void {
    const state = chain * stateSize;
    const last = this.#states[state + levelAt] ?? 0;
    if (last === 0) return;
    let start = this.#states[state + headAt] as number;
    for (let level = 1; level < last; level += 1) {
      const link = start + sliceSize(level);
      to.append(this.#pool.subarray(start, link));
      start = this.#readLink(link);
    }
    to.append(this.#pool.subarray(start, this.#states[state + tailAt]));
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
