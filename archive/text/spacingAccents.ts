/**
 * Accents beside their letters, as PDFs made by old TeX fonts have them: "fr´equence", "`a", "c¸a", "connaˆıtre". Each is put after its
 * letter as a combining mark, which every reader shows, and folding drops, as it does in "fréquence". The length stays the same:
 * no offset moves.
 */

/** Spacing accents, the combining mark of each, and the letters that French puts under it. */
const accents: Record<string, { mark: string; letters: string }> = {
  "´": { mark: "\u0301", letters: "eE" },
  "`": { mark: "\u0300", letters: "aeuAEU" },
  ˆ: { mark: "\u0302", letters: "aeiouıAEIOU" },
  "^": { mark: "\u0302", letters: "aeiouıAEIOU" },
  "¨": { mark: "\u0308", letters: "eiuyıEIUY" },
};

/** An accent, perhaps a space where two pieces meet, and a letter; or a cedilla on either side of its letter. */
const beside = /([´`ˆ^¨])( ?)([aeiouyıAEIOUY])|([cC])¸|¸([cC])/g;

/** A page that has letters with accents of their own uses ´ for something else: "l´eau". */
const composed = /[àâçèéêëîïôùûüÀÂÇÈÉÊËÎÏÔÙÛÜ]/;

/** The text with its spacing accents combined, when it is written with them throughout. As long as it was. */
export function combineAccents(text: string): string {
  if (!/[´ˆ¨¸]/.test(text) || composed.test(text)) return text;
  return text.replace(beside, (found: string, accent: string | undefined, space: string, letter: string, before?: string, after?: string) => {
    if (accent === undefined) return `${before ?? after ?? ""}\u0327`;
    const known = accents[accent];
    if (!known?.letters.includes(letter)) return found;
    // A word joiner stands for the space that went: it is not seen, and parts no word.
    return `${letter === "ı" ? "i" : letter}${known.mark}${space === "" ? "" : "\u2060"}`;
  });
}
