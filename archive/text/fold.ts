/**
 * Folding: what makes two spellings the same for search. Case, accents, ligatures and invisible characters go, and every
 * apostrophe, hyphen and space becomes the plain one; nothing else changes. Unicode normalisation form KD (UAX #15), then combining
 * marks dropped; the letters that NFKD leaves alone (œ, æ, ø…) are spelt out by hand.
 *
 * As marks are dropped, each character folds alone: `fold(a + b)` is `fold(a) + fold(b)`. Common letters are therefore read from a
 * table, and most words (plain, lower case) come back as they are.
 */

const spelledOut: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ" };
const toSpellOut = new RegExp(`[${Object.keys(spelledOut).join("")}]`, "g");

/** Everything that serves as an apostrophe in French texts, from typewriters, word processors, OCR and phones. */
export const apostrophes = "'’ʼ‘‛′´`＇ʹ";
const toApostrophe = new RegExp(`[${apostrophes}]`, "g");

/** Hyphens proper, without dashes and minus signs: U+002D, U+2010, U+2011, U+FE63, U+FF0D. */
export const hyphens = "-\u2010\u2011\uFE63\uFF0D";
const toHyphen = new RegExp(`[${hyphens}]`, "g");

/** Soft hyphens, zero-width spaces and joiners, byte-order marks, directional and variation marks (Unicode's own list). */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Latin-1, Latin Extended-A and -B: all of French and its neighbours. */
const tableSize = 0x250;
const table = Array.from({ length: tableSize }, (_, code) => foldSlowly(String.fromCharCode(code)));
const stays = Uint8Array.from(table, (folded, code) => (folded === String.fromCharCode(code) ? 1 : 0));

/** The folded form of a word or a text. Its length may differ from the original's: offsets are kept by `words`. */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && stays[text.charCodeAt(at)] === 1) at++;
  if (at === text.length) return text;
  let folded = text.slice(0, at);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < tableSize) {
      folded += table[code];
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && text.charCodeAt(at) >= tableSize) at++;
    folded += foldSlowly(text.slice(from, at));
  }
  return folded;
}

function foldSlowly(text: string): string {
  return text
    // Before decomposition, or ´ becomes a space with an accent; and again after it, for what decomposes into an apostrophe.
    .replace(toApostrophe, "'")
    .replace(invisible, "")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(toApostrophe, "'")
    .replace(toHyphen, "-")
    .replace(/\p{Zs}/gu, " ")
    .replace(toSpellOut, (letter) => spelledOut[letter] ?? letter);
}

/** A title as an id: folded words joined by hyphens. Empty when the title has no letter or digit. */
export function slugOf(title: string): string {
  return fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
