/**
 * Which words may stand side by side, without positions: of each word that is neither rare nor everywhere, the file keeps a byte for each time it
 * stands in a text, four bits of the word before it and four of the word after it. Of fifteen passages in which the words of a phrase stand apart,
 * fourteen need not be read. Rare words need none: their passages are few.
 */
import type { PostingBuffer } from "./postingBuffer.ts";
import type { PostedIndex, PostingReader } from "./postingReader.ts";
import { readDocuments, readTerm } from "./postings.ts";

/** The bits of a neighbour: 1 to 15, or 0 when it is not known, or there are several, or none. FNV-1a over UTF-16 code units. */
export function neighbourBits(term: string | null): number {
  if (term === null) return 0;
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return 1 + ((hash ^ (hash >>> 15)) >>> 0) % 15;
}

/** The byte that is kept for a word. */
export function neighbourByte(before: number, after: number): number {
  return (before << 4) | after;
}

/** A word that is wanted between two others. */
export interface WantedWord {
  /** As the index holds it; null when it has several forms. */
  term: string | null;
  /** Of the words that are wanted before and after it: their bits, or 0 for any. */
  before: number;
  after: number;
}

/** Two of the words leave little to read. */
const mostAsked = 2;

/** For each document, 1 when it cannot have the words one after the other; null when nothing is known of any of them. */
export function notFollowing(index: PostedIndex & { neighbourField: number }, reader: PostingReader, words: readonly WantedWord[]): Uint8Array | null {
  const asked = words.flatMap(({ term, before, after }) => {
    const found = term === null || (before === 0 && after === 0) ? undefined : index.dictionary.find(term);
    if (!found) return [];
    const { fields, neighbours } = readTerm(index.postings, found.postings, index.fieldCount);
    return neighbours === null ? [] : [{ fields, neighbours, before, after, documents: readDocuments(index.postings, found.postings, index.sources.map((source) => source >= 0)) }];
  });
  if (asked.length === 0) return null;
  const refused = new Uint8Array(index.documents);
  for (const { fields, neighbours, before, after } of asked.sort((a, b) => a.documents - b.documents).slice(0, mostAsked)) {
    const elsewhere = new Set<number>();
    for (const { field, at } of fields) {
      if (field === index.neighbourField || (index.sources[field] as number) >= 0) continue;
      const { documents, count } = reader.read(field, at);
      for (let place = 0; place < count; place += 1) elsewhere.add(documents[place] as number);
    }
    const own = fields.find(({ field }) => field === index.neighbourField);
    if (own) refuse(refused, index.postings, reader.read(own.field, own.at), { at: neighbours, before, after, elsewhere });
  }
  return refused;
}

/** Refuses the documents of a list where no neighbours are those wanted, but for those where the words may follow one another in another field. */
function refuse(refused: Uint8Array, postings: Uint8Array, list: PostingBuffer, wanted: { at: number; before: number; after: number; elsewhere: ReadonlySet<number> }): void {
  const { documents, frequencies, count } = list;
  const { before, after, elsewhere } = wanted;
  let { at } = wanted;
  for (let place = 0; place < count; place += 1) {
    const end = at + (frequencies[place] as number);
    let isPossible = false;
    for (; at < end; at += 1) {
      const byte = postings[at] as number;
      const high = byte >>> 4;
      const low = byte & 15;
      if ((before === 0 || high === 0 || high === before) && (after === 0 || low === 0 || low === after)) {
        isPossible = true;
        break;
      }
    }
    at = end;
    const document = documents[place] as number;
    if (!isPossible && !elsewhere.has(document)) refused[document] = 1;
  }
}
