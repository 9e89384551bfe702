/** How exported files speak of themselves, in the language of the interface. */
import type { ExportSaying } from "../archive/archive.ts";
import { enExport } from "../archive/words/en.ts";
import { frExport } from "../archive/words/fr.ts";
import { dateInWords } from "../renderer/words/dates.ts";
import type { Language } from "./contract.ts";

export function exportSaying(language: Language): ExportSaying {
  const words = language === "fr" ? frExport : enExport;
  return {
    words,
    sayDate: (date) => dateInWords(date, language),
    sayLetters: (count) => words.letters.replace("{{count}}", String(count)),
    at: new Date().toISOString(),
  };
}
