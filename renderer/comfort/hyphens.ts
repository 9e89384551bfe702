/** Where words may be parted at a line's end, by Liang's patterns: Chromium carries no French ones. */
import { hyphenateSync as hyphenateEnglish } from "hyphen/en";
import { hyphenateSync as hyphenateFrench } from "hyphen/fr";
import type { Edit } from "../../archive/text/shownText.ts";

const softHyphen = "\u00AD";
const hyphenate = { fr: hyphenateFrench, en: hyphenateEnglish };
const known = { fr: new Map<string, number[]>(), en: new Map<string, number[]>() };
/** Words remembered, for each language. */
const most = 20_000;

/** A soft hyphen at each such place. Names, words that hold something else than letters, or have a hyphen already, are left alone. */
export function hyphenEdits(text: string, language: "fr" | "en"): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{M}\p{N}\u00AD/@.])\p{Ll}{6,}(?![\p{L}\p{M}\p{N}\u00AD/@])/gu)) {
    for (const at of placesIn(word, language)) edits.push({ from: index + at, to: index + at, text: softHyphen });
  }
  return edits;
}

function placesIn(word: string, language: "fr" | "en"): number[] {
  const words = known[language];
  const before = words.get(word);
  if (before) return before;
  const places: number[] = [];
  let at = 0;
  for (const part of hyphenate[language](word).split(softHyphen).slice(0, -1)) places.push((at += part.length));
  if (words.size >= most) words.clear();
  words.set(word, places);
  return places;
}
