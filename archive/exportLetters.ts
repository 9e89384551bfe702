/** Gathers what is to be exported from the letters asked for, in the shelf's order, and has it made into a file's bytes. */
import { type Answer, type Collection, fail, type Letter, succeed } from "./model.ts";
import type { Exported, ExportedLetter, ExportedPicture, ExportWords } from "./share/exported.ts";
import { exportEpub } from "./share/exportEpub.ts";
import { exportHtml } from "./share/exportHtml.ts";
import { exportMarkdown } from "./share/exportMarkdown.ts";
import { paperFonts } from "./share/exportStyle.ts";

export type ExportFormat = "markdown" | "html" | "epub" | "paper" | "pack";

export interface ExportRequest {
  /** Documents and passages: whole letters, and sections of letters. */
  ids: readonly string[];
  /** "paper" is the page that is printed or made a PDF; a pack holds whole letters. */
  format: ExportFormat;
  /** Of what the file says of itself. */
  language: "fr" | "en";
  isTypeset: boolean;
  /** In a pack: the person's notes about these letters. */
  withNotes?: boolean | undefined;
}

export interface ExportedFile {
  /** What the file is about, without extension. */
  name: string;
  bytes: Uint8Array;
}

/** Where letters, pictures and words come from. */
export interface ExportSources {
  collection(id: string): Collection | undefined;
  letter(id: string): Promise<Answer<Letter>>;
  picture(letter: string, path: string): Promise<ExportedPicture | null>;
  pack(wanted: { title: string; documents: string[]; withNotes: boolean }): Promise<Answer<Uint8Array>>;
  words: ExportWords;
  /** A date in words. */
  sayDate(date: string | null): string;
  /** Of the export: ISO 8601, UTC. */
  at: string;
  /** The title of a file with several letters. */
  sayLetters(count: number): string;
}

/** Fails with `unknown-document` or `unknown-section` for an id that is not there, and as reading a letter does. */
export async function exportLetters(request: ExportRequest, sources: ExportSources): Promise<Answer<ExportedFile>> {
  const letters: ExportedLetter[] = [];
  for (const [id, wanted] of sectionsByLetter(request.ids)) {
    const letter = await gather(id, wanted, sources);
    if (!letter.ok) return letter;
    letters.push(letter.value);
  }
  letters.sort((a, b) => (a.head.date ?? "").localeCompare(b.head.date ?? "") || a.head.id.localeCompare(b.head.id));
  const { words, at } = sources;
  const { format, language, isTypeset, withNotes = false } = request;
  const title = titleOf(letters, sources);
  if (format === "pack") {
    const packed = await sources.pack({ title, documents: letters.map(({ head }) => head.id), withNotes });
    return packed.ok ? succeed({ name: title, bytes: packed.value }) : packed;
  }
  return succeed({ name: title, bytes: await bytesOf({ title, language, letters, at, isTypeset, words }, format) });
}

async function bytesOf(exported: Exported, format: Exclude<ExportFormat, "pack">): Promise<Uint8Array> {
  switch (format) {
    case "markdown":
      return Buffer.from(exportMarkdown(exported));
    case "html":
      return Buffer.from(exportHtml(exported));
    case "paper":
      return Buffer.from(exportHtml(exported, paperFonts("/assets/fonts")));
    case "epub":
      return exportEpub(exported);
  }
}

/** The sections asked for of each letter; null for all of them. */
function sectionsByLetter(ids: readonly string[]): Map<string, Set<string> | null> {
  const wanted = new Map<string, Set<string> | null>();
  for (const id of ids) {
    const [letter = "", section] = id.split("#");
    const known = wanted.get(letter);
    if (section === undefined) wanted.set(letter, null);
    else if (known !== null) wanted.set(letter, (known ?? new Set()).add(section));
  }
  return wanted;
}

async function gather(id: string, wanted: Set<string> | null, sources: ExportSources): Promise<Answer<ExportedLetter>> {
  const answer = await sources.letter(id);
  if (!answer.ok) return answer;
  const { head, opening, sections, pictures } = answer.value;
  const kept = wanted === null ? sections : sections.filter((section) => wanted.has(section.id));
  if (wanted !== null && kept.length < wanted.size) return fail("unknown-section", { subject: id, title: head.title });
  const collection = sources.collection(head.collection);
  const found = new Map<string, ExportedPicture>();
  for (const path of new Set(pictures)) {
    const picture = await sources.picture(id, path);
    if (picture) found.set(path, picture);
  }
  return succeed({
    head,
    collection: collection?.title ?? head.collection,
    language: collection?.language ?? "fr",
    opening: wanted === null ? opening : null,
    sections: kept,
    isWhole: wanted === null,
    date: sources.sayDate(head.date),
    pictures: found,
  });
}

function titleOf(letters: readonly ExportedLetter[], { sayLetters }: ExportSources): string {
  const [only] = letters;
  if (!only || letters.length > 1) return sayLetters(letters.length);
  const [section] = only.sections;
  const title = !only.isWhole && only.sections.length === 1 && section ? `${section.title} — ${only.head.title}` : only.head.title;
  return `${title}, ${only.date}`;
}
