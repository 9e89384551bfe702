/**
 * The nouns of the archive: collections hold letters and reports; letters have sections, reports have pages; search finds
 * passages. Schemas stand where data enters from a file or another process; everything else is a plain type.
 *
 * Ids are stable and readable: `la-derivation` (collection), `la-derivation/2022-10` (document),
 * `la-derivation/2022-10#une-analyse` and `la-derivation/mutualisons-2022#p12` (passages; pages count from 1).
 */
import type { Root } from "hast";
import { z } from "zod";
import { isLetterDate } from "./letterDate.ts";

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";

export const CollectionId = z.string().max(100).regex(new RegExp(`^${slug}$`));
export const DocumentId = z.string().max(200).regex(new RegExp(`^${slug}/${slug}$`));
export const PassageId = z.string().max(400).regex(new RegExp(`^${slug}/${slug}#${slug}$`));
export const SlugId = CollectionId;
/** Of what a person writes, as its file is named: letters, digits and hyphens, as `randomUUID` makes them. */
export const ItemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A date as precisely as the letter says it: `2022`, `2022-10` or `2022-10-05`. Compares as text. */
export const LetterDate = z.string().refine(isLetterDate, "expected a date as YYYY, YYYY-MM or YYYY-MM-DD");

export const Rubric = z.object({ id: SlugId, title: z.string().min(1) });
export type Rubric = z.infer<typeof Rubric>;

/** A work that letters cite and that this archive does not carry. */
export const Elsewhere = z.object({ id: SlugId, title: z.string().min(1), note: z.string().min(1) });
export type Elsewhere = z.infer<typeof Elsewhere>;

export const Collection = z.object({
  id: CollectionId,
  title: z.string().min(1),
  description: z.string(),
  language: z.enum(["fr", "en"]),
  /** Written to try the application out; a person can hide it. */
  sample: z.boolean(),
  elsewhere: z.array(Elsewhere),
});
export type Collection = z.infer<typeof Collection>;

export const SectionHead = z.object({ id: SlugId, title: z.string().min(1), rubric: SlugId.nullable() });
export type SectionHead = z.infer<typeof SectionHead>;

/** One line of a report's outline; `page` counts from 1, `level` from 0. */
export const OutlineEntry = z.object({ title: z.string(), page: z.int().min(1), level: z.int().min(0) });
export type OutlineEntry = z.infer<typeof OutlineEntry>;

const documentFields = {
  id: DocumentId,
  collection: CollectionId,
  title: z.string().min(1),
  /** Null when nothing tells it: it is never made up. */
  date: LetterDate.nullable(),
  authors: z.array(z.string()),
};

export const LetterHead = z.object({ kind: z.literal("letter"), ...documentFields, sections: z.array(SectionHead) });
export type LetterHead = z.infer<typeof LetterHead>;

export const ReportHead = z.object({
  kind: z.literal("report"),
  ...documentFields,
  subtitle: z.string(),
  description: z.string(),
  /** As printed on each page ("iv", "12"); its length is the number of pages. */
  pageLabels: z.array(z.string()).min(1),
  outline: z.array(OutlineEntry),
});
export type ReportHead = z.infer<typeof ReportHead>;

/** What a list or a shelf needs to know of a document, without its text. */
export const DocumentHead = z.discriminatedUnion("kind", [LetterHead, ReportHead]);
export type DocumentHead = z.infer<typeof DocumentHead>;

/** Clean hypertext: only elements, attributes and link schemes allowed by `text/hypertext`. */
export type Hypertext = Root;

export interface Section extends SectionHead {
  content: Hypertext;
  /** The words of the section, blocks on lines of their own; what is searched. */
  text: string;
}

/** What stands in a letter before its first section: a greeting, an editor's note. Found as the passage `#ouverture`. */
export type Opening = Pick<Section, "content" | "text">;

export interface Letter {
  head: LetterHead;
  opening: Opening | null;
  sections: Section[];
  /** Paths of the pictures shown, relative to the letter's folder: `pictures/cover.svg`. */
  pictures: string[];
  /** Where sections that are no more can be found: their ids before, and now. Absent when there are none. */
  former?: Record<string, string>;
}

/** What is searched and found: a section of a letter, a page of a report, or what a person wrote beside them (`note.ts`) or in a dossier (`dossier.ts`, whose ids then stand for documents'). */
export const Passage = z.object({
  id: PassageId,
  document: DocumentId,
  kind: z.enum(["section", "page", "note", "dossier"]),
  /** The section's title or the page's printed label; a note's is that of its section or page, a dossier's its title, or empty for a text in it. */
  heading: z.string(),
  rubric: SlugId.nullable(),
  /** Counted from 1; null in a letter. */
  page: z.int().min(1).nullable(),
  text: z.string(),
  /** Its words were made out by machine from the page's picture. */
  byMachine: z.literal(true).exactOptional(),
});
export type Passage = z.infer<typeof Passage>;

