/**
 * Which words may stand side by side, without positions: of each word that is neither rare nor everywhere, the file keeps a byte for each time it
 * stands in a text, four bits of the word before it and four of the word after it. Of fifteen passages in which the words of a phrase stand apart,
 * fourteen need not be read. Rare words need none: their passages are few.
 */
import type { PostingBuffer } from "./postingBuffer.ts";
import type { PostedIndex, PostingReader } from "./postingReader.ts";
import { readDocuments, readTerm } from "./postings.ts";

/** The bits of a neighbour: 1 to 15, or 0 when it has several forms, or there are several, or none. FNV-1a over UTF-16 code units. */
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

/** What is known of a document: 0 for nothing, or some of these together. The words do not follow one another in the field that keeps neighbours. */
export const never = 1;
/** If they do follow one another there, then where the asked word has one form only. */
export const plainly = 2;
/** They may do so in another field. It is said of documents with one of the above: of others, nothing is known of any field. */
export const elsewhere = 4;

export interface Following {
  /** For each document, what is known of it. */
  states: Uint8Array;
  /** The number of the asked word that `plainly` speaks of. */
  word: number;
}

/** Where some words can stand one after the other; null when nothing is known of any of them. */
export function followingOf(index: PostedIndex & { neighbourField: number }, reader: PostingReader, words: readonly WantedWord[]): Following | null {
  const isDerived = index.sources.map((source) => source >= 0);
  const asked = words.flatMap(({ term, before, after }, word) => {
    const found = term === null || (before === 0 && after === 0) ? undefined : index.dictionary.find(term);
    if (!found) return [];
    const { fields, neighbours, end } = readTerm(index.postings, found, index.fieldCount);
    return neighbours === null ? [] : [{ word, fields, neighbours, end, before, after, documents: readDocuments(index.postings, found.postings, isDerived) }];
  });
  asked.sort((a, b) => a.documents - b.documents);
  const [rarest] = asked;
  if (!rarest) return null;
  const states = new Uint8Array(index.documents);
  for (const { word, fields, neighbours, end, before, after } of asked.slice(0, mostAsked)) {
    const isFirst = word === rarest.word;
    const own = fields.find(({ field }) => field === index.neighbourField);
    if (own) judge(states, index.postings, reader.read(own), { at: neighbours, end, before, after, isFirst });
    for (const list of fields) {
      if (!isFirst || list.field === index.neighbourField || isDerived[list.field]) continue;
      const { documents, count } = reader.read(list);
      for (let place = 0; place < count; place += 1) {
        const document = documents[place] as number;
        if (states[document] !== 0) states[document] = (states[document] as number) | elsewhere;
      }
    }
  }
  return { states, word: rarest.word };
}

/** Judges the documents of a list by what stands beside the word. */
function judge(states: Uint8Array, postings: Uint8Array, list: PostingBuffer, wanted: { at: number; end: number; before: number; after: number; isFirst: boolean }): void {
  const { documents, frequencies, count } = list;
  const { before, after, isFirst } = wanted;
  let { at } = wanted;
  for (let place = 0; place < count; place += 1) {
    const end = Math.min(at + (frequencies[place] as number), wanted.end);
    let isPossible = false;
    let isPlain = true;
    for (; at < end; at += 1) {
      const byte = postings[at] as number;
      const high = byte >>> 4;
      const low = byte & 15;
      if ((before !== 0 && high !== 0 && high !== before) || (after !== 0 && low !== 0 && low !== after)) continue;
      isPossible = true;
      // A word of several forms has 0 on both sides.
      if (byte === 0) isPlain = false;
    }
    const document = documents[place] as number;
    const state = states[document] as number;
    if (isFirst) {
      if (!isPossible) states[document] = never;
      else if (isPlain) states[document] = plainly;
    } else if (!isPossible && state !== 0) {
      states[document] = (state & elsewhere) | never;
    }
  }
}
