/**
 * Whether a phrase stands in a text, told without reading the text's words: for most texts by two regular expressions, one that nothing else meets, and
 * one that no phrase in plain letters fails. What lies between, and all unusual characters, are left to `findPhrase`.
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
const unusualClass = `[${unusual}\\u0250-\\u1FFF\\u200B-\\u200F\\u202A-\\u202E\\u205F-\\u209F\\u20C0-\\u218F\\u2460-\\u24FF\\u2768-\\u2793\\u27C0-\\uFFFC\\uFFFE\\uFFFF]`;
const isUnusual = new RegExp(unusualClass);
const eachUnusual = new RegExp(`[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|${unusualClass}`, "g");

/** Letters and digits of what is not unusual. Spelt out: classes of properties are slower by far. */
export const letterRange = "A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F";
const digitRange = "0-9\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE";

/** What may stand inside a word, or cut it at a line's end. */
const glue = `[${apostrophes.replace("´", "\\u00B4")}${hyphens.replace("-", "")}\\-.\\u00B7\\u2022\\u2027\\u00AD\\r\\n]*`;
const elided = `(?:(?:[ldjmtscnLDJMTSCN]|[${letterRange}]{0,5}[qQ][uU])[${apostrophes}])`;

export interface PlainPhrase {
  /** Whether the phrase surely stands in a text; false says nothing. */
  isSurelyIn(text: string): boolean;
  /** False when it surely does not stand there; true says nothing. */
  maybeIn(text: string): boolean;
  /** The same for a text in which word number `at` has one form only, wherever it stands. */
  maybeInPlain(text: string, at: number): boolean;
}

/** Null for a phrase that cannot be told so: one of words in other than plain letters, or of none. */
export function plainPhrase(phrase: readonly Word[]): PlainPhrase | null {
  const terms = phrase.map(onlyForm);
  if (terms.length === 0 || !terms.every(isPlain)) return null;
  const sure = new RegExp(`(?:^|${spaceBefore})${terms.map((term) => letters(term, "")).join(space)}(?=${spaceAfter}|$)`);
  const possible: RegExp[] = [];
  const several = new RegExp(formsOf(terms[0] ?? ""));
  const maybeInPlain = (text: string, at: number): boolean => {
    const expression = (possible[at] ??= new RegExp(possibly(terms, at)));
    return expression.test(text) || (isUnusual.test(text) && expression.test(text.replace(eachUnusual, fold)));
  };
  return {
    isSurelyIn: (text) => sure.test(text),
    maybeIn: (text) => maybeInPlain(text, 0) || several.test(text) || isUnusual.test(text),
    maybeInPlain,
  };
}

const article = `(?:[ldjmtscnLDJMTSCN]['’])?`;
/** Before a phrase in plain text, within it and after it. */
const spaceBefore = `[ \\u00A0\\u202F\\n][(«"“]?[ \\u00A0\\u202F]?${article}`;
const space = `(?:[ \\u00A0\\u202F]|[,;:] |\\n)${article}`;
const spaceAfter = `[ \\u00A0\\u202F\\n]|[,;:!?.»"”)](?:\\s|$)`;

/** What lies between two words: anything but letters and digits, and elided articles. */
const apart = `(?:[^${letterRange}${digitRange}]|${elided})*`;
const marks = `[${midDots}${hyphens.replace("-", "")}\\-.(/]`;
const blended = blends.map((blend) => letters(blend, "")).join("|");
/** The beginning, and the end, of a word that may have several forms. */
const severalFrom = `[${letterRange}\\u00AD]+${marks}[${letterRange}]|[${letterRange}\\u00AD]*(?:${blended})`;
const severalTo = `${marks}[${letterRange}]+\\)?[${letterRange}]*|${blended}`;

/** A word of several forms, of which a term may be one and yet not be spelt out: they begin alike, but for a few. */
function formsOf(term: string): string {
  const first = letters(term.charAt(0), "");
  return `${first}(?<![${letterRange}]${first})[${letterRange}\\u00AD]*${marks}[${letterRange}]|${blended}`;
}

/**
 * The words in a row, those on both sides of the one at `at` perhaps in several forms: beyond such a one, nothing more is asked. What stands before is
 * looked for from the word itself backwards, so that a text is passed through for that word alone.
 */
function possibly(terms: readonly string[], at: number): string {
  const spelt = terms.map((term) => letters(term, glue));
  const own = spelt[at] ?? "";
  let [before, after] = ["", ""];
  for (const each of spelt.slice(0, at)) before = `(?:${before}${each}|${severalTo})${apart}`;
  for (const each of spelt.slice(at + 1).reverse()) after = `${apart}(?:${each}${after}|${severalFrom})`;
  return own + (before && `(?<=${before}${own})`) + (after && `(?=${after})`);
}

function isPlain(term: string | null): term is string {
  return term !== null && /^[a-z]+$/.test(term) && !hasTwoLigatures(term);
}

/** "aoe" read by turns as two ligatures that overlap: rare, and not worth an expression. */
function hasTwoLigatures(term: string): boolean {
  for (let at = 0; at + 2 < term.length; at++) if (ligatures.has(term.slice(at, at + 2)) && ligatures.has(term.slice(at + 1, at + 3))) return true;
  return false;
}

/** An expression for the letters of a folded term, however they are accented; `between` may stand between any two. */
export function letters(term: string, between: string): string {
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
