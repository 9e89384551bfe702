/** Selecting without a mouse: a paragraph at a time, then word by word. */
import { shownPartsOf } from "./shownParts.ts";

/** What is selected at a time: shorter than the paragraphs that links speak of, for those may hold others. */
const blocks = "p, li, h3, h4, blockquote, figcaption, td, th, pre";

/** Selects the first paragraph before the reader's eyes or below them, or the one beside what is selected. False when there is none. */
export function selectParagraph(which: "first" | "next" | "previous"): boolean {
  const selection = document.getSelection();
  if (!selection) return false;
  const from = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const near = which === "first" ? document.activeElement : (from?.startContainer ?? null);
  const all = shownPartsOf(near).flatMap((part) => (part.isPage ? [part.element] : innermostBlocks(part.element)));
  const now = from ? all.findIndex((paragraph) => from.intersectsNode(paragraph)) : -1;
  const first = all.findIndex((paragraph) => paragraph.getBoundingClientRect().top >= 48);
  const wanted = { first: Math.max(first, 0), next: now + 1, previous: now - 1 }[which];
  const paragraph = all[wanted];
  if (!paragraph) return false;
  selection.selectAllChildren(paragraph);
  paragraph.scrollIntoView({ block: "nearest" });
  return true;
}

/** Brings what is selected before the reader's eyes, when it was left above or below them. */
export function showSelection(): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const { top, bottom } = range.getBoundingClientRect();
  if (bottom > 48 && top < window.innerHeight) return;
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

/** The heading of the section in which words are selected; of a report, its pages. */
export function headingOfSelection(): HTMLElement | null {
  const element = document.getSelection()?.anchorNode?.parentElement;
  return element?.closest("[data-section]")?.querySelector<HTMLElement>("h2") ?? element?.closest<HTMLElement>(".report-pages") ?? null;
}

/** A word more, or one fewer. */
export function extendSelection(by: "more" | "fewer"): void {
  document.getSelection()?.modify("extend", by === "more" ? "forward" : "backward", "word");
}

/** Those that hold no others. */
function innermostBlocks(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(blocks)].filter((block) => block.querySelector(blocks) === null && block.textContent.trim() !== "");
}
