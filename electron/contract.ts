/**
 * Every call and event between the window and the shell, typed once. Calls to the librarian travel over a port of their own, straight
 * from the window to its process; calls to the shell go through Electron's ipc. Ids, texts and settings cross; paths never do.
 */
import type { OccurrencesRequest, SearchRequest } from "../archive/archive.ts";
import type { ExportFormat, ExportRequest } from "../archive/exportLetters.ts";
import type { Answer, Citation, Failure, Letter, Occurrences, Overview, ReportHead, RubricReading, SearchOrder, SearchResults } from "../archive/model.ts";
import { type DossierCalls, dossierCalls, type HandoutCalls, handoutCalls } from "./dossierContract.ts";
import { actionIds, type ActionId, type ShortcutChoices } from "./actions.ts";
import { kitCalls, type KitCalls, type KitProgress } from "./kitContract.ts";
import type { ResolvedLink } from "../archive/resolveLink.ts";
import type { ImportCalls, LibrarianEvent } from "./importContract.ts";
import { type CopiedQuote, type NotesCalls, notesCalls, type NotesSettings, notesShellCalls, type NotesShellCalls } from "./notesContract.ts";
import { type MachineCalls, machineCalls } from "./machineContract.ts";
import { type Position, presentCalls, type PresentCalls } from "./presentContract.ts";
import { type ReadingCalls, readingCalls } from "./readingContract.ts";

export type Language = "fr" | "en";

export const themes = ["light", "sepia", "dark", "contrast", "contrast-dark"] as const;
export type Theme = (typeof themes)[number];

export const textFaces = ["serif", "sans", "legible"] as const;

export const shelfGroupings = ["year", "rubric", "collection"] as const;

/** What a choice may be at least, at most, and by which step it goes. */
export const bounds = {
  textSize: { min: 14, max: 36, step: 1 },
  lineHeight: { min: 1.3, max: 2.4, step: 0.1 },
  lineWidth: { min: 40, max: 110, step: 5 },
  speechRate: { min: 0.5, max: 2, step: 0.1 },
} as const;

/** How letters are read. */
export interface Comfort {
  textFace: (typeof textFaces)[number];
  /** Of running text, in CSS pixels. */
  textSize: number;
  /** In text sizes. */
  lineHeight: number;
  /** Longest line, in widths of a figure. */
  lineWidth: number;
  isJustified: boolean;
  /** Spaces, apostrophes and quotation marks of French, on display only. */
  frenchTypography: boolean;
  /** "usager·es" is shown and spoken as "usagers et usagères". */
  inclusiveInFull: boolean;
  /** No movement, also where the system does not ask for it. */
  reducedMotion: boolean;
  /** Of reading aloud; 1 is the voice's own pace. */
  speechRate: number;
  /** The system's name for the voice that reads aloud; null for the first one of the text's language. */
  voice: string | null;
}

export const defaultComfort: Comfort = {
  textFace: "serif",
  textSize: 18,
  lineHeight: 1.6,
  lineWidth: 65,
  isJustified: false,
  frenchTypography: true,
  inclusiveInFull: false,
  reducedMotion: false,
  speechRate: 1,
  voice: null,
};

export interface Settings extends Comfort, ShortcutChoices, NotesSettings {
  shortcuts: Record<string, string[]>;
  theme: "system" | Theme;
  language: "system" | Language;
  /** Ids of collections the person does not want to see. */
  hiddenCollections: string[];
  searchOrder: SearchOrder;
  /** Latest first. */
  recentSearches: string[];
  /** The dossier that the next passage goes to; null when none was used yet. */
  currentDossier: string | null;
  /** What the shelf of letters is parted by. */
  shelfGrouping: (typeof shelfGroupings)[number];
  /** Width of the list's column in CSS pixels. */
  listWidth: number;
  /** How pages of reports are coloured: as printed, or light on dark. */
  pageColours: "paper" | "inverted";
  /** Whether a report that a letter leads to opens beside that letter. */
  readBeside: boolean;
  /** Whether one wants to be offered to look for a new version. */
  offersUpdates: boolean;
  /** Whether the tour was taken or put off, and is no more offered at the start. */
  tourSeen: boolean;
  /** The letter's share of the room when it stands beside its report, in percent. */
  besideShare: number;
}

export interface ReportFileRequest {
  document: string;
  /** What the copy is to be called, without its extension. */
  name: string;
}

export interface CitationsRequest {
  report: string;
  hidden: string[];
}

/** How a report was last seen. */
export interface ReportView {
  /** From 1. */
  page: number;
  /** 1 as printed, or what it is fitted to. */
  zoom: number | "auto" | "page-width" | "page-fit";
  layout: "continuous" | "single" | "double";
  /** Clockwise, in degrees. */
  rotation: 0 | 90 | 180 | 270;
}

