/**
 * A person's library: the folder that holds what they imported. Documents come by `importPaths`, are corrected, removed and brought back; what is said of
 * them and found in them follows at once.
 */
import type { ImportReport } from "./draft.ts";
import type { Holdings } from "./holdings.ts";
import type { ReadPdf } from "./import/pdfContent.ts";
import { type BinEntry, emptyBin, listBin, removeDocument, restoreDocument } from "./library/bin.ts";
import type { CardChange, SectionChange } from "./library/corrections.ts";
import type { ImportRequest, ImportWatch } from "./library/importPaths.ts";
import { type DossierShelf, openDossiers } from "./library/dossiers.ts";
import { damagedKeys } from "./library/knownKeys.ts";
import { forgetMachine, keepMachinePage, machineLines, machineReading } from "./library/machineReading.ts";
import { openDesk } from "./library/openDesk.ts";
import { reindexLibrary, type ReindexWatch } from "./library/reindex.ts";
import { revisionsOf } from "./library/revisions.ts";
import { type NoteShelf, openNotes } from "./library/notes.ts";
import { isSealingDue, sealLibrary } from "./library/sealing.ts";
import { verifyFolder, type VerifyWatch } from "./library/verify.ts";
import type { Answer, DocumentHead, Failure, LetterHead, MachineLine, MachinePage, MachineReading } from "./model.ts";
import type { OpenDocument } from "./openFolder.ts";

export type { BinEntry } from "./library/bin.ts";
export type { CardChange, SectionChange } from "./library/corrections.ts";
export type { DossierShelf } from "./library/dossiers.ts";
export type { ImportRequest, ImportWatch } from "./library/importPaths.ts";
export type { NoteShelf } from "./library/notes.ts";

export interface Library {
  /** Imports files, folders and archives. Fails as a whole only when nothing can be written: `library-locked` and the like. */
  importPaths(request: ImportRequest, watch?: ImportWatch): Promise<Answer<ImportReport>>;
  /** Corrects a document's card. Fails with `unknown-document` for one that is not the library's, `date-invalid` and the like. */
  edit(id: string, change: CardChange): Promise<Answer<DocumentHead>>;
  editSection(id: string, section: string, change: SectionChange): Promise<Answer<LetterHead>>;
  /** Merges a section with the one above, or with what stands before the first. */
  mergeSection(id: string, section: string): Promise<Answer<LetterHead>>;
  /** Makes a section of what begins at a heading inside one; `heading` counts from 0. */
  splitSection(id: string, section: string, heading: number): Promise<Answer<LetterHead>>;
  /** Undoes the last correction. Fails with `nothing-to-undo`. */
  undoEdit(id: string): Promise<Answer<DocumentHead>>;
  /** What there is of a report to be read by machine, and what was. Fails with `unknown-document`. */
  machineReading(id: string): Promise<Answer<MachineReading>>;
  /** What the machine read on one page, from 1; null for a page that it did not read. */
  machineLines(id: string, page: number): Promise<Answer<MachineLine[] | null>>;
  /** Keeps what it read on a page, in place of what it read there before; `engine` names it. Fails with `unknown-document` for what is not the library's. */
  keepMachinePage(id: string, page: MachinePage, engine: string): Promise<Answer<null>>;
  forgetMachine(id: string): Promise<Answer<null>>;
  /** What was received of a document, the latest last. */
  revisions(id: string): Promise<Answer<{ number: number; importedAt: string; file: string }[]>>;
  /** Moves a document to the bin. Fails with `unknown-document` for one that is not the library's. */
  remove(id: string): Promise<Answer<null>>;
  restore(id: string): Promise<Answer<DocumentHead>>;
  /** Latest first. */
  bin(): BinEntry[];
  /** Deletes what is in the bin for good. */
  emptyBin(): Promise<Answer<null>>;
  /** Checks every file and the index. Gives what is wrong, and how many documents were checked. */
  verify(watch?: VerifyWatch): Promise<{ documents: number; findings: Failure[] }>;
  /** Reads all documents again and makes the index anew. Gives the number of passages. */
  reindex(watch?: ReindexWatch): Promise<Answer<number>>;
  /** A document as its file is now, which a person may have changed; undefined for one that is not the library's. */
  look(id: string): Promise<OpenDocument | undefined>;
  /** What the person gathered for workshops. */
  dossiers: DossierShelf;
  /** What the person marked and wrote. */
  notes: NoteShelf;
  /** Notices what other processes write, from now on. */
  watch(): void;
  /** Has it told when other processes changed what a person writes, where the system tells, and by `lookAtWritten`. */
  followWritten(tell: (written: "notes" | "dossiers") => void): void;
  /** Looks now at what other processes wrote; what is another is told. */
  lookAtWritten(): Promise<void>;
  /** Waits for what is going on. */
  close(): Promise<void>;
}

