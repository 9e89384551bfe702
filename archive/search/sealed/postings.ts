/**
 * The postings of a term:
 *
 *     fields      varint   bit f is set when the term stands in field f
 *     documents   varint   documents it stands in, whatever the field; only when it stands in several fields
 *     and for each of its fields, in order:
 *       count     varint   documents it stands in, in this field
 *       size      varint   bytes in `list`; not for its last field
 *       list               as postingChains.ts says
 */
import { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import type { PostingChains } from "./postingChains.ts";

/** A term in one field: how many documents have it there, and where their list begins. */
export interface PostingList {
  field: number;
  count: number;
  at: number;
}

/** The lists of the term whose postings begin at a place, in the order of the fields. */
export function readLists(postings: Uint8Array, at: number): PostingList[] {
  const reader = new ByteReader(postings, at);
  let fields = reader.varint();
  if (isSeveral(fields)) reader.varint();
  const lists: PostingList[] = [];
  for (let field = 0; fields !== 0; field += 1, fields >>>= 1) {
    if ((fields & 1) === 0) continue;
    const count = reader.varint();
    const size = fields === 1 ? 0 : reader.varint();
    lists.push({ field, count, at: reader.at });
    reader.at += size;
  }
  return lists;
}

/** How many documents have the term whose postings begin at a place, in any field. */
export function readDocuments(postings: Uint8Array, at: number): number {
  const reader = new ByteReader(postings, at);
  reader.varint();
  return reader.varint();
}

/** Writes the postings of a term: slot `slots` + f of the chains is its list in field f. */
export function writePostings(to: ByteWriter, chains: PostingChains, slots: number, fieldCount: number, documents: number, list: ByteWriter): void {
  let fields = 0;
  for (let field = 0; field < fieldCount; field += 1) if (chains.count(slots + field) > 0) fields |= 1 << field;
  to.varint(fields >>> 0);
  if (isSeveral(fields)) to.varint(documents);
  for (let field = 0; field < fieldCount; field += 1) {
    const count = chains.count(slots + field);
    if (count === 0) continue;
    list.clear();
    chains.copy(slots + field, list);
    to.varint(count);
    if (fields >>> (field + 1) !== 0) to.varint(list.length);
    to.append(list.written());
  }
}

function isSeveral(fields: number): boolean {
  return (fields & (fields - 1)) !== 0;
}
