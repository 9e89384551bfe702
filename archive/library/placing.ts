/** Where quoted words stand in a document as it is now. */
import type { Holdings } from "../holdings.ts";
import { openingId } from "../letterSection.ts";
import type { NotePlace, NoteTarget } from "../note.ts";
import { type AnchorPassage, type AnchorText, anchorText, findInPassages, quoteAt } from "../text/anchor.ts";

/** A document's passages in the order of reading, each read when it is looked into; none of one that is not there. */
export function anchorPassages(holdings: Holdings, document: string): AnchorPassage[] {
  const head = holdings.document(document);
  if (!head) return [];
  const parts = head.kind === "report" ? head.pageLabels.map((_, index) => `p${index + 1}`) : [openingId, ...head.sections.map(({ id }) => id)];
  return parts.map((part) => {
    const id = `${document}#${part}`;
    let read: AnchorText | null = null;
    return { id, text: () => (read ??= anchorText(holdings.passage(id)?.text ?? "")) };
  });
}

/** Null when the words are not there. */
export function placeIn(passages: readonly AnchorPassage[], { passage, quote, position }: Pick<NoteTarget, "passage" | "quote" | "position">): NotePlace | null {
  const found = findInPassages(passages, passage, quote, position.start);
  const text = passages.find(({ id }) => id === found?.passage)?.text().text;
  if (!found || text === undefined) return null;
  const { start, end, isExact } = found;
  return { passage: found.passage, quote: quoteAt(text, start, end), position: { start, end }, isExact };
}
