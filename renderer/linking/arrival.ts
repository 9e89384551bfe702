/** The paragraph that a link leads to, as it is displayed: found, told from the others, and able to take the focus. */
import { findParagraph, type ParagraphAddress } from "../../archive/text/paragraph.ts";
import { paragraphText } from "../letter/paragraphs.ts";
import { bodyParagraphs } from "./passage.ts";

/** Null when the section is not displayed, or has none. */
export function paragraphOf(section: string | null, address: Pick<ParagraphAddress, "index" | "start">): HTMLElement | null {
  const element = section === null ? null : document.getElementById(section);
  const paragraphs = element ? bodyParagraphs(element) : [];
  const at = findParagraph(paragraphs.map(paragraphText), address);
  return at === null ? null : (paragraphs[at] ?? null);
}

/** Shows that one came here; gives the way to stop. */
export function arriveAt(paragraph: HTMLElement): () => void {
  const before = paragraph.getAttribute("tabindex");
  paragraph.dataset["arrived"] = "";
  paragraph.tabIndex = -1;
  return () => {
    delete paragraph.dataset["arrived"];
    if (before === null) paragraph.removeAttribute("tabindex");
  };
}
