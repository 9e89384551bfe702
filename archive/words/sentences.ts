/** Failures and notes as sentences, where no translation library is at hand. */
import type { ImportNote } from "../draft.ts";
import type { Failure } from "../model.ts";
import { enFailures, enNotes } from "./en.ts";
import { frFailures, frNotes } from "./fr.ts";

const words = { fr: { failures: frFailures, notes: frNotes }, en: { failures: enFailures, notes: enNotes } };

export function failureSentence({ code, title, file, subject }: Failure, language: keyof typeof words): string {
  const name = title ?? file ?? subject ?? "";
  return words[language].failures[code].replaceAll("{{title}}", () => name);
}

export function noteSentence({ code, detail }: ImportNote, language: keyof typeof words): string {
  return words[language].notes[code].replaceAll("{{detail}}", () => detail);
}
