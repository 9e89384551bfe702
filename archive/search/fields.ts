/** Passages as an index sees them: the terms of each field. Every index, sealed or live, is made of these. */
import type { DocumentHead, Passage } from "../model.ts";
import { indexTerms } from "../text/terms.ts";

/** Words as they are written, which prefixes and typos are looked for in; and their stems, which a plural and a feminine share. */
export const surfaceFields = ["title", "heading", "text"] as const;
export const stemFields = ["headingStems", "textStems"] as const;
export const fields = [...surfaceFields, ...stemFields] as const;

/**
 * What a match counts for in each field. A heading speaks of its passage more than its document's title, which all its passages share; a
 * word as it was typed counts more than another form of it.
 */
export const boosts: Readonly<Record<(typeof fields)[number], number>> = {
  title: 1.2,
  heading: 2.5,
  text: 1,
  headingStems: 1,
  textStems: 0.4,
};

/** A passage's terms, field by field in the order of `fields`, repeated as in the text; null for a field it does not have. */
export function fieldTerms(passage: Passage, head: DocumentHead | undefined): (string[] | null)[] {
  // A page's printed label ("12") is not a word of the page; a section's title is.
  const heading = passage.kind === "section" ? readTerms(passage.heading) : null;
  const text = readTerms(passage.text);
  const title = head && head.title !== passage.heading ? readTerms(head.title).surface : null;
  return [title, heading?.surface ?? null, text.surface, heading?.stems ?? null, text.stems];
}

function readTerms(text: string): { surface: string[]; stems: string[] } {
  const { surface, stems } = indexTerms(text);
  return { surface, stems: stems.map(stemTerm) };
}

/** A stem as a term of the index: told from words, so that completions and typos only meet words. */
export function stemTerm(stem: string): string {
  return `=${stem}`;
}

/** Whether a term of the index is a word, and not a stem. */
export function isWord(term: string): boolean {
  return !term.startsWith("=");
}
