/** What people write as files of a pack, which are made and not read from a folder. */
import type { Note } from "./note.ts";
import { annotationsOf } from "./share/annotations.ts";
import { notesEntry, type PackFile, type PackNotes } from "./share/packManifest.ts";
import { sha256 } from "./store/digest.ts";

export function notesAbout(documents: Iterable<string>, notes: readonly Note[]): Note[] {
  const wanted = new Set(documents);
  return notes.filter(({ target }) => wanted.has(target.document));
}

/** The notes as a file of a pack, put beside the others; undefined when there are none. */
export function addNotes(files: Map<string, Uint8Array>, notes: readonly Note[]): PackNotes | undefined {
  return notes.length === 0 ? undefined : { count: notes.length, file: addFile(files, notesEntry, annotationsOf(notes)) };
}

/** Puts a file beside the others, and tells what the manifest is to say of it. */
export function addFile(files: Map<string, Uint8Array>, path: string, content: Uint8Array): PackFile {
  files.set(path, content);
  return { path, bytes: content.length, sha256: sha256(content) };
}
