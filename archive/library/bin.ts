/** What a person removes goes to the bin, from where it comes back as it was, until the bin is emptied. */
import { type Answer, type DocumentHead, fail, succeed } from "../model.ts";
import { deleteFromBin, moveFromBin, moveToBin } from "../store/documentFolders.ts";
import type { Desk } from "./desk.ts";

/** A document in the bin. */
export interface BinEntry {
  head: DocumentHead;
  /** ISO 8601, UTC. */
  removedAt: string;
}

/** Fails with `unknown-document` for one that is not in the library: the bundled archive stays as it is. */
export function removeDocument(desk: Desk, id: string): Promise<Answer<null>> {
  return desk.write(async () => {
    const entry = desk.documents.get(id);
    if (!entry) return fail("unknown-document", { subject: id });
    await moveToBin(desk.folder, entry.head);
    desk.take(id);
    desk.bin.set(id, { entry, removedAt: new Date().toISOString() });
    return succeed(null);
  });
}

/** Fails with `unknown-document` for one that is not in the bin. */
export function restoreDocument(desk: Desk, id: string): Promise<Answer<DocumentHead>> {
  return desk.write(async () => {
    const binned = desk.bin.get(id);
    if (!binned) return fail("unknown-document", { subject: id });
    await moveFromBin(desk.folder, binned.entry.head);
    await desk.bringBack(binned.entry);
    return succeed(binned.entry.head);
  });
}

/** Latest first. */
export function listBin(desk: Desk): BinEntry[] {
  const entries = [...desk.bin.values()].map(({ entry, removedAt }) => ({ head: entry.head, removedAt }));
  return entries.sort((a, b) => b.removedAt.localeCompare(a.removedAt));
}

/** For good. */
export function emptyBin(desk: Desk): Promise<Answer<null>> {
  return desk.write(async () => {
    for (const [id, { entry }] of desk.bin) {
      await deleteFromBin(desk.folder, entry.head);
      desk.bin.delete(id);
    }
    return succeed(null);
  });
}
