/**
 * Folding: what makes two spellings the same word for search. Accents, ligatures, case and invisible characters go; nothing
 * else does. Unicode normalisation form KD (UAX #15), then combining marks dropped; the ligatures that NFKD leaves
 * alone (œ, æ) and ß are spelt out by hand.
 */

const spelledOut: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/** Soft hyphens, zero-width spaces and joiners, word joiner, byte-order mark, combining grapheme joiner, directional marks. */
const invisible = /\u00AD|\u034F|[\u200B-\u200F]|\u2060|\uFEFF/g;

/** The folded form of a word or a text. Its length may differ from the original's: offsets are kept by `words`. */
export function fold(text: string): string {
  return text
    .replace(invisible, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđ]/g, (letter) => spelledOut[letter] ?? letter);
}

/** A title as an id: folded words joined by hyphens. Empty when the title has no letter or digit. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
