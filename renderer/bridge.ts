/** The window's only way out: the contract, as the preload script exposed it. */
import { type Bridge, type Exposed, type LibrarianCall, librarianCalls, type LibrarianCalls } from "../electron/contract.ts";

declare global {
  interface Window {
    relire: Exposed;
  }
}

export const bridge: Bridge = { ...window.relire, ...(Object.fromEntries(librarianCalls.map((call) => [call, (request?: unknown) => answerTo(call, request)])) as unknown as LibrarianCalls) };

async function answerTo(call: LibrarianCall, request: unknown): Promise<unknown> {
  return JSON.parse(await window.relire.ask(call, request));
}

export type { KitProgress } from "../electron/kitContract.ts";
export type { SheetLook } from "../electron/dossierContract.ts";
export type { Comparison } from "../archive/share/mergeDossiers.ts";
export { actionGroups, actionIds, actionOf, actionsOf, conflictOf, defaultKeys, shortcutsInForce } from "../electron/actions.ts";
export type { ActionGroup, ActionId, ShortcutChoices, Shortcuts } from "../electron/actions.ts";
export { chordOf, isFree, isSingleKey, partsOf } from "../electron/chords.ts";
export type { Modifier, Press } from "../electron/chords.ts";
export { elapsed } from "../electron/presentContract.ts";
export type { PageSlide, Position, Presented, PresentMove, Run, Slide, Step, TextSlide } from "../electron/presentContract.ts";
export { bounds, defaultComfort, shelfGroupings, themes } from "../electron/contract.ts";
export type { About, Beginning, Bridge, Comfort, Command, ExportTarget, Language, ReportView, Settings, Theme } from "../electron/contract.ts";
export type { CopiedQuote, NotesFileRequest } from "../electron/notesContract.ts";
export type { Cited } from "../archive/citing.ts";
export type { BinEntry, CardChange, SectionChange } from "../archive/library.ts";
export type { DrawnPicture } from "../electron/machineContract.ts";
export type { ImportHead, ImportsState, LibrarianEvent, LockedFile, PackOffer, RunningImport } from "../electron/importContract.ts";
export type { KeptSheet, KeptTab, KeptTabs, ParagraphStart, Reading, ReadingState, Row, WayCommand } from "../electron/readingContract.ts";