export interface RubricRequest {
  id: string;
  hidden: string[];
}

/** Answered by the librarian's process; `librarian-stopped` when it died before answering. */
export interface LibrarianCalls extends ImportCalls, MachineCalls, NotesCalls, DossierCalls {
  overview(): Promise<Answer<Overview>>;
  letter(id: string): Promise<Answer<Letter>>;
  report(id: string): Promise<Answer<ReportHead>>;
  rubric(request: RubricRequest): Promise<Answer<RubricReading>>;
  search(request: SearchRequest): Promise<Answer<SearchResults>>;
  /** What a link of Relire's leads to, or what it is that is missing. Fails with `link-invalid`. */
  resolveLink(href: string): Promise<Answer<ResolvedLink>>;
  /** What is marked on each page of a report. */
  occurrences(request: OccurrencesRequest): Promise<Answer<Occurrences>>;
  /** All the text of a report, a page after the other; line ends are those of the pages. */
  reportText(id: string): Promise<Answer<string>>;
  /** The sections of letters that link to a report. */
  citations(request: CitationsRequest): Promise<Answer<Citation[]>>;
  /** Letters and sections as one file, for the shell to hand to the person. */
  exported(request: ExportRequest): Promise<Answer<SentFile>>;
}

/** A file on its way through JSON; its name has no extension. */
export interface SentFile {
  name: string;
  base64: string;
}

/** Where an export goes: a file of some format, or the printer. */
export type ExportTarget = Exclude<ExportFormat, "paper"> | "pdf" | "printer";

export type LettersExport = Omit<ExportRequest, "format"> & { target: ExportTarget };

/** Answered by the shell. */
export interface ShellCalls extends PresentCalls, ReadingCalls, HandoutCalls, KitCalls, NotesShellCalls {
  /** Keeps a change; gives all settings as they now stand. */
  changeSettings(change: Partial<Settings>): Promise<Answer<Settings>>;
  /** Hands a web address (http, https or mailto) to the person's browser, after they chose to. */
  openWebLink(address: string): Promise<Answer<null>>;
  /** Puts plain text on the clipboard. */
  copyText(text: string): Promise<Answer<null>>;
  /** Puts a quotation on the clipboard, as text and with its looks. */
  copyQuote(quote: CopiedQuote): Promise<Answer<null>>;
  /** Lets the person choose what to import; null when a dialog chooses files and folders alike. Answers whether they chose something. */
  chooseImports(kind: ImportChoice): Promise<Answer<boolean>>;
  /** Lets the person choose where to keep a text. Answers whether they did. */
  saveText(request: { name: string; text: string }): Promise<Answer<boolean>>;
  /** How a report was last seen on this computer; null when it never was. */
  reportView(id: string): Promise<Answer<ReportView | null>>;
  keepReportView(request: { document: string; view: ReportView }): Promise<Answer<null>>;
  /** Copies a report's file to where the person says; false when they think better of it. Fails with `report-missing` or `copy-failed`. */
  saveReportCopy(request: ReportFileRequest): Promise<Answer<boolean>>;
  /** Opens a copy of a report in the system's own viewer. Fails with `report-missing`, `copy-failed` or `no-viewer`. */
  openReportOutside(request: ReportFileRequest): Promise<Answer<null>>;
  /** Prints the window as its style sheet for paper shows it; false when the person thinks better of it. Fails with `print-failed`. */
  print(): Promise<Answer<boolean>>;
  /** Exports letters and sections to where the person says; false when they think better of it. Fails as reading them does, or with `export-failed`. */
  exportLetters(request: LettersExport): Promise<Answer<boolean>>;
  /** What is needed to tell what was wrong, and nothing about the person. */
  about(): Promise<Answer<About>>;
  /** Shows the folder that holds the letters, in the system's own window. */
  showLibraryFolder(): Promise<Answer<null>>;
  /** Sizes everything in the window, or gives it the whole screen, or takes it back. */
  changeView(change: ViewChange): Promise<Answer<null>>;
  /** Shows the folder that holds the log. */
  showLogFolder(): Promise<Answer<null>>;
  /** Tells that the app is painted, not only the screen of the last time. */
  painted(): Promise<Answer<null>>;
  /** Hands over what is to be seen as the window goes, as JSON, to be shown first the next time. */
  keepFirstScreen(screen: string): Promise<Answer<null>>;
}

export const viewChanges = ["zoomIn", "zoomOut", "zoomReset", "fullScreen"] as const;
export type ViewChange = (typeof viewChanges)[number];

