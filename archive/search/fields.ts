/** Passages as an index sees them: the terms of each field. Every index, sealed or live, is made of these. */
import type { FoundHead, Passage } from "../model.ts";
import { neighboursOf } from "../text/phrase.ts";
import { stems } from "../text/stem.ts";
import { type IndexTerms, indexTerms, onlyForm } from "../text/terms.ts";
import type { Word } from "../text/words.ts";
import { neighbourBits, neighbourByte } from "./sealed/neighbours.ts";

/** Words as they are written, which prefixes and typos are looked for in; and their stems, which a plural and a feminine share. */
export const surfaceFields = ["title", "heading", "text"] as const;
export const stemFields = ["headingStems", "textStems"] as const;
export const fields = [...surfaceFields, ...stemFields] as const;

/**
 * What a match counts for in each field. A heading speaks of its passage more than its document's title, which all its passages share; a
 * word as it was typed counts more than another form of it.
 */
export const boosts: Readonly<Record<(typeof fields)[number], number>> = {
  title: 1.2,
  heading: 2.5,
  text: 1,
  headingStems: 1,
  textStems: 0.4,
};

/** A passage as an index takes it in. */
export interface PassageTerms {
  /** Field by field in the order of `fields`, repeated as in the text; null for a field it does not have. */
  terms: (string[] | null)[];
  /** For each term of its text, what stands beside it. */
  neighbours: Uint8Array;
}

export function passageTerms(passage: Passage, head: FoundHead | undefined): PassageTerms {
  // A page's printed label ("12") is not a word of the page; a section's title is.
  const heading = passage.kind === "section" || passage.kind === "dossier" ? indexTerms(passage.heading) : null;
  const text = indexTerms(passage.text);
  const title = head && head.title !== passage.heading ? indexTerms(head.title).surface : null;
  const terms = [title, heading?.surface ?? null, text.surface, heading?.stems.map(stemTerm) ?? null, text.stems.map(stemTerm)];
  return { terms, neighbours: neighbourBytes(text) };
}

/** For each term, in the order of `surface`, the byte of its word. */
function neighbourBytes({ surface, words }: IndexTerms): Uint8Array {
  const bits = new Uint8Array(words.length);
  for (let index = 0; index < words.length; index += 1) bits[index] = neighbourBits(onlyForm(words[index]));
  const { before, after } = neighboursOf(words);
  const bytes = new Uint8Array(surface.length);
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    // A word of several forms may be one or another: nothing is said of what stands beside it.
    const byte = bits[index] === 0 ? 0 : neighbourByte(bits[before[index] as number] ?? 0, bits[after[index] as number] ?? 0);
    for (let left = (words[index] as Word).forms.length; left > 0; left -= 1) bytes[at++] = byte;
  }
  return bytes;
}

/** The terms of the stems of a word, as a stem field holds them. */
export function stemTermsOf(word: string): string[] {
  return stems(word).map(stemTerm);
}

/** A stem as a term of the index: told from words, so that completions and typos only meet words. */
export function stemTerm(stem: string): string {
  return `=${stem}`;
}

/** Whether a term of the index is a word, and not a stem. */
export function isWord(term: string): boolean {
  return !term.startsWith("=");
}
