/** What an import noted, in the order a person cares: what is doubtful, then what was taken away or mended. */
import { type ImportItem, type ImportNote, isDoubt } from "../../archive/draft.ts";

export interface SortedNotes {
  doubts: ImportNote[];
  changes: ImportNote[];
}

export function sortNotes(notes: readonly ImportNote[]): SortedNotes {
  return { doubts: notes.filter(isDoubt), changes: notes.filter((note) => !isDoubt(note)) };
}

export function hasDoubts({ notes }: ImportItem): boolean {
  return notes.some(isDoubt);
}

/** What a note is about, to stand at the end of its sentence: without a full stop of its own. */
export function detailIn({ detail }: ImportNote): string {
  return detail.replace(/[.\s]+$/, "");
}

/** The name of a file without the folders it is in. */
export function lastName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
