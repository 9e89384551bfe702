/**
 * The part of the contract that is about what a person brings in: imports, their reports, corrections and the bin. Names of files are those
 * the person gave, followed by the path inside; where they lie on the disk is never told.
 */
import type { ImportItem, ImportProgress } from "../archive/draft.ts";
import type { BinEntry, CardChange, SectionChange } from "../archive/library.ts";
import type { Answer, DocumentHead, LetterHead } from "../archive/model.ts";
import type { PackSummary } from "../archive/share/packSummary.ts";

/** An import as a list shows it. */
export interface ImportHead {
  id: string;
  /** When it began: ISO 8601, UTC. */
  at: string;
  added: number;
  unchanged: number;
  failed: number;
  /** A person stopped it. */
  cancelled: boolean;
}

/** An import's report, or the part of it that was asked for. */
export interface KeptImport {
  head: ImportHead;
  items: ImportItem[];
}

/** A PDF that waits for its password. */
export interface LockedFile {
  import: string;
  file: string;
  /** A password was given, and did not open it. */
  wrong: boolean;
}

/** A pack that a person is asked about before anything of it is taken in. */
export interface PackOffer {
  id: string;
  file: string;
  /** What it holds and who signed it; the failure of a pack that is refused. */
  found: Answer<PackSummary>;
}

/** The import under way. */
export interface RunningImport {
  id: string;
  progress: ImportProgress;
  /** A person asked to stop it. */
  isEnding: boolean;
  /** Imports that wait for this one. */
  waiting: number;
}

export interface ImportsState {
  running: RunningImport | null;
  /** Latest first. */
  kept: ImportHead[];
  locked: LockedFile[];
  packs: PackOffer[];
  /** One that ended before any window was there to hear of it; told to the first that asks. */
  unseen: string | null;
}

/** Answered by the librarian's process. */
export interface ImportCalls {
  imports(): Promise<Answer<ImportsState>>;
  /** The report of an import, also of the running one, from the item numbered `after` (from 0). */
  importReport(request: { id: string; after: number }): Promise<Answer<KeptImport>>;
  /** Ends the running import; the file under way is left out whole. */
  cancelImport(): Promise<Answer<null>>;
  /** Opens a locked PDF for this session; a null password leaves it aside. The answer tells whether it opened. */
  unlock(request: { import: string; file: string; password: string | null }): Promise<Answer<boolean>>;
  /** Has the password of a PDF asked for once more. */
  askPassword(request: { import: string; file: string }): Promise<Answer<null>>;
  /** Takes a pack in, or leaves it; one that was refused is only put away. */
  answerPack(request: { id: string; isWanted: boolean }): Promise<Answer<null>>;
  editCard(request: { id: string; change: CardChange }): Promise<Answer<DocumentHead>>;
  editSection(request: { id: string; section: string; change: SectionChange }): Promise<Answer<LetterHead>>;
  /** With the section above. */
  mergeSection(request: { id: string; section: string }): Promise<Answer<LetterHead>>;
  /** At its inner heading numbered `heading`, from 0. */
  splitSection(request: { id: string; section: string; heading: number }): Promise<Answer<LetterHead>>;
  undoEdit(id: string): Promise<Answer<DocumentHead>>;
  remove(id: string): Promise<Answer<null>>;
  restore(id: string): Promise<Answer<DocumentHead>>;
  bin(): Promise<Answer<BinEntry[]>>;
  emptyBin(): Promise<Answer<null>>;
}

/** The shell asks the librarian to import files and folders, by their absolute paths. */
export interface ImportPaths {
  paths: readonly string[];
  language: "fr" | "en";
}

/** Sent by the librarian, unasked. */
export type LibrarianEvent =
  /** The archive is not what it was: its overview is to be asked for again. */
  | { event: "changed" }
  /** Its process ended, and another one answers from now on: nothing is as it was, and an import under way is no more. */
  | { event: "restarted" }
  | { event: "imports"; state: ImportsState }
  /** A dossier was made, changed or received. */
  | { event: "dossiers" }
  /** A note was made, changed or removed. */
  | { event: "notes" }
  /** The running import alone, several times a second. */
  | { event: "progress"; running: RunningImport };
