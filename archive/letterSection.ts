import type { Letter, Section } from "./model.ts";

/** By what a passage's id names the words before the first section. */
export const openingId = "ouverture";

/** The section that a passage's id names after its `#`, also by an id that it had before; the opening counts as one, titled as the letter. */
export function sectionAt({ head, opening, sections, former }: Letter, place: string): Section | undefined {
  const id = former?.[place] ?? place;
  return id === openingId && opening ? { id, title: head.title, rubric: null, ...opening } : sections.find((section) => section.id === id);
}
