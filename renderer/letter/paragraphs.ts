/**
 * The paragraphs of a text as it is displayed, for links, places kept and whatever else speaks of "this paragraph". What they say is what is
 * stored, whichever way it is shown.
 */
import { shownIn } from "../comfort/shownTexts.ts";

const blocks = "p, li, h1, h2, h3, h4, h5, h6, pre, td, th, dt, dd, figure, .report-card";
/** Added by the window. */
const passedOver = "[aria-hidden='true'], .visually-hidden, .note";

/** In reading order, each once: of "li p" only the paragraph, of a list inside an item both the item and those inside. To be asked of the body of a section, without its title. */
export function paragraphsIn(element: Element): HTMLElement[] {
  return Array.from(element.querySelectorAll<HTMLElement>(blocks)).filter((block) => block.matches("figure, .report-card") || paragraphText(block) !== "");
}

/** The paragraph, among those of a body, that something displayed belongs to; null outside of all. */
export function paragraphAt(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(blocks) ?? null;
}

/** What is stored of a paragraph, without the paragraphs inside it; spaces made one. */
export function paragraphText(paragraph: HTMLElement): string {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (parent?.closest(blocks) === paragraph && !parent.closest(passedOver)) text += shownIn(node)?.stored ?? node.data;
  }
  return text.replace(/\s+/g, " ").trim();
}