const share = z.number().min(0).max(1);

/** A word that the machine made out: its letters; where it stands, from the left and the top, how wide and high it is, in shares of the page as it is shown upright; how sure it is, from 0 to 100. */
export const MachineWord = z.tuple([z.string().min(1).max(500), share, share, share, share, z.int().min(0).max(100)]);
export type MachineWord = z.infer<typeof MachineWord>;

/** The words of one line, in reading order. */
export const MachineLine = z.array(MachineWord).min(1).max(2000);
export type MachineLine = z.infer<typeof MachineLine>;

/** What the machine read on a page of a report; no line when it found no word there. */
export const MachinePage = z.object({
  /** From 1. */
  page: z.int().min(1),
  lines: z.array(MachineLine).max(5000),
});
export type MachinePage = z.infer<typeof MachinePage>;

/** What there is of a report to be read by machine, in pages counted from 1. */
export interface MachineReading {
  /** Pages without text that nobody read yet. */
  unread: number[];
  /** Pages that the machine read, those without a word included. */
  read: number[];
  /** It lies in the person's library, where what is read can be kept. */
  isKept: boolean;
}

/** A passage without its words. */
export type PassageHead = Omit<Passage, "text">;

/**
 * Passages by place, from 0 in the order of indexing. What a search asks of each that answers stands in columns, at once; the texts may stay on the
 * disk until they are asked for. A place is empty once its passage was removed.
 */
export interface PassageList {
  /** Places, empty ones included. */
  readonly count: number;
  /** The ids that `documentOf` counts in; number 0 is no document's, and an empty string. */
  readonly documents: readonly string[];
  /** The ids that `rubricOf` counts in; number 0 is no rubric, and an empty string. */
  readonly rubrics: readonly string[];
  /** For each place, its document's number; 0 where it is empty. May be longer than `count`. */
  readonly documentOf: Uint32Array;
  /** For each place, its rubric's number; 0 without one. */
  readonly rubricOf: Uint32Array;
  /** For each place, its page counted from 1; 0 for a section. */
  readonly pageOf: Uint32Array;
  /** Null where the place is empty, and when its text cannot be read any more. */
  at(place: number): Passage | null;
  /** The place of a passage; null when it is not here, or was removed. */
  placeOf(id: string): number | null;
}

/** A stretch of a text to highlight: UTF-16 offsets, the end excluded. */
export type Mark = [from: number, to: number];

export interface Hit {
  /** Its text stays where it is: what is shown of it is the excerpt. */
  passage: PassageHead;
  score: number;
  excerpt: string;
  /** Offsets into `excerpt`, in order, without overlap. */
  marks: Mark[];
}

/** A dossier as search knows it beside the documents: of no collection and no date. */
export interface FoundDossier {
  kind: "dossier";
  id: string;
  title: string;
  collection: null;
  date: null;
}

/** What passages are found in. */
export type FoundHead = DocumentHead | FoundDossier;

/** The hits of one document, best first; groups stand in the order of their best hit. */
export interface HitGroup {
  document: FoundHead;
  hits: Hit[];
}

export type SearchOrder = "relevance" | "date";

/** One value of a facet: its title for people, and how many of the passages found have it. */
export interface Facet {
  value: string;
  title: string;
  passages: number;
}

/** Counted over all passages found, most first; years newest first. `kinds` holds "letter", "report", "note" and "dossier". */
export interface Facets {
  kinds: Facet[];
  years: Facet[];
  rubrics: Facet[];
  collections: Facet[];
}

/** A part of a query as it was understood, and where it stands in what was typed. */
export interface UnderstoodPart {
  kind: "word" | "phrase" | "rubric" | "type" | "year" | "before" | "after" | "collection" | "document";
  /** As typed, without quotes, hyphen or filter's name. */
  text: string;
  from: number;
  to: number;
  isExcluded: boolean;
  /** Joined by OR to the part before it. */
  isAlternative: boolean;
}

export interface SearchResults {
  /** As typed, without the spaces around it. */
  query: string;
  understood: UnderstoodPart[];
  /** What to mark in the texts. */
  terms: SearchTerm[];
  /** Number of passages found, of which `groups` may show fewer. */
  total: number;
  /** Number of documents they are in. */
  documents: number;
  /** Milliseconds spent in the search itself. */
  tookMs: number;
  groups: HitGroup[];
  facets: Facets;
  /** "some": not all words were found together, so passages with some of them are shown. */
  step: "exact" | "typos" | "some";
  /** The query with unknown words replaced by known ones, when little was found. */
  suggestion: string | null;
  /** Words of the archive that begin as the last one typed, the most frequent first. */
  completions: string[];
}

