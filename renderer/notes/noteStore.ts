/** The person's notes as this window sees them: asked for again whenever one changed, or a text that they speak of. */
import { useSyncExternalStore } from "react";
import type { Answer } from "../../archive/model.ts";
import type { Note, NoteDraft, PlacedNote } from "../../archive/note.ts";
import { bridge } from "../bridge.ts";

let notes: readonly PlacedNote[] = [];
const listeners = new Set<() => void>();
let isBusy = false;
let isStale = false;
/** Changes made here so far. */
let changes = 0;

/** An import changes texts many times a second: notes are asked for a few times. Milliseconds. */
const pause = 300;

/** Once, as the window starts. */
export function followNotes(): void {
  bridge.onLibrarian(({ event }) => {
    if (event === "notes" || event === "changed" || event === "restarted") void ask();
  });
  void ask();
}

async function ask(): Promise<void> {
  isStale = true;
  if (isBusy) return;
  isBusy = true;
  isStale = false;
  const before = changes;
  const answer = await bridge.notes();
  // What was kept here meanwhile is newer than the answer.
  if (answer.ok && before === changes) see(answer.value);
  else isStale = true;
  setTimeout(() => {
    isBusy = false;
    if (isStale) void ask();
  }, pause);
}

function see(all: readonly PlacedNote[]): void {
  notes = all;
  for (const listener of listeners) listener();
}

export function notesNow(): readonly PlacedNote[] {
  return notes;
}

/** Calls back on every change; gives the way to stop. */
export function onNotes(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A note as the library has it at this moment; undefined when it is gone, or cannot be asked for. */
export async function freshNote(id: string): Promise<Note | undefined> {
  const answer = await bridge.notes();
  return answer.ok ? answer.value.find(({ note }) => note.id === id)?.note : notes.find(({ note }) => note.id === id)?.note;
}

/** Latest change first. */
export function useNotes(): readonly PlacedNote[] {
  return useSyncExternalStore(onNotes, notesNow);
}

/** Keeps a note, and shows it at once. */
export async function keepNote(draft: NoteDraft): Promise<Answer<Note>> {
  const answer = await bridge.keepNote(draft);
  changes += 1;
  if (answer.ok) {
    const note = answer.value;
    const { passage, quote, position } = note.target;
    const place = notes.find(({ note: { id } }) => id === note.id)?.place ?? (note.revision === 1 ? { passage, quote, position, isExact: true } : null);
    see([{ note, place }, ...notes.filter(({ note: { id } }) => id !== note.id)]);
  }
  return answer;
}

export async function removeNote({ id, revision }: Pick<Note, "id" | "revision">): Promise<Answer<null>> {
  const answer = await bridge.removeNote({ id, revision });
  changes += 1;
  if (answer.ok) see(notes.filter(({ note }) => note.id !== id));
  return answer;
}
