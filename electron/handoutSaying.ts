/** How a hand-out words its roles, times and sources. */
import type { HandoutSaying } from "../archive/share/handout.ts";
import { dateInWords } from "../renderer/words/dates.ts";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import type { Language } from "./contract.ts";

export function handoutSaying(language: Language): HandoutSaying {
  const words = (language === "fr" ? fr : en).dossier;
  return {
    language,
    roles: { instruction: words.roleInstruction, timing: words.roleTiming, question: words.roleQuestion },
    minutes: (count) => words.minutesShort.replace("{{count}}", String(count)),
    group: (count) => words.groupOf.replace("{{count}}", String(count)),
    source({ collection, document, date, page }) {
      const cited = language === "fr" ? `« ${document} »` : `“${document}”`;
      return [collection, cited, dateInWords(date, language), ...(page === null ? [] : [words.pageShort.replace("{{label}}", page)])].join(", ");
    },
    extract: words.extract,
  };
}
