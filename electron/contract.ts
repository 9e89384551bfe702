/**
 * Every call and event between the window and the shell, typed once. Calls to the librarian travel over a port of their own, straight
 * from the window to its process; calls to the shell go through Electron's ipc. Ids, texts and settings cross; paths never do.
 */
import type { SearchRequest } from "../archive/archive.ts";
import type { Answer, Failure, Letter, Overview, ReportHead, RubricReading, SearchOrder, SearchResults } from "../archive/model.ts";

export type Language = "fr" | "en";

export interface Settings {
  theme: "system" | "light" | "dark";
  language: "system" | Language;
  /** Ids of collections the person does not want to see. */
  hiddenCollections: string[];
  searchOrder: SearchOrder;
  /** Latest first. */
  recentSearches: string[];
  /** Width of the list's column in CSS pixels. */
  listWidth: number;
}

export interface RubricRequest {
  id: string;
  hidden: string[];
}

/** Answered by the librarian's process; `librarian-stopped` when it died before answering. */
export interface LibrarianCalls {
  overview(): Promise<Answer<Overview>>;
  letter(id: string): Promise<Answer<Letter>>;
  report(id: string): Promise<Answer<ReportHead>>;
  rubric(request: RubricRequest): Promise<Answer<RubricReading>>;
  search(request: SearchRequest): Promise<Answer<SearchResults>>;
}

/** Answered by the shell. */
export interface ShellCalls {
  /** Keeps a change; gives all settings as they now stand. */
  changeSettings(change: Partial<Settings>): Promise<Answer<Settings>>;
  /** Hands a web address (http, https or mailto) to the person's browser, after they chose to. */
  openWebLink(address: string): Promise<Answer<null>>;
  /** Puts plain text on the clipboard. */
  copyText(text: string): Promise<Answer<null>>;
  /** Tells that the first screen is painted. */
  painted(): Promise<Answer<null>>;
}

/** What the menu asks of the window. */
export const commands = ["back", "forward", "search", "letters", "rubrics", "reports", "settings"] as const;
export type Command = (typeof commands)[number];

/** What the window knows from the start, before any call. */
export interface Beginning {
  settings: Settings;
  /** The system's language, or else French. */
  systemLanguage: Language;
  /** Things found wrong with the settings. */
  troubles: Failure[];
}

export interface Bridge extends LibrarianCalls, ShellCalls {
  beginning: Beginning;
  /** Calls back on each command of the menu; gives the way to stop. */
  onCommand(listener: (command: Command) => void): () => void;
}

export const librarianCalls = ["overview", "letter", "report", "rubric", "search"] as const satisfies (keyof LibrarianCalls)[];
export type LibrarianCall = (typeof librarianCalls)[number];

export const shellCalls = ["changeSettings", "openWebLink", "copyText", "painted"] as const satisfies (keyof ShellCalls)[];
export type ShellCall = (typeof shellCalls)[number];

/** Names of the ipc channels that are not calls. */
export const channels = { librarianPort: "librarian-port", command: "command" } as const;

/** What the message says that brings the librarian a window's port. */
export const windowPort = "window-port";

/** The argument by which the window is given its beginning, followed by JSON in URI encoding. */
export const beginningArgument = "--relire-beginning=";

/** Over the librarian's port. */
export interface Question {
  number: number;
  call: LibrarianCall;
  request: unknown;
}
export interface Reply {
  number: number;
  answer: Answer<unknown>;
}
