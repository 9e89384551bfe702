/**
 * Notes that come from elsewhere, in a pack or a file: put beside those that are here, and never over them but for a newer state of the very same note. Two states of one
 * note that were written apart are both kept. Receiving the same again changes nothing.
 */
import { createHash } from "node:crypto";
import type { ImportNote } from "../draft.ts";
import { type Answer, succeed } from "../model.ts";
import type { Note } from "../note.ts";
import type { ItemFiles } from "../store/itemFiles.ts";

/** How many notes came to what. */
export interface ReceivedNotes {
  added: number;
  /** In place of an older state of the same note. */
  updated: number;
  unchanged: number;
  /** Left out: what is here is newer. */
  older: number;
  /** Kept under an id of their own beside what is here: both were written since. */
  beside: number;
}

/** Fails, with what was kept until then staying, when one cannot be written. */
export async function receiveNotes(files: ItemFiles<Note>, notes: readonly Note[]): Promise<Answer<ReceivedNotes>> {
  const received: ReceivedNotes = { added: 0, updated: 0, unchanged: 0, older: 0, beside: 0 };
  for (const note of notes) {
    const done = await receiveOne(files, note);
    if (!done.ok) return done;
    received[done.value] += 1;
  }
  return succeed(received);
}

async function receiveOne(files: ItemFiles<Note>, theirs: Note): Promise<Answer<keyof ReceivedNotes>> {
  const mine = files.get(theirs.id);
  if (!mine) return keep(files, theirs, 0, "added");
  if (isSame(mine, theirs)) return succeed("unchanged");
  if (theirs.revision > mine.revision && theirs.changedAt >= mine.changedAt) return keep(files, theirs, mine.revision, "updated");
  if (theirs.revision < mine.revision && theirs.changedAt <= mine.changedAt) return succeed("older");
  const beside = { ...theirs, id: besideId(theirs) };
  return files.get(beside.id) ? succeed("unchanged") : keep(files, beside, 0, "beside");
}

async function keep(files: ItemFiles<Note>, note: Note, from: number, outcome: keyof ReceivedNotes): Promise<Answer<keyof ReceivedNotes>> {
  const done = await files.keep({ ...note, revision: from }, note.revision);
  // Written by another window at this very moment: its state is looked at as any other.
  if (!done.ok && done.failure.code === "item-changed") return receiveOne(files, note);
  return done.ok ? succeed(outcome) : done;
}

function isSame(one: Note, other: Note): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ target: { document, passage, quote, position }, colour, text, tags }: Note): string {
  return JSON.stringify([document, passage, quote.exact, quote.prefix, quote.suffix, position.start, position.end, colour, text, tags]);
}

/** The same for the same state: receiving it again finds it there. */
function besideId(note: Note): string {
  const digest = createHash("sha256").update(JSON.stringify([note.id, contentOf(note)])).digest("hex");
  return [digest.slice(0, 8), digest.slice(8, 12), digest.slice(12, 16), digest.slice(16, 20), digest.slice(20, 32)].join("-");
}

/** What is told of it in the report of an import; nothing of what did not occur. */
export function notesOnNotes({ added, updated, older, beside }: ReceivedNotes, homeless: number, foreign: number): ImportNote[] {
  const counts: [ImportNote["code"], number][] = [["notes-added", added], ["notes-updated", updated], ["notes-beside", beside], ["notes-older", older], ["notes-homeless", homeless], ["notes-foreign", foreign]];
  return counts.flatMap(([code, count]) => (count > 0 ? [{ code, detail: String(count) }] : []));
}
