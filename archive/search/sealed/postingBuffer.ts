/** The postings of one term in one field, taken out of the file: documents in ascending order, each with how often the term stands in it. */
import type { PostingList } from "./postings.ts";
import { mostZeros } from "./riceCode.ts";

export class PostingBuffer {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** How many there are; what stands after them is left over from before. */
  count = 0;

  constructor(documents: number) {
    this.documents = new Uint32Array(documents);
    this.frequencies = new Uint32Array(documents);
  }

  /** Reads a list as postings.ts says, as far as its documents are of the index. Nearly all the time of a search is spent here: hence one loop that calls nothing, and its repetitions. */
  read(bytes: Uint8Array, { at: start, count, gapWidth, frequencyWidth }: PostingList): void {
    const { documents, frequencies } = this;
    this.count = count;
    let at = start;
    /** Bits that were read and not used yet, from the highest down, and how many they are. */
    let bits = 0;
    let held = 0;
    let document = -1;
    for (let index = 0; index < count; index += 1) {
      for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
      let zeros = Math.clz32(bits);
      bits <<= zeros;
      bits <<= 1;
      held -= zeros + 1;
      for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
      let gap = 0;
      if (zeros < mostZeros) {
        gap = gapWidth === 0 ? zeros : (zeros << gapWidth) | (bits >>> (32 - gapWidth));
        bits <<= gapWidth;
        held -= gapWidth;
      } else {
        gap = (bits >>> 16) * 65_536;
        bits <<= 16;
        held -= 16;
        for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
        gap += bits >>> 16;
        bits <<= 16;
        held -= 16;
      }
      document += gap + 1;
      documents[index] = document;
      for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
      zeros = Math.clz32(bits);
      bits <<= zeros;
      bits <<= 1;
      held -= zeros + 1;
      if (zeros < mostZeros) {
        if (frequencyWidth === 0) {
          frequencies[index] = zeros + 1;
        } else {
          for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
          frequencies[index] = ((zeros << frequencyWidth) | (bits >>> (32 - frequencyWidth))) + 1;
          bits <<= frequencyWidth;
          held -= frequencyWidth;
        }
      } else {
        for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
        const high = bits >>> 16;
        bits <<= 16;
        held -= 16;
        for (; held <= 24; held += 8) bits |= (bytes[at++] as number) << (24 - held);
        frequencies[index] = high * 65_536 + (bits >>> 16) + 1;
        bits <<= 16;
        held -= 16;
      }
    }
    if (document >= documents.length) this.#cutStrangers();
  }

  /** Leaves off what follows the last document that there is. Numbers beyond 32 bits were kept without their upper ones. */
  #cutStrangers(): void {
    const { documents, count } = this;
    let before = -1;
    let kept = 0;
    for (; kept < count; kept += 1) {
      const document = documents[kept] as number;
      if (document <= before || document >= documents.length) break;
      before = document;
    }
    this.count = kept;
  }
}
