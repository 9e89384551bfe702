/**
 * What is exported, gathered: letters with the sections wanted, their pictures, and the words that the files say of themselves. The exporters beside
 * this file turn it into bytes; they read and write nothing.
 */
import type { LetterHead, Opening, Section } from "../model.ts";

export interface ExportedLetter {
  head: LetterHead;
  /** Title of its collection. */
  collection: string;
  language: "fr" | "en";
  opening: Opening | null;
  /** In the letter's order; fewer than the letter has when only some are wanted. */
  sections: Section[];
  isWhole: boolean;
  /** Its date in words. */
  date: string;
  /** By path in the letter. */
  pictures: ReadonlyMap<string, ExportedPicture>;
}

export interface ExportedPicture {
  bytes: Uint8Array;
  /** Media type. */
  type: string;
}

export interface Exported {
  /** Of the whole: a section's, a letter's, or what several have in common. */
  title: string;
  /** Of the interface, in which the words below are. */
  language: "fr" | "en";
  letters: ExportedLetter[];
  /** Of the export: ISO 8601, UTC. */
  at: string;
  /** Whether French texts are set with the spaces and marks of French typography. */
  isTypeset: boolean;
  words: ExportWords;
}

/** Sentences with {{names}} to be filled. */
export interface ExportWords {
  contents: string;
  source: string;
  /** {{collection}}, {{letter}}, {{date}}. */
  letterSource: string;
  /** {{collection}}, {{letter}}, {{date}}, {{sections}}. */
  sectionSource: string;
  /** {{date}}. */
  madeOn: string;
  links: string;
  /** {{alt}}. */
  picture: string;
  pictureUnnamed: string;
  notCarried: string;
  /** Over the footnotes of a text. */
  notes: string;
  /** {{number}}. */
  backToNote: string;
  /** Of an EPUB, for people who ask whether they can read it. */
  access: string;
}

/** A sentence with its names filled in. */
export function say(sentence: string, values: Record<string, string> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Where a letter, or its sections, come from, in one sentence. */
export function sourceOf({ head, collection, date, sections, isWhole }: ExportedLetter, words: ExportWords): string {
  const about = { collection, letter: head.title, date };
  if (isWhole) return say(words.letterSource, about);
  return say(words.sectionSource, { ...about, sections: sections.map(({ title }) => title).join(", ") });
}

/** The sentence that tells when this was made. */
export function madeOn({ at, language, words }: Exported): string {
  const date = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(at));
  return say(words.madeOn, { date: language === "fr" ? date.replace(/^1 /, "1er ") : date });
}

/** Id of a letter inside an exported file, and of one of its sections: those of the archive, in a form that any reader takes. */
export function anchorOf(letter: string, section: string | null = null): string {
  return `l-${letter.replace("/", "_")}${section === null ? "" : `_${section}`}`;
}
