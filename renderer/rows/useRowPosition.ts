/** Where a letter's sheet stands in the row that it is read in. */
import { useMemo } from "react";
import type { LetterHead } from "../../archive/model.ts";
import { useLibrary } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import { type Position, positionIn, usualRow } from "./rows.ts";

/** Null for what is no letter, and for one that is not on the shelf. */
export function useRowPosition(sheet: SheetPlace): (Position & { head: LetterHead }) | null {
  const library = useLibrary();
  return useMemo(() => {
    const head = sheet.kind === "letter" ? library.document(sheet.id) : undefined;
    if (sheet.kind !== "letter" || head?.kind !== "letter") return null;
    const position = positionIn(sheet.row ?? usualRow(head, library.letters), library.letters, sheet);
    return position && { ...position, head };
  }, [sheet, library]);
}
