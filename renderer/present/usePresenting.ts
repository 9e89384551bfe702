/** Begins a projection of what is being read, at the part that is in view. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { frenchTypography } from "../../archive/text/typography.ts";
import type { Origin } from "../../archive/dossier.ts";
import { withFollowed } from "../../archive/dossierItems.ts";
import type { Failure } from "../../archive/model.ts";
import { bridge, type Slide } from "../bridge.ts";
import { useComfort } from "../comfort/comfort.ts";
import { slidesOfDossier } from "../dossier/dossierSlides.ts";
import { giveFailure, giveNotice } from "../import/notices.tsx";
import { partInView, partsInSheet } from "../letter/partInView.ts";
import { useLibrary } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import { dateInWords } from "../words/dates.ts";
import { originInWords } from "../words/origin.ts";
import { slidesOfLetter, slidesOfReport, slidesOfRubric, type SlideSaying } from "./slides.ts";

type Found = { slides: Slide[]; from: number } | { failure: Failure } | null;

/** `hidden` are collections left out of rubrics. */
export function usePresenting(sheet: SheetPlace, hidden: string[]): () => void {
  const { t, i18n } = useTranslation();
  const comfort = useComfort();
  const library = useLibrary();
  return useCallback(() => {
    const saying: SlideSaying = {
      comfort,
      rubric: library.rubricTitle,
      language: library.languageOf,
      source: ({ collection, date }) => `${library.collection(collection)?.title ?? collection}, ${dateInWords(date, i18n.language)}`,
    };
    const find = async (): Promise<Found> => {
      if (sheet.kind === "letter") {
        const letter = await bridge.letter(sheet.id);
        return letter.ok ? { slides: slidesOfLetter(letter.value, saying), from: partRead() } : letter;
      }
      if (sheet.kind === "rubric") {
        const rubric = await bridge.rubric({ id: sheet.id, hidden });
        return rubric.ok ? { slides: slidesOfRubric(rubric.value, saying), from: partRead() } : rubric;
      }
      if (sheet.kind === "dossier") {
        const dossier = await bridge.dossier(sheet.id);
        if (!dossier.ok) return dossier;
        const shelves = { letter: bridge.letter, isReport: (id: string) => library.document(id)?.kind === "report" };
        const origin = (from: Origin): string => originInWords(from, i18n.language);
        const followed = await bridge.followedItems(sheet.id);
        const shown = withFollowed(dossier.value, followed.ok ? followed.value : []);
        return { slides: await slidesOfDossier(shown, shelves, { ...saying, question: t("dossier.roleQuestion"), origin }), from: 0 };
      }
      const head = sheet.kind === "report" ? library.document(sheet.id) : undefined;
      if (head?.kind !== "report" || sheet.kind !== "report") return null;
      return { slides: slidesOfReport(head, saying, (label) => frenchTypography(t("present.page", { label }))), from: (sheet.page ?? 1) - 1 };
    };
    void find().then((found) => {
      if (found && "failure" in found) return giveFailure(t, found.failure);
      if (!found || found.slides.length === 0) return giveNotice({ text: t("present.nothing") });
      const ground = document.documentElement.dataset["theme"]?.includes("dark") ? "dark" : "light";
      void bridge.present({ ...found, ground });
    });
  }, [sheet, hidden, comfort, library, t, i18n.language]);
}

/** Counted from 0. */
function partRead(): number {
  const read = partsInSheet();
  const found = read && partInView(read.scroller, read.parts);
  return found ? read.parts.indexOf(found) : 0;
}
