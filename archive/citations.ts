/** Which sections of which letters link to a report: read from all letters once, when it is first asked. */
import type { Element, ElementContent, RootContent } from "hast";
import { openingId } from "./letterSection.ts";
import type { Citation, Hypertext, Letter } from "./model.ts";
import { readArchiveLink } from "./text/archiveLink.ts";

/** The citations of each report, by its id; letters in the order given, sections in the order of reading, each link target once a section. */
export function citationsOf(letters: readonly Letter[]): Map<string, Citation[]> {
  const found = new Map<string, Citation[]>();
  const note = (citation: Citation, document: string): void => {
    const known = found.get(document) ?? [];
    found.set(document, known);
    const isThere = known.some(({ letter, section, page }) => letter === citation.letter && section === citation.section && page === citation.page);
    if (!isThere) known.push(citation);
  };
  for (const { head, opening, sections } of letters) {
    const parts = sections.map(({ id, title, content }) => ({ id, title: title as string | null, content }));
    for (const { id, title, content } of opening ? [{ id: openingId, title: null, content: opening.content }, ...parts] : parts) {
      for (const href of linksOf(content)) {
        const target = readArchiveLink(href);
        if (target) note({ letter: head, section: id, sectionTitle: title, page: target.page, href }, target.document);
      }
    }
  }
  return found;
}

function linksOf(hypertext: Hypertext): string[] {
  const links: string[] = [];
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type !== "element") return;
    if (node.tagName === "a") links.push(hrefOf(node));
    node.children.forEach(visit);
  };
  hypertext.children.forEach(visit);
  return links;
}

function hrefOf({ properties }: Element): string {
  return typeof properties["href"] === "string" ? properties["href"] : "";
}
