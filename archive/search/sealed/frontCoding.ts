/**
 * Front coding: each string is kept as the number of UTF-16 units that it shares with the one before it, then the rest. Every
 * sixteenth stands whole and begins a block, so that a string is found without reading those before its block. An entry is:
 *
 *     shared   varint   units taken from the string before; 0 for the first of a block
 *     size     varint   bytes of the rest
 *     rest     varints  one a unit: ASCII takes one byte each, and lone surrogates come back as they were
 *
 * Source: Witten, Moffat, Bell, "Managing Gigabytes" (1999), section 4.1. Blocks of 16 are where the size stops shrinking.
 */
import { ByteReader } from "./byteReader.ts";
import { ByteWriter } from "./byteWriter.ts";

export const blockSize = 16;

/** Writes strings as entries; notes where each block begins. Other things may be written between two entries. */
export class FrontCodedWriter {
  readonly bytes = new ByteWriter();
  readonly starts: number[] = [];
  count = 0;
  /** Units of the longest string. */
  longest = 0;
  #previous = "";
  readonly #rest = new ByteWriter();

  write(text: string): void {
    const isHead = this.count % blockSize === 0;
    if (isHead) this.starts.push(this.bytes.length);
    const shared = isHead ? 0 : sharedUnits(this.#previous, text);
    this.#rest.clear();
    for (let at = shared; at < text.length; at += 1) this.#rest.varint(text.charCodeAt(at));
    this.bytes.varint(shared);
    this.bytes.varint(this.#rest.length);
    this.bytes.append(this.#rest.written());
    this.#previous = text;
    this.count += 1;
    this.longest = Math.max(this.longest, text.length);
  }
}

function sharedUnits(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1;
  return shared;
}

/**
 * Reads entries in order from the beginning of a block. Holds one string at a time, as units: of a string that is longer than the longest, or reaches
 * beyond its block, only what fits.
 */
export class FrontCodedReader extends ByteReader {
  /** Units of the current string; only the first `length` count. */
  readonly units: Uint16Array;
  length = 0;
  /** Where the block ends. */
  #end: number;

  constructor(bytes: Uint8Array, longest: number) {
    super(bytes);
    this.#end = bytes.length;
    this.units = new Uint16Array(longest);
  }

  /** Moves to where a block starts, which ends before another place. */
  seek(start: number, end: number): void {
    this.moveTo(start, end);
    this.length = 0;
  }

  /** As `seek`, but for the string, which is kept. */
  moveTo(start: number, end: number): void {
    this.at = start;
    this.#end = end;
  }

  /** Reads the next entry into `units`. */
  next(): void {
    this.readRest(this.varint());
  }

  /** Reads the rest of an entry whose `shared` has just been read. */
  readRest(shared: number): void {
    const end = this.#endOfRest();
    const { units } = this;
    const most = units.length;
    let length = Math.min(shared, most);
    while (this.at < end && length < most) units[length++] = this.varint();
    this.length = length;
  }

  /** Passes over the rest of an entry whose `shared` has just been read. `units` keep what it shares, and no more. */
  skipRest(): void {
    const size = this.varint();
    this.at += size;
  }

  /** Reads the first entry of a block; answers how many of the first `known` units are the same as they were. */
  readHead(known: number): number {
    this.varint();
    const end = this.#endOfRest();
    const { units } = this;
    const most = units.length;
    let length = 0;
    let same = 0;
    while (this.at < end && length < most) {
      const unit = this.varint();
      if (same === length && length < known && units[length] === unit) same += 1;
      units[length++] = unit;
    }
    this.length = length;
    return same;
  }

  /** Whether the block that starts at a place begins with the first `known` units of the current string. Moves there. */
  isHeadAt(start: number, known: number): boolean {
    this.moveTo(start, this.bytes.length);
    this.varint();
    const end = this.#endOfRest();
    let same = 0;
    while (same < known && this.at < end && this.units[same] === this.varint()) same += 1;
    return same === known;
  }

  /** Where the rest ends whose size comes next. */
  #endOfRest(): number {
    const size = this.varint();
    return Math.min(this.at + size, this.#end);
  }

  text(): string {
    const chunk = 4096;
    if (this.length <= chunk) return String.fromCharCode.apply(null, asNumbers(this.units.subarray(0, this.length)));
    let text = "";
    for (let at = 0; at < this.length; at += chunk) {
      text += String.fromCharCode.apply(null, asNumbers(this.units.subarray(at, Math.min(at + chunk, this.length))));
    }
    return text;
  }
}

/** `apply` takes anything with a length; its type asks for an array. */
function asNumbers(units: Uint16Array): number[] {
  return units as unknown as number[];
}
