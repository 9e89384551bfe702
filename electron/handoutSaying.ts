/** How a hand-out words its roles, times and sources. */
import type { HandoutSaying } from "../archive/share/handout.ts";
import { enExport } from "../archive/words/en.ts";
import { frExport } from "../archive/words/fr.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import { originInWords } from "../renderer/words/origin.ts";
import type { Language } from "./contract.ts";

export function handoutSaying(language: Language): HandoutSaying {
  const words = (language === "fr" ? fr : en).dossier;
  return {
    language,
    roles: { instruction: words.roleInstruction, timing: words.roleTiming, question: words.roleQuestion },
    minutes: (count) => words.minutesShort.replace("{{count}}", String(count)),
    group: (count) => words.groupOf.replace("{{count}}", String(count)),
    source: (origin) => originInWords(origin, language),
    extract: words.extract,
    textOnly: words.textOnly,
    exported: language === "fr" ? frExport : enExport,
  };
}
