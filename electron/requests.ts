/** What may be asked, checked where it comes in: whatever the window sends is data from outside. */
import { isAbsolute } from "node:path";
import { z } from "zod";
import { CollectionId, DocumentId, LetterDate, PassageId, SearchTerm, SlugId } from "../archive/model.ts";
import { DossierId } from "../archive/dossier.ts";
import { dossierRequests, handoutRequests } from "./dossierRequests.ts";
import { isChord } from "./chords.ts";
import { machineRequests } from "./machineRequests.ts";
import { bounds, librarianCalls, type LibrarianCall, shelfGroupings, type ShellCall, textFaces, themes, viewChanges } from "./contract.ts";
import { copyQuoteRequest, notesRequests, notesSettings, notesShellRequests } from "./notesRequests.ts";
import { presentRequests } from "./presentRequests.ts";
import { readingRequests } from "./readingRequests.ts";

const hidden = z.array(CollectionId).max(1000);

const searchOrder = z.enum(["relevance", "date"]);

export const settingsSchema = z.object({
  theme: z.enum(["system", ...themes]),
  language: z.enum(["system", "fr", "en"]),
  hiddenCollections: hidden,
  searchOrder,
  currentDossier: DossierId.nullable(),
  recentSearches: z.array(z.string().min(1).max(1000)).max(50),
  shelfGrouping: z.enum(shelfGroupings),
  listWidth: z.number().min(200).max(2000),
  pageColours: z.enum(["paper", "inverted"]),
  readBeside: z.boolean(),
  offersUpdates: z.boolean(),
  tourSeen: z.boolean(),
  besideShare: z.number().min(10).max(90),
  // Another version may know other actions.
  shortcuts: z.record(z.string().max(60), z.array(z.string().max(40).refine(isChord, "not a shortcut")).max(8)),
  singleKeys: z.boolean(),
  textFace: z.enum(textFaces),
  textSize: within(bounds.textSize),
  lineHeight: within(bounds.lineHeight),
  lineWidth: within(bounds.lineWidth),
  isJustified: z.boolean(),
  frenchTypography: z.boolean(),
  inclusiveInFull: z.boolean(),
  reducedMotion: z.boolean(),
  speechRate: within(bounds.speechRate),
  voice: z.string().min(1).max(500).nullable(),
  ...notesSettings,
});

export const reportViewSchema = z.object({
  page: z.int().min(1).max(1_000_000),
  zoom: z.union([z.number().min(0.25).max(4), z.enum(["auto", "page-width", "page-fit"])]),
  layout: z.enum(["continuous", "single", "double"]),
  rotation: z.literal([0, 90, 180, 270]),
});

const reportFile = z.object({ document: DocumentId, name: z.string().min(1).max(500) });

/** An address that a browser or a mail program may be handed. */
const webAddress = z.string().max(8000).refine(isWebAddress, "not a web address");

/** A title, or an id: never empty once the spaces around it are gone. */
const title = z.string().trim().min(1).max(500);
const importId = z.string().min(1).max(100);
const fileName = z.string().min(1).max(4000);
const cardChange = z.object({
  title: title.optional(),
  date: LetterDate.nullable().optional(),
  collection: title.optional(),
  authors: z.array(title).max(50).optional(),
});
const ofSection = { id: DocumentId, section: SlugId };
const exportFields = {
  ids: z.array(z.union([DocumentId, PassageId])).min(1).max(10_000),
  language: z.enum(["fr", "en"]),
  isTypeset: z.boolean(),
  withNotes: z.boolean().optional(),
};

export const librarianRequests = {
  overview: z.undefined(),
  letter: DocumentId,
  report: DocumentId,
  rubric: z.object({ id: SlugId, hidden }),
  search: z.object({ text: z.string().max(1000), limit: z.int().min(1).max(1000), order: searchOrder.optional(), hidden: hidden.optional() }),
  resolveLink: z.string().max(8000),
  occurrences: z.union([
    z.strictObject({ document: DocumentId, terms: z.array(SearchTerm).max(500) }),
    z.strictObject({ document: DocumentId, text: z.string().max(1000) }),
  ]),
  reportText: DocumentId,
  citations: z.object({ report: DocumentId, hidden }),
  imports: z.undefined(),
  importReport: z.object({ id: importId, after: z.int().min(0) }),
  cancelImport: z.undefined(),
  unlock: z.object({ import: importId, file: fileName, password: z.string().max(1000).nullable() }),
  askPassword: z.object({ import: importId, file: fileName }),
  answerPack: z.object({ id: importId, isWanted: z.boolean() }),
  editCard: z.object({ id: DocumentId, change: cardChange }),
  editSection: z.object({ ...ofSection, change: z.object({ title: title.optional(), rubric: title.nullable().optional() }) }),
  mergeSection: z.object(ofSection),
  splitSection: z.object({ ...ofSection, heading: z.int().min(0).max(10_000) }),
  undoEdit: DocumentId,
  remove: DocumentId,
  restore: DocumentId,
  bin: z.undefined(),
  emptyBin: z.undefined(),
  ...dossierRequests,
  ...notesRequests,
  ...machineRequests,
  exported: z.object({ ...exportFields, format: z.enum(["markdown", "html", "epub", "paper", "pack"]) }),
} satisfies Record<LibrarianCall, z.ZodType>;

export const shellRequests = {
  ...readingRequests,
  changeSettings: settingsSchema.partial(),
  openWebLink: webAddress,
  // A whole report can be copied: 4,000 pages of text are some 10 million characters.
  copyText: z.string().max(100_000_000),
  copyQuote: copyQuoteRequest,
  reportView: DocumentId,
  keepReportView: z.object({ document: DocumentId, view: reportViewSchema }),
  saveReportCopy: reportFile,
  openReportOutside: reportFile,
  print: z.undefined(),
  chooseImports: z.enum(["files", "folder"]),
  saveText: z.object({ name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,120}$/u), text: z.string().max(50_000_000) }),
  exportLetters: z.object({ ...exportFields, target: z.enum(["markdown", "html", "epub", "pack", "pdf", "printer"]) }),
  about: z.undefined(),
  showLibraryFolder: z.undefined(),
  changeView: z.enum(viewChanges),
  showLogFolder: z.undefined(),
  painted: z.undefined(),
  keepFirstScreen: z.string().max(4_000_000),
  ...presentRequests,
  ...handoutRequests,
  ...notesShellRequests,
} satisfies Record<ShellCall, z.ZodType>;

/** Paths that came from a dialog, a drop, the system or another start of the app; never from the page. */
export const pathsSchema = z.array(z.string().min(1).max(4096).refine(isAbsolute, "not an absolute path")).max(10_000);

/** Links of Relire's as the system or another start of the app hands them over. What they lead to is for the librarian to say. */
export const linksSchema = z.array(z.string().max(8000).regex(/^relire:/i)).max(20);

export const questionSchema = z.object({ number: z.int().min(0), call: z.enum(librarianCalls), request: z.unknown() });

function within({ min, max }: { min: number; max: number }) {
  return z.number().min(min).max(max);
}

function isWebAddress(address: string): boolean {
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
