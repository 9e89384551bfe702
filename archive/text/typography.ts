/**
 * French typography for display only, as the Imprimerie nationale sets it: narrow no-break spaces before ; ! ? » and after «, a no-break space
 * before a colon, curly apostrophes, French quotation marks. Nothing is stored, searched or copied in this form.
 */
import type { Edit } from "./shownText.ts";

const narrow = "\u202F";
const noBreak = "\u00A0";

/** Spaces that were typed plain, and what they become. */
const spaces: readonly [RegExp, string][] = [
  [/[ \u00A0](?=[;!?»])/g, narrow],
  [/(?<=«)[ \u00A0]/g, narrow],
  [/[ \u00A0](?=:(?:\s|$))/g, noBreak],
  [/(?<=\d) (?=\d{3}(?!\d))/g, narrow],
  [/(?<=\d) (?=(?:h|%|€|min|km|Mo|ko|Go)(?![\p{L}\p{N}]))/gu, noBreak],
  [/(?<=\d[ \u00A0]h) (?=\d)/g, noBreak],
];

/** What a typist leaves out or writes plain. After a letter only: "https://a?b" and "12:30" are no prose. */
const marks: readonly [RegExp, string][] = [
  [/(?<=\p{L})'(?=\p{L})/gu, "’"],
  [/(?<=\p{L})(?=[;!?](?:[\s)»]|$))/gu, narrow],
  [/(?<=\p{L})(?=:(?:\s|$))/gu, noBreak],
  [/(?<=«)(?=[\p{L}\p{N}])/gu, narrow],
  [/(?<=[\p{L}\p{N}.!?…])(?=»)/gu, narrow],
];

/** Straight quotation marks around something, of which the first begins it and the second ends it. */
const quotation = /(?<=^|[\s(’'—–-])"(?=\S)[^"\n]*[^\s"]"(?=$|[\s).,;:!?…—–-])/g;

/** A text with its spaces set: for words of the interface, titles and dates, which are typed with the right marks. */
export function frenchTypography(text: string): string {
  return spaces.reduce((set, [space, becomes]) => set.replace(space, becomes), text);
}

/** The changes that set a text of whatever origin. */
export function typographyEdits(text: string): Edit[] {
  const edits = [...spaces, ...marks].flatMap(([pattern, becomes]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }): Edit => ({ from: index, to: index + found.length, text: becomes })),
  );
  for (const { 0: found, index } of text.matchAll(quotation)) {
    const end = index + found.length;
    edits.push({ from: index, to: index + 1, text: `«${narrow}` }, { from: end - 1, to: end, text: `${narrow}»` });
  }
  return edits;
}
