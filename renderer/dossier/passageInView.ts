/** Which passage a person means: the result that is active, or the section or page being read, with the words selected in it. */
import { partInView, partsInSheet } from "../letter/partInView.ts";
import type { SheetPlace } from "../place.ts";
import { hitElementId } from "../search/ResultList.tsx";

export interface Meant {
  passage: string;
  quoted?: string;
}

/** Null when nothing that is a passage is looked at. */
export function passageInView(sheet: SheetPlace): Meant | null {
  const isSearching = document.activeElement?.matches("[role=combobox]") === true;
  return (isSearching ? activeHit() : null) ?? inSheet(sheet) ?? activeHit();
}

function activeHit(): Meant | null {
  const id = document.querySelector("[role=option][aria-selected=true]")?.id;
  const prefix = hitElementId("");
  // A dossier's own words are no passage: its id has no slash.
  return id?.startsWith(prefix) && id.includes("/") ? { passage: id.slice(prefix.length) } : null;
}

function inSheet(sheet: SheetPlace): Meant | null {
  if (sheet.kind === "report") {
    const quoted = selectedIn(document.querySelector(".sheet .pdfViewer"));
    return { passage: `${sheet.id}#p${pageOfSelection() ?? sheet.page ?? 1}`, ...(quoted !== "" && { quoted }) };
  }
  const read = sheet.kind === "letter" || sheet.kind === "rubric" ? partsInSheet() : null;
  if (!read) return null;
  const { scroller, parts } = read;
  const quoted = selectedIn(scroller);
  const start = quoted === "" ? null : document.getSelection()?.getRangeAt(0).startContainer;
  const part = parts.find((each) => start && each.contains(start)) ?? parts.find((each) => isLookedAt(each, scroller)) ?? partInView(scroller, parts) ?? parts[0];
  if (!part) return null;
  const passage = sheet.kind === "letter" ? `${sheet.id}#${part.id}` : part.id;
  return { passage, ...(start && part.contains(start) && { quoted }) };
}

/** The section that one came to, as long as its heading can be seen. */
function isLookedAt(part: HTMLElement, scroller: HTMLElement): boolean {
  const focused = document.activeElement;
  if (!focused?.matches("h2") || !part.contains(focused)) return false;
  const [heading, seen] = [focused.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return heading.bottom > seen.top && heading.top < seen.bottom;
}

function selectedIn(element: Element | null): string {
  const selection = document.getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0 || !selection.getRangeAt(0).intersectsNode(element)) return "";
  return selection.toString().trim();
}

function pageOfSelection(): number | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const page = selection.getRangeAt(0).startContainer.parentElement?.closest<HTMLElement>(".page")?.dataset["pageNumber"];
  return page === undefined ? null : Number(page);
}
