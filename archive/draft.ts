/**
 * What an import makes of a file before the library keeps it: letters and reports as drafts, and what was noted on the way. Nothing here is on
 * disk, has an id or belongs to a collection yet.
 */
import type { RootContent } from "mdast";
import type { Failure, OutlineEntry, Rubric } from "./model.ts";

/** Everything that an import takes away, mends or is not sure of. Worded for people in `words/`. */
export const noteCodes = [
  // Doubts: a person may want to look.
  "no-date",
  "date-from-file-name",
  "date-from-mail",
  "date-from-metadata",
  "no-title",
  "title-guessed",
  "no-heading",
  "headings-guessed",
  "new-rubric",
  "charset-guessed",
  "charset-wrong",
  "characters-lost",
  "part-damaged",
  "mail-truncated",
  "picture-missing",
  "redirect-link",
  "too-deep",
  "pages-without-text",
  "pages-unreadable",
  // Left as it is.
  "in-bin",
  "bundled-kept",
  "dossier-waits",
  "notes-older",
  "notes-foreign",
  // Of a file of notes.
  "notes-beside",
  "notes-homeless",
  "notes-added",
  "notes-updated",
  // Taken away.
  "banner-removed",
  "social-removed",
  "preheader-removed",
  "boilerplate-removed",
  "merge-tag-removed",
  "shortcode-removed",
  "pixel-removed",
  "tracking-removed",
  "active-removed",
  "hidden-removed",
  "remote-picture",
  // Kept beside the letter.
  "attachment-kept",
  // Mended.
  "mojibake-mended",
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** Whether a person may want to look; the others tell what was taken away or mended. */
export function isDoubt({ code }: ImportNote): boolean {
  return !code.endsWith("-removed") && !["remote-picture", "mojibake-mended", "notes-added", "notes-updated"].includes(code);
}

export interface ImportNote {
  code: NoteCode;
  /** The words, address or name concerned, cut to 200 characters; empty when the code says all. */
  detail: string;
}

/** A picture that came with a letter. Its name is unique in its draft and is what the letter's Markdown points to: `pictures/<name>`. */
export interface DraftPicture {
  name: string;
  bytes: Uint8Array;
}

export interface DraftSection {
  title: string;
  /** Known or learnt from its title; null when it has none. */
  rubric: Rubric | null;
  /** Clean Markdown: no raw HTML, headings of depth 3 and more. */
  blocks: RootContent[];
}

export interface LetterDraft {
  kind: "letter";
  title: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when nothing tells it. */
  date: string | null;
  authors: string[];
  /** Whoever published it, as far as the file tells: the sender's name, the site's name. Helps to choose a collection. */
  publisher: string | null;
  /** What stands before the first section. */
  opening: RootContent[];
  sections: DraftSection[];
  pictures: DraftPicture[];
  /** PDFs that came with the letter. Its Markdown cites the first as `attachment:0`, the second as `attachment:1`... */
  attachments: ReportDraft[];
  notes: ImportNote[];
}

export interface ReportDraft {
  kind: "report";
  title: string;
  date: string | null;
  authors: string[];
  pageLabels: string[];
  outline: OutlineEntry[];
  /** The text of each page; empty where it has none. */
  pages: string[];
  /** The PDF itself. */
  bytes: Uint8Array;
  notes: ImportNote[];
}

export type Draft = LetterDraft | ReportDraft;

/** What became of one file, or of one letter inside it (`box.mbox/3`, `letters.zip/2022/mars.html`). */
export interface ImportItem {
  /** As the person gave it, followed by the path inside it. */
  file: string;
  status: "added" | "unchanged" | "failed";
  /** Id of the document, when there is one. */
  document: string | null;
  kind: "letter" | "report" | null;
  collection: string | null;
  title: string | null;
  date: string | null;
  sections: { id: string; title: string; rubric: string | null }[];
  /** Number of pages of a report. */
  pages: number | null;
  /** Counts from 1; more for a document that changed since it was first imported. */
  revision: number | null;
  notes: ImportNote[];
  failure: Failure | null;
}

export interface ImportReport {
  items: ImportItem[];
  /** A person stopped it: what had been done by then stays. */
  cancelled: boolean;
}

export interface ImportProgress {
  /** The file being read, as in `ImportItem`. */
  file: string;
  /** Files done, and how many are known so far: a folder or a mailbox shows its files as it is read. */
  done: number;
  total: number;
  added: number;
  unchanged: number;
  failed: number;
}
