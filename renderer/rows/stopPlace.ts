/** The place that a stop of a row is read at, the row going on from there. */
import type { Row } from "../bridge.ts";
import type { LetterPlace } from "../place.ts";
import type { Stop } from "./rows.ts";

export function stopPlace({ letter, section }: Stop, row: Row): LetterPlace {
  return { kind: "letter", id: letter.id, section: section?.id ?? null, terms: [], row };
}
