/** Where a dossier's passage was taken from, in the one line that cards, the wall and hand-outs of every form have under it. */
import type { Origin } from "../../archive/dossier.ts";
import { showText } from "../../archive/text/shownText.ts";
import { typographyEdits } from "../../archive/text/typography.ts";
import { dateInWords } from "./dates.ts";

/**
 * "La Dérivation, « Mutualisons ! », octobre 2022, p. iv": the page is the one that is printed on it. French is set as French is, and
 * quotation marks inside of quotation marks are the inner ones.
 */
export function originInWords({ collection, document, date, page }: Origin, language: string): string {
  const isFrench = language === "fr";
  const title = isFrench ? `« ${document.replace(/«\s*/g, "“").replace(/\s*»/g, "”")} »` : `“${document.replaceAll("“", "‘").replaceAll("”", "’")}”`;
  const line = [collection, title, dateInWords(date, language), ...(page === null ? [] : [`p.\u00A0${page}`])].join(", ");
  return isFrench ? showText(line, typographyEdits(line)).text : line;
}
