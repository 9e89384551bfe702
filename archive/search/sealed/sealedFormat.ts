/**
 * The file of a sealed index, little-endian. Head:
 *
 *     0   magic         u32   "RLSX"
 *     4   version       u32   raised when anything below changes, or the meaning of a score
 *     8   size          u32   bytes in the whole file
 *     12  checksum      u32   XXH32 of everything after it
 *     16  documents, terms, fields, widest, longestName, longestTerm, neighbourField, padding     u32 each
 *     48  sections      2 u32 each: where it begins (a multiple of 8), how many bytes it has
 *
 * Sections, in this order:
 *
 *     names           front-coded: the fingerprint given when sealing, then the fields' names
 *     nameStarts      u32 a block of 16: where it begins in `names`
 *     sources         u32 a field: 1 + the number of the field that it is derived from, 0 when it is not
 *     averages        f64 a field: the average length as MiniSearch computes it, one document after the other
 *     lengths         a field after the other, a number for each document: its distinct words there; u16, or u32 if `widest` > 65,535
 *     terms           front-coded in the order of their UTF-16 units; after each entry, a varint: bytes in its postings
 *     termStarts      two u32 a block: where it begins in `terms`, where its first postings begin in `postings`
 *     ranks           u32 a term: its place in the order of MiniSearch's radix tree (radixOrder.ts)
 *     postings        for each term, as postings.ts says; then 8 bytes of 0
 */
import { type Answer, fail, type Failure, succeed } from "../../model.ts";
import { blockSize } from "./frontCoding.ts";
import { TermBlocks } from "./termBlocks.ts";
import { xxHash32 } from "./xxHash32.ts";

const magic = 0x58534c52;
const version = 2;
const checksumEnd = 16;

export const sectionNames = ["names", "nameStarts", "sources", "averages", "lengths", "terms", "termStarts", "ranks", "postings"] as const;
export type Sections = Record<(typeof sectionNames)[number], Uint8Array<ArrayBuffer>>;

const countNames = ["documents", "terms", "fields", "widest", "longestName", "longestTerm", "neighbourField"] as const;
export type Counts = Record<(typeof countNames)[number], number>;

const countsAt = 4;
const sectionsAt = 12;
/** As many as a term's bits tell of, one of them being its neighbours. */
export const mostFields = 30;
/** Longer fields count as this long: what is computed for each length would take too much. */
export const mostLength = 2 ** 18;

const headSize = 4 * (sectionsAt + 2 * sectionNames.length);

/** One file of its parts. */
export function joinSections(counts: Counts, sections: Sections): Uint8Array<ArrayBuffer> {
  const starts: number[] = [];
  let size = headSize;
  for (const name of sectionNames) {
    starts.push(size);
    size += aligned(sections[name].length);
  }
  const file = new Uint8Array(size);
  const head = new Uint32Array(file.buffer, 0, headSize / 4);
  head.set([magic, version, size]);
  head.set(countNames.map((name) => counts[name]), countsAt);
  for (const [index, name] of sectionNames.entries()) {
    const start = starts[index] as number;
    head.set([start, sections[name].length], sectionsAt + 2 * index);
    file.set(sections[name], start);
  }
  head[3] = xxHash32(file.subarray(checksumEnd));
  return file;
}

/** The parts of a file, as views on it: nothing is copied. Refuses what is not, byte for byte, a file that `joinSections` made. */
export function splitSections(file: Uint8Array): Answer<{ counts: Counts; sections: Sections }> {
  if (file.length < headSize) return damaged(`${file.length} bytes are too few`);
  const bytes = onWords(file);
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, headSize / 4);
  const at = (index: number): number => head[index] as number;
  if (at(0) !== magic) return damaged("not a sealed index");
  if (at(1) !== version) return { ok: false, failure: { code: "index-outdated", detail: `version ${at(1)}, ${version} wanted` } };
  if (at(2) !== bytes.length) return damaged(`${bytes.length} bytes, ${at(2)} expected`);
  if (at(3) !== xxHash32(bytes.subarray(checksumEnd))) return damaged("the checksum does not match");
  const counts = Object.fromEntries(countNames.map((name, index) => [name, at(countsAt + index)])) as Counts;
  let free = headSize;
  for (let index = sectionsAt; index < headSize / 4; index += 2) {
    if (at(index) !== free) return damaged("its sections do not follow one another");
    free += aligned(at(index + 1));
  }
  if (free !== bytes.length) return damaged("its sections do not fill it");
  const sections = Object.fromEntries(
    sectionNames.map((name, index) => {
      const start = at(sectionsAt + 2 * index);
      return [name, bytes.subarray(start, start + at(sectionsAt + 2 * index + 1))];
    }),
  ) as Sections;
  return isSound(counts, sections) ? succeed({ counts, sections }) : damaged("its parts do not fit together");
}

/** Whether what the readers count on holds, whoever made the checksum: sizes fit the counts, and every number that leads elsewhere leads within the file. */
function isSound(counts: Counts, sections: Sections): boolean {
  const { documents, terms, fields, widest, longestName, longestTerm, neighbourField } = counts;
  const blocks = Math.ceil(terms / blockSize);
  const sizes: [keyof Sections, number][] = [
    ["sources", 4 * fields],
    ["averages", 8 * fields],
    ["lengths", documents * fields * (widest > 0xffff ? 4 : 2)],
    ["termStarts", 8 * blocks],
    ["ranks", 4 * terms],
  ];
  if (fields > mostFields || (fields === 0 && documents > 0) || widest > mostLength || neighbourField > fields) return false;
  if (longestName > sections.names.length || longestTerm > sections.terms.length) return false;
  if (sizes.some(([name, size]) => sections[name].length !== size) || !termBlocksOf(sections).isInOrder()) return false;
  const sources = asUint32(sections.sources);
  // Of a field that is derived itself, nothing is derived.
  if (sources.some((source) => source > fields || (source > 0 && sources[source - 1] !== 0))) return false;
  if (asFloat64(sections.averages).some((average) => !(average >= 0 && average <= widest))) return false;
  for (const length of lengthsOf(counts, sections)) if (length > widest) return false;
  return true;
}

export function termBlocksOf({ termStarts, terms, postings }: Sections): TermBlocks {
  return new TermBlocks(asUint32(termStarts), terms.length, postings.length);
}

export function lengthsOf({ widest }: Counts, { lengths }: Sections): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
  return widest > 0xffff ? asUint32(lengths) : asUint16(lengths);
}

function damaged(detail: string): { ok: false; failure: Failure } {
  return fail("index-damaged", { detail });
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}

/** Typed arrays need their bytes at multiples of 8; a file read by Node stands there already. */
function onWords(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const isAligned = file.byteOffset % 8 === 0 && file.buffer instanceof ArrayBuffer;
  return isAligned ? (file as Uint8Array<ArrayBuffer>) : new Uint8Array(file);
}

export function asUint32(bytes: Uint8Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

export function asUint16(bytes: Uint8Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
}

export function asFloat64(bytes: Uint8Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 3);
}

/** The bytes of numbers, as this machine keeps them: little-endian everywhere we run. */
export function asBytes(numbers: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