export interface About {
  version: string;
  electron: string;
  chromium: string;
  node: string;
  /** Name, release and processor of the system. */
  system: string;
  /** Where the letters lie, from the person's own folder: to be read by them. Nothing can be asked for by it. */
  libraryFolder: string;
  /** The end of the log, a line for each event; it holds nothing personal. */
  log: string;
  /** Web address where new versions are told of; null when it was packed without. */
  updates: string | null;
  /** Licences of everything that the app carries. */
  licences: string;
}

/** What the menu asks of the window: any action of the table. */
export const commands = actionIds;
export type Command = ActionId;

export type ImportChoice = "files" | "folder";

/** What the window knows from the start, before any call. */
export interface Beginning {
  settings: Settings;
  /** The system's language, or else French. */
  systemLanguage: Language;
  /** One dialog chooses files and folders alike; elsewhere each has its own. */
  choosesBoth: boolean;
  /** Things found wrong with the settings. */
  troubles: Failure[];
}

/** What the preload script puts into the page's world. */
export interface Exposed extends ShellCalls {
  /** The screen that was kept when a window closed, as JSON; null when there is none, and for a page that is not ours. The shell waits for nothing to answer it. */
  firstScreen(): string | null;
  /** As things stand now, also when the window is loaded again; null for a page that is not ours. */
  beginning(): Promise<Beginning | null>;
  /** Bytes of memory that this window's process holds for itself, PDFs being read included. */
  memoryHeld(): Promise<number>;
  /** Calls back on each command of the menu; gives the way to stop. */
  onCommand(listener: (command: Command) => void): () => void;
  /** Calls back on each link that the system hands over, those that came before it was asked for included; gives the way to stop. */
  onLink(listener: (href: string) => void): () => void;
  /** Calls back on what the librarian tells unasked; gives the way to stop. */
  onLibrarian(listener: (event: LibrarianEvent) => void): () => void;
  /** Calls back on each position of what stands on the wall, and on its end; gives the way to stop. */
  onPosition(listener: (position: Position | null) => void): () => void;
  /** Calls back on each stretch of a kit that this window asked for; gives the way to stop. */
  onKit(listener: (progress: KitProgress) => void): () => void;
  /** Imports what was dropped on the window. Where it lies is found out, and told to the shell, outside of the page. */
  importDropped(files: readonly File[]): Promise<Answer<null>>;
  /** The librarian's answer as JSON: a text comes into the page's world in a hundredth of the time that the objects would take. */
  ask(call: LibrarianCall, request: unknown): Promise<string>;
}

/** What the window's code sees of it. */
export type Bridge = LibrarianCalls & Omit<Exposed, "ask" | "beginning" | "firstScreen">;

export const librarianCalls = [
  "overview",
  "letter",
  "report",
  "rubric",
  "search",
  "resolveLink",
  "occurrences",
  "reportText",
  "citations",
  "exported",
  "imports",
  "importReport",
  "cancelImport",
  "unlock",
  "askPassword",
  "answerPack",
  "editCard",
  "editSection",
  "mergeSection",
  "splitSection",
  "undoEdit",
  "remove",
  "restore",
  "bin",
  "emptyBin",
  ...dossierCalls,
  ...notesCalls,
  ...machineCalls,
] as const satisfies (keyof LibrarianCalls)[];
export type LibrarianCall = (typeof librarianCalls)[number];

export const shellCalls = [
  ...readingCalls,
  "changeSettings",
  "openWebLink",
  "copyText",
  "copyQuote",
  "chooseImports",
  "saveText",
  "reportView",
  "keepReportView",
  "saveReportCopy",
  "openReportOutside",
  "print",
  "exportLetters",
  "about",
  "showLibraryFolder",
  "changeView",
  "showLogFolder",
  "painted",
  "keepFirstScreen",
  ...presentCalls,
  ...handoutCalls,
  ...kitCalls,
  ...notesShellCalls,
] as const satisfies (keyof ShellCalls)[];
export type ShellCall = (typeof shellCalls)[number];

/** Names of the ipc channels that are not calls. */
export const channels = { librarianPort: "librarian-port", command: "command", link: "link", importPaths: "import-paths", beginning: "beginning", firstScreen: "first-screen" } as const;

/** What comes in a port's place when the librarian ended: another one comes at once ("away"), or later, and nobody should wait ("gone"). */
export type LibrarianAbsence = "away" | "gone";

/** What the message says that brings the librarian a window's port. */
export const windowPort = "window-port";

/** Over the librarian's port. */
export interface Question {
  number: number;
  call: LibrarianCall;
  request: unknown;
}
export interface Reply {
  number: number;
  /** An `Answer` as JSON. */
  answer: string;
}
