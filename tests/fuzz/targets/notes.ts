/** Files of notes with any byte changed: what is read of them is notes, nothing else, and reads the same once written again. */
import { isDeepStrictEqual } from "node:util";
import { Note } from "../../../archive/note.ts";
import { annotationsOf, isAnnotations, readAnnotations } from "../../../archive/share/annotations.ts";
import { insistAnswer } from "../invariants.ts";
import { mutate } from "../mutate.ts";
import { insist, type Target } from "../target.ts";
import { hostileTexts } from "../values.ts";

const honest = annotationsOf(hostileTexts.slice(0, 20).map((text, index) => noteOf(text.slice(0, 400), index)));

export function notes(): Target {
  return {
    make: (chance) => mutate(chance, honest, [honest]),
    async check(input) {
      isAnnotations(input);
      const read = readAnnotations(input);
      insistAnswer(read);
      const found = read.ok ? read.value.notes : [];
      insist(found.every((note) => Note.safeParse(note).success), "what is read is no note");
      const again = readAnnotations(annotationsOf(found));
      insist(again.ok && isDeepStrictEqual(again.value.notes, found), "written again, the notes are others");
    },
  };
}

function noteOf(text: string, index: number): Note {
  const at = "2026-01-01T00:00:00.000Z";
  const quote = { exact: text || "mots", prefix: "", suffix: "" };
  const target = { document: "essai/lettre", passage: "essai/lettre#une", quote, position: { start: 0, end: quote.exact.length } };
  return { id: `note-${index}`, revision: 1, target, colour: "keep", text, tags: ["une"], source: { title: text.slice(0, 100), heading: "" }, createdAt: at, changedAt: at };
}
