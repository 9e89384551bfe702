/** What is kept, on this computer, of how one reads: how far each letter and report was read, and the tabs that were open. */
import type { MissingDocument } from "../archive/resolveLink.ts";
import type { Answer } from "../archive/model.ts";
import type { ParagraphAddress } from "../archive/text/paragraph.ts";

/** A paragraph of a section, without the section. */
export type ParagraphStart = Pick<ParagraphAddress, "index" | "start">;

/** How far a document was read; one that has no state is unread. `at` is when, in milliseconds since 1970. */
export type ReadingState =
  /** In a letter: `section` is null in its head; `share` is how much lies behind, from 0 to 1. */
  | { kind: "started"; section: string | null; paragraph: ParagraphStart | null; share: number; at: number }
  /** In a report: `page` counts from 1. */
  | { kind: "onPage"; page: number; share: number; at: number }
  | { kind: "read"; at: number };

export interface Reading {
  document: string;
  /** Null for unread. */
  state: ReadingState | null;
}

/** Letters that are read one after the other. */
export type Row = { kind: "rubric"; id: string } | { kind: "year"; year: string } | { kind: "collection"; id: string } | { kind: "all" };

/** What a tab shows, as far as it outlives a start. */
export type KeptSheet =
  | { kind: "start" }
  | { kind: "letter"; id: string; section: string | null; paragraph: ParagraphStart | null; row: Row | null }
  | { kind: "rubric"; id: string }
  | { kind: "report"; id: string }
  | { kind: "import"; id: string }
  | { kind: "bin" }
  | { kind: "dossier"; id: string }
  | { kind: "missing"; id: string; missing: MissingDocument };

export type KeptList = { kind: "letters"; collection: string | null } | { kind: "rubrics" } | { kind: "reports" } | { kind: "imports" } | { kind: "notes" } | { kind: "dossiers" } | { kind: "search"; text: string };

export interface KeptTab {
  list: KeptList;
  sheet: KeptSheet;
}

export interface KeptTabs {
  /** In their order, at least one. */
  tabs: KeptTab[];
  /** Which is shown, from 0. */
  shown: number;
}

/** Answered by the shell. */
export interface ReadingCalls {
  /** Of all documents that are not unread. */
  readingStates(): Promise<Answer<Reading[]>>;
  /** Holds at once, and until the end also when it cannot be written, which fails as settings do. */
  keepReadings(readings: Reading[]): Promise<Answer<null>>;
  /** Those of the last time; null when there are none. */
  keptTabs(): Promise<Answer<KeptTabs | null>>;
  keepTabs(tabs: KeptTabs): Promise<Answer<null>>;
}

export const readingCalls = ["readingStates", "keepReadings", "keptTabs", "keepTabs"] as const satisfies (keyof ReadingCalls)[];

/** What the menu asks of the window about tabs, rows and what was read. */
export type WayCommand = "newTab" | "closeTab" | "reopenTab" | "nextTab" | "previousTab" | "moveTabLeft" | "moveTabRight" | "nextInRow" | "previousInRow" | "toggleRead";
