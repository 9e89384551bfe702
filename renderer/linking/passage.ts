/** What a place in a displayed text is: its letter, section and paragraph, for a link to lead there again. */
import type { LetterHead } from "../../archive/model.ts";
import type { LetterLink } from "../../archive/text/archiveLink.ts";
import { addressOf } from "../../archive/text/paragraph.ts";
import { paragraphAt, paragraphsIn, paragraphText } from "../letter/paragraphs.ts";

export interface Passage {
  letter: string;
  /** Null in the letter's head. */
  section: string | null;
  paragraph: LetterLink["paragraph"];
}

/** Null outside of a letter's text. Views say by `data-letter` and `data-section` what is whose. */
export function passageAt(node: Node): Passage | null {
  const element = node instanceof Element ? node : node.parentElement;
  const letter = element?.closest<HTMLElement>("[data-letter]")?.dataset["letter"];
  if (!element || letter === undefined) return null;
  const section = element.closest<HTMLElement>("[data-section]");
  const paragraphs = section ? bodyParagraphs(section) : [];
  const at = paragraphs.findIndex((paragraph) => paragraph === paragraphAt(element));
  const address = at < 0 ? null : addressOf(null, paragraphs.map(paragraphText), at);
  return { letter, section: section?.dataset["section"] ?? null, paragraph: address && { index: address.index, start: address.start } };
}

/** The paragraphs of a section's body, without its title. */
export function bodyParagraphs(section: HTMLElement): HTMLElement[] {
  const body = section.matches(".prose") ? section : section.querySelector(".prose");
  return body ? paragraphsIn(body) : [];
}

export function linkToPassage({ id, title, date }: LetterHead, { section, paragraph }: Omit<Passage, "letter">): LetterLink {
  return { kind: "letter", document: id, title, date, section, paragraph };
}
