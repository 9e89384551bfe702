/**
 * What the file keeps of a term:
 *
 *     fields      varint   bit f is set when the term stands in field f; the bit after the last field, when neighbours are kept
 *     documents   varint   documents it stands in, whatever the field; only when more than one bit is set
 *     for each of its fields, in order:
 *       size      varint   bytes in the list; only when something follows it
 *       list               plain, or derived where the field is (sealBuilder.ts)
 *     neighbours           a byte for each time the term stands in the field that has them, in the order of documents, then of the text
 *
 * A plain list:
 *
 *     head        varint   4 times the number of documents, plus the width of frequencies
 *     postings    bits     for each document, as riceCode.ts says: the number of documents skipped since the one before, then how often
 *                          the term stands there, less one
 *
 * A derived list is the sum of the lists of other terms in another field, but for a few documents:
 *
 *     documents   varint
 *     terms       varint   how many, then each one's number, less the one before
 *     exceptions           a plain list of the documents where the sum is not right, with what is right plus one (0 documents: none)
 */
import { BitWriter, riceWidth } from "./riceCode.ts";
import { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import type { PostingChains } from "./postingChains.ts";
import type { FoundTerm } from "./termDictionary.ts";

/**
 * Readers are given where a term's postings end, and read nothing as if it stood beyond: a document takes two bits at least, a term of a derived
 * list a byte.
 */

/** A plain list: how many documents, the widths of its codes, and where its bits begin. */
export interface PostingList {
  count: number;
  gapWidth: number;
  frequencyWidth: number;
  at: number;
}

export interface FieldPostings {
  field: number;
  /** Where its list begins, and where it has ended. */
  at: number;
  end: number;
}

export interface TermPostings {
  fields: FieldPostings[];
  /** Where its neighbours begin; null when none are kept. */
  neighbours: number | null;
  /** Where all of it has ended. */
  end: number;
}

/** Where the lists of a term are, in the order of the fields. */
export function readTerm(bytes: Uint8Array, { postings, end }: Pick<FoundTerm, "postings" | "end">, fieldCount: number): TermPostings {
  const reader = new ByteReader(bytes, postings);
  let bits = reader.varint();
  if (isSeveral(bits)) reader.varint();
  const fields: FieldPostings[] = [];
  for (let field = 0; field < fieldCount && bits !== 0; field += 1, bits >>>= 1) {
    if ((bits & 1) === 0) continue;
    const size = bits === 1 ? end : reader.varint();
    const at = reader.at;
    reader.at = Math.min(at + size, end);
    fields.push({ field, at, end: reader.at });
  }
  return { fields, neighbours: bits === 0 ? null : reader.at, end };
}

/** How many documents have the term whose postings begin at a place, in any field. */
export function readDocuments(postings: Uint8Array, at: number, isDerived: readonly boolean[]): number {
  const reader = new ByteReader(postings, at);
  const bits = reader.varint();
  const first = reader.varint();
  return isSeveral(bits) || isDerived[31 - Math.clz32(bits)] ? first : first >>> 2;
}

/** The plain list that begins at a place and ends before another, in an index over so many documents. */
export function readList(postings: Uint8Array, { at, end }: Pick<FieldPostings, "at" | "end">, documents: number): PostingList {
  const reader = new ByteReader(postings, at);
  const head = reader.varint();
  const count = Math.min(head >>> 2, documents, 4 * Math.max(0, end - reader.at));
  return { count, gapWidth: riceWidth(documents, count), frequencyWidth: head & 3, at: reader.at };
}

export interface DerivedList {
  documents: number;
  /** Numbers of terms, in ascending order, each once. */
  terms: number[];
  exceptions: PostingList;
}

export function readDerived(postings: Uint8Array, { at, end }: Pick<FieldPostings, "at" | "end">, documents: number): DerivedList {
  const reader = new ByteReader(postings, at);
  const count = reader.varint();
  const terms: number[] = [];
  let term = 0;
  for (let left = reader.varint(); left > 0 && reader.at < end; left -= 1) {
    const next = reader.varint();
    if (next === 0 && terms.length > 0) continue;
    term += next;
    terms.push(term);
  }
  return { documents: count, terms, exceptions: readList(postings, { at: reader.at, end }, documents) };
}

/** Writes a list of the chains as a plain one. `documents` is how many there are in all. */
export function writeList(to: ByteWriter, chains: PostingChains, slot: number, documents: number): void {
  const count = chains.count(slot);
  const gapWidth = riceWidth(documents, count);
  const frequencyWidth = Math.min(3, riceWidth(chains.excess(slot), count));
  to.varint(count * 4 + frequencyWidth);
  const bits = new BitWriter(to);
  chains.read(slot, (skipped, frequency) => {
    bits.rice(skipped, gapWidth);
    bits.rice(frequency - 1, frequencyWidth);
  });
  bits.end();
}

export function writeDerived(to: ByteWriter, documents: number, terms: readonly number[]): void {
  to.varint(documents);
  to.varint(terms.length);
  let before = 0;
  for (const term of terms) {
    to.varint(term - before);
    before = term;
  }
}

/** Writes the lists of a term, each with its field's number; the last may be neighbours. */
export function writeTerm(to: ByteWriter, lists: readonly { field: number; bytes: Uint8Array }[], documents: number): void {
  const bits = lists.reduce((sum, { field }) => sum + 2 ** field, 0);
  to.varint(bits);
  if (lists.length > 1) to.varint(documents);
  for (const [index, { bytes }] of lists.entries()) {
    if (index < lists.length - 1) to.varint(bytes.length);
    to.append(bytes);
  }
}

function isSeveral(bits: number): boolean {
  return (bits & (bits - 1)) !== 0;
}
