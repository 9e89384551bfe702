/**
 * Adds what a term is worth in one field to the scores of the documents that have it there. Nearly all the time of a search is
 * spent in this loop: hence one function that calls none, and arrays held in constants.
 */
import { type LengthTable, rarity } from "./bm25.ts";
import type { PostingList } from "./postings.ts";
import type { Tally } from "./tally.ts";

export interface PostedIndex {
  documents: number;
  /** Field after field, a number for each document. */
  lengths: Uint16Array | Uint32Array;
  postings: Uint8Array;
}

/** `word` is the word of the query that the term answers to; documents that are not in `within`, when it is given, are passed over. */
export function addPostings(index: PostedIndex, table: LengthTable, list: PostingList, weight: number, word: number, tally: Tally, within?: Tally): void {
  const { documents, lengths, postings } = index;
  const { norms, parts, k, d } = table;
  const width = norms.length;
  const { scores, stamps, order, stamp } = tally;
  const wantedStamps = within ? within.stamps : stamps;
  const wantedStamp = within ? within.stamp : -1;
  const offset = list.field * documents;
  const rare = rarity(list.count, documents);
  let { count } = tally;
  let { at } = list;
  let document = -1;
  for (let left = list.count; left > 0; left -= 1) {
    let byte = postings[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] as number;
      value |= (byte & 127) << shift;
    }
    document += (value >>> 2) + 1;
    let frequency = (value & 3) + 1;
    if (frequency > 3) {
      byte = postings[at++] as number;
      frequency = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++] as number;
        frequency |= (byte & 127) << shift;
      }
      frequency += 4;
    }
    if (wantedStamp !== -1 && wantedStamps[document] !== wantedStamp) continue;
    const length = lengths[offset + document] as number;
    const part = frequency < 4 ? (parts[frequency * width + length] as number) : d + (frequency * (k + 1)) / (frequency + (norms[length] as number));
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
