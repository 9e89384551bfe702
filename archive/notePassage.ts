import type { Note } from "./note.ts";

/** The id of a note as something that is found, or gathered: `la-derivation/2022-10#note-<id>`. */
export function notePassageId({ id, target }: Pick<Note, "id" | "target">): string {
  return `${target.document}#note-${id}`;
}

/** The note that a passage's id speaks of; null for a section or a page. */
export function noteOfPassage(passage: string): string | null {
  return /#note-(.+)$/.exec(passage)?.[1] ?? null;
}