const word = z.string().min(1).max(2000);
// `readonly()` would freeze whatever stands in its place before it is refused, and throw where that cannot be frozen.
const words = z.array(word).max(50).transform((list): readonly string[] => list);

/** A word that was typed, and what answers it: itself, and whatever of the rest is asked for. */
export const SearchTerm = z.object({
  /** Folded. */
  term: word,
  /** Words that begin with it answer too: it was still being typed. */
  prefix: z.boolean(),
  /** Other folded forms that answer as well as the term: those that inclusive writing stands for. */
  forms: words.exactOptional(),
  /** Words with one of these stems answer too. */
  stems: words.exactOptional(),
  /** Words within so many typing errors answer too; 0 when absent. */
  fuzzy: z.int().min(0).max(3).exactOptional(),
});
export type SearchTerm = z.infer<typeof SearchTerm>;

/** The marks of one page of a report. */
export interface PageMarkCount {
  /** From 1. */
  page: number;
  count: number;
}

/** What is marked in a whole report. */
export interface Occurrences {
  terms: SearchTerm[];
  /** Pages with marks, in order. */
  pages: PageMarkCount[];
}

/** A section of a letter that links to a report. */
export interface Citation {
  letter: LetterHead;
  /** The section's id, and its title; an opening has none of its own. */
  section: string;
  sectionTitle: string | null;
  /** The page (from 1) that is cited; null for the report as a whole. */
  page: number | null;
  /** The link's address, as the letter has it. */
  href: string;
}

/** Everything that is expected to go wrong. Worded for people in `renderer/words`. */
export const failureCodes = [
  "catalogue-missing",
  "catalogue-damaged",
  "index-missing",
  "index-damaged",
  "index-outdated",
  "letter-missing",
  "letter-damaged",
  "report-missing",
  "report-damaged",
  "report-truncated",
  "report-empty",
  "report-changed",
  "report-too-heavy",
  "picture-missing",
  "settings-damaged",
  "views-damaged",
  "reading-damaged",
  "tabs-damaged",
  "window-damaged",
  "import-report-damaged",
  "import-report-newer",
  "keys-damaged",
  "profile-newer",
  "profile-full",
  "profile-read-only",
  "profile-unwritten",
  "unknown-document",
  "unknown-passage",
  "unknown-rubric",
  "unknown-section",
  "unknown-collection",
  "file-missing",
  "file-exists",
  "file-empty",
  "file-unreadable",
  "file-too-large",
  "format-unknown",
  "letter-empty",
  "zip-damaged",
  "zip-unsafe",
  "zip-bomb",
  "zip-nested",
  "zip-locked",
  "zip-method",
  "report-locked",
  "report-too-slow",
  "report-too-large",
  "report-unread",
  "date-invalid",
  "collection-invalid",
  "library-locked",
  "library-read-only",
  "library-newer",
  "library-repaired",
  "nothing-to-undo",
  "file-changed",
  "part-missing",
  "record-damaged",
  "document-unlisted",
  "import-failed",
  "disk-full",
  "write-failed",
  "pack-damaged",
  "pack-altered",
  "pack-newer",
  "pack-key-changed",
  "pack-too-large",
  "key-damaged",
  "export-failed",
  "print-failed",
  "folder-closed",
  "invalid-argument",
  "link-invalid",
  "librarian-stopped",
  "answer-failed",
  "copy-failed",
  "no-viewer",
  "machine-late",
  "machine-stopped",
  "item-damaged",
  "item-newer",
  "item-changed",
  "item-beside",
  "item-removed",
  "unknown-item",
  "notes-damaged",
  "kit-full",
  "kit-read-only",
  "kit-gone",
  "kit-altered",
  "kit-failed",
] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  code: FailureCode;
  /** The document, passage or rubric concerned, when there is one. */
  subject?: string;
  /** Title of the document concerned, when it is known. */
  title?: string;
  /** The file concerned, relative to its archive's folder. */
  file?: string;
  /** What the reader of the file said, in English, for a diagnosis. */
  detail?: string;
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export function succeed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail(code: FailureCode, about: Omit<Failure, "code"> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...about } };
}

/** What search cannot see. */
export interface Coverage {
  /** Reports with pages that have no text: scans, drawings. */
  reportsWithoutText: number;
  pagesWithoutText: number;
  /** Documents that cannot be opened. */
  closedDocuments: number;
}

/** What the shelf shows. */
export interface Overview {
  collections: Collection[];
  rubrics: Rubric[];
  /** Newest first. */
  documents: DocumentHead[];
  /** Ids of the documents that a person imported, which can be corrected and removed. */
  imported: string[];
  /** Everything found wrong on opening; the rest of the archive works. */
  troubles: Failure[];
  coverage: Coverage;
}

/** Several sections of one rubric, to be read in a row, oldest letter first. */
export interface RubricReading {
  rubric: Rubric;
  items: { letter: LetterHead; section: Section }[];
}