// Most days nothing is imported or corrected: what reads foreign formats and rewrites Markdown is loaded when it is.
const importing = () => import("./library/importPaths.ts");
const correcting = () => import("./library/corrections.ts");

/** Opens the library of a folder, which need not be there, and has its documents held. Damage is added to `troubles`. */
export async function openLibrary(folder: string, holdings: Holdings, readPdf: ReadPdf, troubles: Failure[]): Promise<Library> {
  const desk = await openDesk(folder, holdings, readPdf, troubles);
  const dossiers = await openDossiers(folder, troubles, holdings);
  const notes = await openNotes(folder, holdings, troubles);
  const keys = await damagedKeys(folder);
  if (keys) troubles.push(keys);
  let sealing: Promise<unknown> = Promise.resolve();
  /** After work that may have brought much. It changes nothing that anyone sees: a failure is the next one's to meet. */
  const sealWhenDue = <Value>(done: Value): Value => {
    sealing = sealing.then(() => (isSealingDue(desk) ? sealLibrary(desk) : undefined));
    return done;
  };
  return {
    importPaths: async (request, watch = {}) => (await importing()).importPaths(desk, { dossiers, notes }, request, watch).then(sealWhenDue),
    edit: async (id, change) => (await correcting()).editCard(desk, id, change),
    editSection: async (id, section, change) => (await correcting()).editSection(desk, id, section, change),
    mergeSection: async (id, section) => (await correcting()).mergeSection(desk, id, section),
    splitSection: async (id, section, heading) => (await correcting()).splitSection(desk, id, section, heading),
    undoEdit: async (id) => (await correcting()).undoEdit(desk, id),
    machineReading: (id) => machineReading(desk, id),
    machineLines: (id, page) => machineLines(desk, id, page),
    keepMachinePage: async (id, page, engine) => {
      const kept = await keepMachinePage(desk, id, page, engine);
      const left = await machineReading(desk, id);
      // One sealing for the report, not one for every page.
      return left.ok && left.value.unread.length === 0 ? sealWhenDue(kept) : kept;
    },
    forgetMachine: (id) => forgetMachine(desk, id).then(sealWhenDue),
    revisions: (id) => revisionsOf(desk, id),
    remove: (id) => removeDocument(desk, id),
    restore: (id) => restoreDocument(desk, id),
    bin: () => listBin(desk),
    async emptyBin() {
      const [documents, binned] = [await emptyBin(desk), await dossiers.emptyBin()];
      return documents.ok ? binned : documents;
    },
    // What is being sealed is there as a whole, or not yet.
    verify: (watch = {}) => sealing.then(() => verifyFolder(folder, watch)),
    reindex: (watch = {}) => reindexLibrary(desk, watch),
    look: (id) => desk.look(id),
    dossiers,
    notes,
    watch: () => desk.watch(),
    followWritten(tell) {
      notes.watch(() => tell("notes"));
      dossiers.watch(() => tell("dossiers"));
    },
    async lookAtWritten() {
      await Promise.all([notes.refresh(), dossiers.refresh()]);
    },
    async close() {
      await sealing;
      await desk.close();
    },
  };
}
