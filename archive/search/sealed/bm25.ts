/**
 * BM25+, in the very order of operations of MiniSearch, so that every bit of a score is the same.
 * Source: Lv & Zhai, "Lower-bounding term frequency normalization" (CIKM 2011); MiniSearch's `calcBM25Score`.
 */

export interface Bm25 {
  /** How slowly repetitions of a term stop counting. */
  k: number;
  /** How much a long text counts for less: 0 not at all, 1 in full. */
  b: number;
  /** What a term is worth in a text, however long. */
  d: number;
}

export const defaultBm25: Bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** What depends on a field's length and a term's frequency there, for every length there is. */
export interface LengthTable extends Bm25 {
  /** The length's part of the denominator. */
  norms: Float64Array;
  /** The whole of the frequency's part: the lengths for a frequency of 0, which there is not, then for 1, 2 and 3. */
  parts: Float64Array;
}

export function lengthTable(bm25: Bm25, averageLength: number, widest: number): LengthTable {
  const { k, b, d } = bm25;
  const width = widest + 1;
  const norms = new Float64Array(width);
  const parts = new Float64Array(4 * width);
  for (let length = 0; length < width; length += 1) {
    // Where nothing has a length, nothing is looked up.
    const norm = k * (1 - b + (b * length) / (averageLength || 1));
    norms[length] = norm;
    for (let frequency = 1; frequency < 4; frequency += 1) {
      parts[frequency * width + length] = d + (frequency * (k + 1)) / (frequency + norm);
    }
  }
  return { ...bm25, norms, parts };
}

/** How rare a term is. `count` is the number of documents that have it in the field, of all `documents`. */
export function rarity(count: number, documents: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
