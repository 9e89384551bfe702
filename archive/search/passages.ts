/** Documents as passages: one for each section of a letter and each page of a report. */
import { type Letter, openingId, type Passage, type ReportHead } from "../model.ts";

export function letterPassages({ head, opening, sections }: Letter): Passage[] {
  const section = { document: head.id, kind: "section" as const, page: null };
  const passages = sections.map(({ id, title, rubric, text }): Passage => {
    return { ...section, id: `${head.id}#${id}`, heading: title, rubric, text };
  });
  if (opening === null || opening.text === "") return passages;
  return [{ ...section, id: `${head.id}#${openingId}`, heading: head.title, rubric: null, text: opening.text }, ...passages];
}

/** `pages` holds the text of each page, in order. A page without text is no passage. */
export function reportPassages(head: ReportHead, pages: readonly string[]): Passage[] {
  return pages.flatMap((text, index): Passage[] => {
    if (text.trim() === "") return [];
    const page = index + 1;
    const heading = head.pageLabels[index] ?? String(page);
    return [{ id: `${head.id}#p${page}`, document: head.id, kind: "page", heading, rubric: null, page, text }];
  });
}
