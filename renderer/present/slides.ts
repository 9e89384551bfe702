/** What is read, as slides for the wall: a section a slide, a page a slide. */
import type { Letter, LetterHead, ReportHead, RubricReading, Section } from "../../archive/model.ts";
import type { Comfort, PageSlide, TextSlide } from "../bridge.ts";
import { shownAs } from "../comfort/Shown.tsx";
import { stepsOf } from "./steps.ts";

/** How texts are shown, and what the window calls things. */
export interface SlideSaying {
  comfort: Comfort;
  rubric(id: string | null): string | null;
  language(letter: string): "fr" | "en";
  /** "La Dérivation, octobre 2022". */
  source(head: LetterHead | ReportHead): string;
}

/** An empty list for a letter without any text. */
export function slidesOfLetter({ head, opening, sections }: Letter, saying: SlideSaying): TextSlide[] {
  const parts = opening ? [{ id: head.id, title: head.title, rubric: null, ...opening }, ...sections] : sections;
  return parts.map((section) => slideOfSection(head, section, saying));
}

export function slidesOfRubric({ items }: RubricReading, saying: SlideSaying): TextSlide[] {
  return items.map(({ letter, section }) => slideOfSection(letter, section, saying));
}

export function slideOfSection(head: LetterHead, section: Section, saying: SlideSaying): TextSlide {
  const language = saying.language(head.id);
  const show = (text: string): string => shownAs(text, saying.comfort, language).text;
  const title = show(section.title);
  const rubric = saying.rubric(section.rubric);
  return {
    kind: "text",
    title,
    source: saying.source(head),
    language,
    notes: "",
    minutes: null,
    steps: [{ kind: "title", text: title, rubric: rubric === section.title ? "" : (rubric ?? "") }, ...stepsOf(section.content, head.id, language, show)],
  };
}

export function slidesOfReport(head: ReportHead, saying: SlideSaying, pageTitle: (label: string) => string): PageSlide[] {
  const language = saying.language(head.id);
  const source = `${head.title}, ${saying.source(head)}`;
  return head.pageLabels.map((label, index) => {
    const title = pageTitle(label);
    return { kind: "page", report: head.id, page: index + 1, title, source: `${source}, ${title}`, language, notes: "", minutes: null };
  });
}
