/** Documents as passages: one for each section of a letter and each page of a report. */
import { openingId } from "../letterSection.ts";
import type { Letter, Passage, ReportHead } from "../model.ts";

export function letterPassages({ head, opening, sections }: Letter): Passage[] {
  const section = { document: head.id, kind: "section" as const, page: null };
  const passages = sections.map(({ id, title, rubric, text }): Passage => {
    return { ...section, id: `${head.id}#${id}`, heading: title, rubric, text };
  });
  if (opening === null || opening.text === "") return passages;
  return [{ ...section, id: `${head.id}#${openingId}`, heading: head.title, rubric: null, text: opening.text }, ...passages];
}

/** `pages` holds the text of each page, in order; `machine`, by page, what was read where there is none. A page without either is no passage. */
export function reportPassages(head: ReportHead, pages: readonly string[], machine: ReadonlyMap<number, string> = new Map()): Passage[] {
  return pages.flatMap((own, index): Passage[] => {
    const page = index + 1;
    const byMachine = own.trim() === "";
    const text = byMachine ? (machine.get(page) ?? "") : own;
    if (text.trim() === "") return [];
    const heading = head.pageLabels[index] ?? String(page);
    return [{ id: `${head.id}#p${page}`, document: head.id, kind: "page", heading, rubric: null, page, text, ...(byMachine && { byMachine }) }];
  });
}
