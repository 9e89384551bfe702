/**
 * Terms within a Levenshtein distance, walked in the order of the dictionary. One row of the distance matrix for each unit of
 * the term; a term takes over the rows of the units it shares with the one before it, and when a row holds nothing near enough,
 * every term that shares it is passed over unread. Rows are computed in a band: |row - column| <= most.
 * Source: the walk of a trie by rows, http://stevehanov.ca/blog/?id=114, which MiniSearch follows too.
 */
import { blockSize, type FrontCodedReader } from "./frontCoding.ts";
import type { TermBlocks } from "./termBlocks.ts";
import type { NearTerm } from "./termDictionary.ts";

const never = 0x7fffffff;

export function nearTerms(reader: FrontCodedReader, blocks: TermBlocks, count: number, text: string, most: number): NearTerm[] {
  const found: NearTerm[] = [];
  const rows = new DistanceRows(text, most, reader.units.length);
  reader.length = 0;
  for (let block = 0; block < blocks.count; block += 1) {
    if (rows.dead !== never) block = lastBlockWith(reader, blocks, block, rows.dead);
    reader.moveTo(blocks.termsOf(block), blocks.termsEnd(block));
    let postings = blocks.postingsOf(block);
    const end = Math.min(count, (block + 1) * blockSize);
    for (let number = block * blockSize; number < end; number += 1) {
      const isHead = number % blockSize === 0;
      const shared = isHead ? reader.readHead(Math.min(rows.dead, reader.length)) : reader.varint();
      let distance = most + 1;
      if (shared < rows.dead) {
        if (!isHead) reader.readRest(shared);
        distance = rows.distance(reader.units, reader.length, shared);
      } else if (!isHead) reader.skipRest();
      const end = blocks.within(block, postings + reader.varint());
      if (distance <= most) found.push({ number, length: reader.length, postings, end, distance });
      postings = end;
    }
  }
  return found;
}

/** The last of the blocks from `block` on whose first terms all share the reader's first `known` units; `block` when it does not. */
function lastBlockWith(reader: FrontCodedReader, blocks: TermBlocks, block: number, known: number): number {
  let last = block;
  while (last < blocks.count && reader.isHeadAt(blocks.termsOf(last), known)) last += 1;
  return Math.max(block, last - 1);
}

/**
 * Rows of the matrix, of which only the band is kept: column c of row r is cell c - r + most + 1 of that row. The cells on both
 * sides of a band always say "too far".
 */
class DistanceRows {
  /** The first row in which nothing is near enough: terms that share it are not near either. */
  dead = never;
  readonly #text: string;
  readonly #most: number;
  readonly #width: number;
  readonly #cells: Uint16Array;

  constructor(text: string, most: number, longest: number) {
    this.#text = text;
    this.#most = most;
    this.#width = 2 * most + 3;
    this.#cells = new Uint16Array(this.#width * (Math.min(text.length + most, longest) + 1)).fill(most + 1);
    for (let column = 0; column <= Math.min(most, text.length); column += 1) this.#cells[column + most + 1] = column;
  }

  /** The distance of a term whose first `shared` units are those of the term before; more than `most` when it is not near. */
  distance(units: Uint16Array, length: number, shared: number): number {
    const tooFar = this.#most + 1;
    this.dead = never;
    for (let row = shared + 1; row <= length; row += 1) {
      if (this.#fill(row, units[row - 1] as number) === tooFar) {
        this.dead = row;
        return tooFar;
      }
    }
    const fromDiagonal = this.#text.length - length;
    if (Math.abs(fromDiagonal) > this.#most) return tooFar;
    return this.#cells[length * this.#width + fromDiagonal + tooFar] as number;
  }

  /** Computes a row from the one above it; answers its smallest cell, or `most` + 1. */
  #fill(row: number, unit: number): number {
    const most = this.#most;
    const cells = this.#cells;
    const end = Math.min(this.#text.length, row + most);
    let least = most + 1;
    if (row > end + most) return least;
    const here = row * this.#width - row + most + 1;
    const above = here - this.#width + 1;
    if (row <= most) {
      least = row;
      cells[here] = row;
    }
    for (let column = Math.max(1, row - most); column <= end; column += 1) {
      const replaced = (cells[above + column - 1] as number) + (unit === this.#text.charCodeAt(column - 1) ? 0 : 1);
      const dropped = (cells[above + column] as number) + 1;
      const added = (cells[here + column - 1] as number) + 1;
      const cell = Math.min(replaced, dropped, added, most + 1);
      cells[here + column] = cell;
      if (cell < least) least = cell;
    }
    return least;
  }
}
