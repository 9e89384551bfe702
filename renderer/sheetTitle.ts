/** What a sheet is called, in the bar over it and on its tab. */
import { useTranslation } from "react-i18next";
import { useShownTitle } from "./comfort/useShownTitle.ts";
import { useLibrary } from "./library.ts";
import type { SheetPlace } from "./place.ts";
import { dateInWords } from "./words/dates.ts";

export interface SheetTitles {
  /** In full: a document with its date. Null for the start sheet. */
  full(sheet: SheetPlace): string | null;
  /** A document's title alone. */
  short(sheet: SheetPlace): string;
}

export function useSheetTitles(): SheetTitles {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const shown = useShownTitle();
  const full = (sheet: SheetPlace): string | null => {
    if (sheet.kind === "start") return null;
    if (sheet.kind === "import") return t("imports.reportTitle");
    if (sheet.kind === "bin") return t("bin.title");
    if (sheet.kind === "dossier") return t("dossier.one");
    if (sheet.kind === "rubric") return shown(library.rubricTitle(sheet.id) ?? sheet.id, sheet.id);
    if (sheet.kind === "missing") return shown(library.elsewhere(sheet.id)?.title ?? sheet.missing.title ?? sheet.id, sheet.id);
    const head = library.document(sheet.id);
    return head ? `${shown(head.title, head.id)}, ${dateInWords(head.date, i18n.language)}` : sheet.id;
  };
  const short = (sheet: SheetPlace): string => {
    const head = sheet.kind === "letter" || sheet.kind === "report" || sheet.kind === "card" ? library.document(sheet.id) : undefined;
    return head ? shown(head.title, head.id) : (full(sheet) ?? t("tabs.start"));
  };
  return { full, short };
}
