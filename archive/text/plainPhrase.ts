/**
 * Whether a phrase stands in a text, told without reading the text's words: for most texts by two regular expressions, one that no phrase in plain
 * letters fails, and one that nothing else meets. What lies between, and all unusual characters, are left to `findPhrase`.
 */
import { midDots } from "./characterKind.ts";
import { apostrophes, fold, hyphens } from "./fold.ts";
import { blends } from "./genders.ts";
import { onlyForm } from "./terms.ts";
import type { Word } from "./words.ts";

/** Latin letters, as `fold` reads them; what it makes of each. */
const latin = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).map((character) => ({ character, folded: fold(character) }));

/** For each letter, the characters that fold to it. */
const classOf = new Map<string, string>();
/** Characters that fold to several letters, by these: "oe" by œ and Œ. */
const ligatures = new Map<string, string>();
let unusual = "";
for (const { character, folded } of latin) {
  if (/^[a-z]$/.test(folded)) classOf.set(folded, (classOf.get(folded) ?? "") + character);
  else if (/^[a-z]{2}$/.test(folded)) ligatures.set(folded, (ligatures.get(folded) ?? "") + character);
  else if (/[a-z]/.test(folded)) unusual += character;
}

/** All beyond Latin letters but spaces, dashes, quotes, money, arrows, signs and ornaments, which are no part of any word. */
const isUnusual = new RegExp(`[${unusual}\\u0250-\\u1FFF\\u200B-\\u200F\\u202A-\\u202E\\u205F-\\u209F\\u20C0-\\u218F\\u2460-\\u24FF\\u2768-\\u2793\\u27C0-\\uFFFC\\uFFFE\\uFFFF]`);

/** Letters and digits of what is not unusual. Spelt out: classes of properties are slower by far. */
const letterRange = "A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F";
const digitRange = "0-9\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE";

/** What may stand inside a word, or cut it at a line's end. */
const glue = `[${apostrophes.replace("´", "\\u00B4")}${hyphens.replace("-", "")}\\-.\\u00B7\\u2022\\u2027\\u00AD\\r\\n]*`;
const elided = `(?:(?:[ldjmtscnLDJMTSCN]|[${letterRange}]{0,5}[qQ][uU])[${apostrophes}])`;

/**
 * True when the phrase surely stands in the text, false when it surely does not, null when the words must be read. `at` is the number of a word that
 * stands there, if the phrase does, in plain letters. Null for a phrase that cannot be told so.
 */
export function plainPhrase(phrase: readonly Word[], at: number): ((text: string) => boolean | null) | null {
  const terms = phrase.map(onlyForm);
  if (!terms.every(isPlain)) return null;
  const possible = new RegExp(possibly(terms, at));
  const gap = `[ \\u00A0\\u202F](?:[ldjmtscnLDJMTSCN]['’])?`;
  const sure = new RegExp(`(?:^|${gap})${terms.map((term) => letters(term, "")).join(gap)}(?=[ \\u00A0\\u202F]|[,;:!?.](?:\\s|$)|$)`);
  return (text) => {
    if (!possible.test(text)) return isUnusual.test(text) ? null : false;
    return sure.test(text) ? true : null;
  };
}

/** What lies between two words: anything but letters and digits, and elided articles. */
const apart = `(?:[^${letterRange}${digitRange}]|${elided})*`;
const marks = `[${midDots}${hyphens.replace("-", "")}\\-.(/]`;
const blended = blends.map((blend) => letters(blend, "")).join("|");
/** The beginning, and the end, of a word that may have several forms. */
const severalFrom = `[${letterRange}\\u00AD]+${marks}[${letterRange}]|[${letterRange}\\u00AD]*(?:${blended})`;
const severalTo = `${marks}[${letterRange}]+\\)?[${letterRange}]*|${blended}`;

/** The words in a row, those on both sides of the one at `at` perhaps in several forms: beyond such a one, nothing more is asked. */
function possibly(terms: readonly string[], at: number): string {
  const spelt = terms.map((term) => letters(term, glue));
  let before = "";
  for (const each of spelt.slice(0, at)) before = `(?:${before}${each}|${severalTo})${apart}`;
  let after = "";
  for (const each of spelt.slice(at + 1).reverse()) after = `${apart}(?:${each}${after}|${severalFrom})`;
  return before + (spelt[at] ?? "") + after;
}

function isPlain(term: string | null): term is string {
  return term !== null && /^[a-z]+$/.test(term) && !hasTwoLigatures(term);
}

/** "aoe" read by turns as two ligatures that overlap: rare, and not worth an expression. */
function hasTwoLigatures(term: string): boolean {
  for (let at = 0; at + 2 < term.length; at++) if (ligatures.has(term.slice(at, at + 2)) && ligatures.has(term.slice(at + 1, at + 3))) return true;
  return false;
}

function letters(term: string, between: string): string {
  const parts: string[] = [];
  for (let at = 0; at < term.length; at++) {
    const ligature = ligatures.get(term.slice(at, at + 2));
    const [first = "", second = ""] = [classOf.get(term.charAt(at)), classOf.get(term.charAt(at + 1))];
    if (ligature === undefined) parts.push(`[${first}]`);
    else {
      parts.push(`(?:[${first}]${between}[${second}]|[${ligature}])`);
      at++;
    }
  }
  return parts.join(between);
}
