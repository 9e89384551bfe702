/** The place where a letter in progress was left. */
import type { ReadingState } from "../bridge.ts";
import type { LetterPlace } from "../place.ts";

export function resumePlace(id: string, { section, paragraph }: Extract<ReadingState, { kind: "started" }>): LetterPlace {
  return { kind: "letter", id, section, terms: [], ...(paragraph && { paragraph }) };
}
