/**
 * Adds what a term is worth in one field to the scores of the documents that have it there. Much of the time of a search is
 * spent in this loop: hence one function that calls none, and arrays held in constants.
 */
import { type LengthTable, rarity } from "./bm25.ts";
import type { PostingBuffer } from "./postingBuffer.ts";
import type { Tally } from "./tally.ts";

export interface FieldLengths {
  documents: number;
  /** Field after field, a number for each document. */
  lengths: Uint16Array | Uint32Array;
}

/** `word` is the word of the query that the term answers to; documents that are not in `within`, when it is given, are passed over. */
export function addPostings(index: FieldLengths, field: number, table: LengthTable, list: PostingBuffer, weight: number, word: number, tally: Tally, within?: Tally): void {
  const { documents: all, lengths } = index;
  const { documents, frequencies, count: length } = list;
  const { norms, parts, k, d } = table;
  const width = norms.length;
  const { scores, stamps, order, stamp } = tally;
  const wantedStamps = within ? within.stamps : stamps;
  const wantedStamp = within ? within.stamp : -1;
  const offset = field * all;
  const rare = rarity(length, all);
  let { count } = tally;
  for (let at = 0; at < length; at += 1) {
    const document = documents[at] as number;
    if (wantedStamp !== -1 && wantedStamps[document] !== wantedStamp) continue;
    const frequency = frequencies[at] as number;
    const size = lengths[offset + document] as number;
    const part = frequency < 4 ? (parts[frequency * width + size] as number) : d + (frequency * (k + 1)) / (frequency + (norms[size] as number));
    const score = weight * (rare * part);
    if (stamps[document] === stamp) {
      scores[document] = (scores[document] as number) + score;
    } else {
      stamps[document] = stamp;
      scores[document] = score;
      order[count++] = document;
    }
  }
  tally.enter(count, word);
}
