/** A file of notes, given by itself or in a pack, taken in: one item of the import's report. */
import type { ImportItem } from "../draft.ts";
import type { Answer } from "../model.ts";
import { readAnnotations } from "../share/annotations.ts";
import { failedItem } from "./importItems.ts";
import type { NoteShelf } from "./notes.ts";
import { notesOnNotes } from "./receiveNotes.ts";

/** `file` is what it is called in the report. */
export async function keepGivenNotes(shelf: NoteShelf, file: string, bytes: Answer<Uint8Array>): Promise<ImportItem> {
  const read = bytes.ok ? readAnnotations(bytes.value) : bytes;
  if (!read.ok) return failedItem(file, read.failure);
  const { notes, foreign } = read.value;
  const done = await shelf.receive(notes);
  if (!done.ok) return failedItem(file, done.failure);
  const { added, updated, beside } = done.value;
  const about = { document: null, kind: null, collection: null, title: null, date: null, sections: [], pages: null, revision: null, failure: null };
  return { ...about, file, status: added + updated + beside > 0 ? "added" : "unchanged", notes: notesOnNotes(done.value, done.value.homeless, foreign) };
}
