/** What a character is to a word: the one classification for `words` and `inclusive`. One lookup for all but the rarest characters. */
import { apostrophes, hyphens } from "./fold.ts";

/** Part of a word: letters (the first kinds, so that `kind <= digit` reads "begins a word"), and what may stand inside it. */
export const letter = 0;
export const digit = 1;
/** Combining marks and invisible characters: inside a word they belong to it, and fold away. */
export const joiner = 2;
export const apostrophe = 3;
export const hyphen = 4;
/** Dots at mid-height, which between letters serve only inclusive writing (and Catalan). */
export const midDot = 5;
export const dot = 6;
export const opening = 7;
export const closing = 8;
export const slash = 9;
export const lineEnd = 10;
export const other = 11;

/** · ⋅ ‧ • ∙ ・ U+0387 ⸱ ⸳ and the half-width ･ */
export const midDots = "\u00B7\u22C5\u2027\u2022\u2219\u30FB\u0387\u2E31\u2E33\uFF65";

const named: [characters: string, kind: number][] = [
  [apostrophes, apostrophe],
  [hyphens, hyphen],
  [midDots, midDot],
  [".", dot],
  ["(", opening],
  [")", closing],
  ["/", slash],
  ["\n\r", lineEnd],
];

const unknown = 255;
/** By UTF-16 code unit; filled as characters are met, since classifying 65,536 of them would delay every start. */
const kinds = new Uint8Array(0x10000).fill(unknown);
for (const [characters, kind] of named) for (const character of characters) kinds[character.charCodeAt(0)] = kind;

/** The kind of the character at an offset; `other` past the end. A letter beyond U+FFFF is found at its first half. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return other;
  const code = text.charCodeAt(at);
  const kind = kinds[code] ?? other;
  return kind === unknown ? classify(text, at, code) : kind;
}

/** The end of the run of letters, digits and what belongs to them that begins at an offset. */
export function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = kinds[text.charCodeAt(at)] ?? other;
    if (kind <= joiner) at++;
    else if (kind === unknown && kindAt(text, at) <= joiner) at += isHighSurrogate(text.charCodeAt(at)) ? 2 : 1;
    else break;
  }
  return at;
}

/** Whether a word begins at an offset. */
export function beginsWord(text: string, at: number): boolean {
  return kindAt(text, at) <= digit;
}

/** Surrogates stay unknown in the table: what they stand for takes two of them. */
function classify(text: string, at: number, code: number): number {
  if (isHighSurrogate(code)) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code));
  const kind = kindOf(String.fromCharCode(code));
  if (code < 0xd800 || code > 0xdfff) kinds[code] = kind;
  return kind;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function kindOf(character: string): number {
  if (/\p{M}|\p{Default_Ignorable_Code_Point}/u.test(character)) return joiner;
  if (/\p{L}/u.test(character)) return letter;
  return /\p{N}/u.test(character) ? digit : other;
}
