/** Where a note leads to: its words in their letter or report. */
import type { PlacedNote } from "../../archive/note.ts";
import type { SheetPlace } from "../place.ts";
import { notesNow } from "./noteStore.ts";

/** Null when its words are nowhere, or there is no such note. */
export function noteSheet(id: string): SheetPlace | null {
  const placed = notesNow().find(({ note }) => note.id === id);
  return placed ? placeOfNote(placed) : null;
}

export function placeOfNote({ note, place }: PlacedNote): SheetPlace | null {
  if (!place) return null;
  const [id = "", part = ""] = place.passage.split("#");
  const page = /^p(\d+)$/.exec(part)?.[1];
  return page === undefined ? { kind: "letter", id, section: part, terms: [], note: note.id } : { kind: "report", id, page: Number(page), terms: [], note: note.id };
}
