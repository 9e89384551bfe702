/** Brings the note that one came for before one's eyes, once for each visit. */
import { useEffect } from "react";
import type { SheetPlace } from "../place.ts";
import { wantNote } from "./shownParts.ts";

export function useNotePlace(sheet: SheetPlace, visit: number): void {
  const note = sheet.kind === "letter" || sheet.kind === "report" ? (sheet.note ?? null) : null;
  useEffect(
    function bringNote() {
      wantNote(note, visit);
    },
    [note, visit],
  );
}
