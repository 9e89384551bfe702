/** What an import noted, in the order a person cares: what is doubtful, then what was taken away or mended. */
import type { ImportItem, ImportNote } from "../../archive/draft.ts";

export interface SortedNotes {
  doubts: ImportNote[];
  changes: ImportNote[];
}

export function sortNotes(notes: readonly ImportNote[]): SortedNotes {
  return { doubts: notes.filter((note) => !isChange(note)), changes: notes.filter(isChange) };
}

export function hasDoubts({ notes }: ImportItem): boolean {
  return notes.some((note) => !isChange(note));
}

function isChange({ code }: ImportNote): boolean {
  return code.endsWith("-removed") || code === "remote-picture" || code === "mojibake-mended";
}

/** What a note is about, to stand at the end of its sentence: without a full stop of its own. */
export function detailIn({ detail }: ImportNote): string {
  return detail.replace(/[.\s]+$/, "");
}

/** The name of a file without the folders it is in. */
export function lastName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
