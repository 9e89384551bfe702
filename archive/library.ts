/**
 * A person's library: the folder that holds what they imported. Documents come by `importPaths`, are corrected, removed and brought back; what is said of
 * them and found in them follows at once.
 */
import type { ImportReport } from "./draft.ts";
import type { Holdings } from "./holdings.ts";
import type { ReadPdf } from "./import/pdfContent.ts";
import { type BinEntry, emptyBin, listBin, removeDocument, restoreDocument } from "./library/bin.ts";
import { Desk } from "./library/desk.ts";
import { importPaths, type ImportRequest, type ImportWatch } from "./library/importPaths.ts";
import { openDesk } from "./library/openDesk.ts";
import type { Answer, DocumentHead, Failure } from "./model.ts";
import type { OpenDocument } from "./openFolder.ts";

export type { BinEntry } from "./library/bin.ts";
export type { ImportRequest, ImportWatch } from "./library/importPaths.ts";

export interface Library {
  /** Imports files, folders and archives. Fails as a whole only when nothing can be written: `library-locked` and the like. */
  importPaths(request: ImportRequest, watch?: ImportWatch): Promise<Answer<ImportReport>>;
  /** Moves a document to the bin. Fails with `unknown-document` for one that is not the library's. */
  remove(id: string): Promise<Answer<null>>;
  restore(id: string): Promise<Answer<DocumentHead>>;
  /** Latest first. */
  bin(): BinEntry[];
  /** Deletes what is in the bin for good. */
  emptyBin(): Promise<Answer<null>>;
  /** A document as its file is now, which a person may have changed; undefined for one that is not the library's. */
  look(id: string): Promise<OpenDocument | undefined>;
  close(): Promise<void>;
}

/** Opens the library of a folder, which need not be there, and has its documents held. Damage is added to `troubles`. */
export async function openLibrary(folder: string, holdings: Holdings, readPdf: ReadPdf, troubles: Failure[]): Promise<Library> {
  const desk: Desk = await openDesk(folder, holdings, readPdf, troubles);
  return {
    importPaths: (request, watch = {}) => importPaths(desk, request, watch),
    remove: (id) => removeDocument(desk, id),
    restore: (id) => restoreDocument(desk, id),
    bin: () => listBin(desk),
    emptyBin: () => emptyBin(desk),
    look: (id) => desk.look(id),
    close: () => desk.close(),
  };
}
