/** What is selected, as notes and quotations need it: of each section or page, the stored words, and where they stand. */
import { inOneLine } from "../../archive/text/lines.ts";
import type { NoteTarget } from "../../archive/note.ts";
import { quoteAt } from "../../archive/text/anchor.ts";
import { storedRange } from "../../archive/text/shownText.ts";
import type { TextPlace } from "../marks/highlight.ts";
import { partsIn, type ShownPart } from "./shownParts.ts";

export interface Selected {
  /** One for each section or page. */
  targets: NoteTarget[];
  /** The words to quote, a paragraph a line: of a page, words that line ends cut are whole again. */
  words: string;
  /** Where it is in the window. */
  box: DOMRect;
}

/** A selection over more is one that was not meant to be marked. */
const mostParts = 20;
const longest = 50_000;

/** Null when nothing is selected that could be marked. */
export function selectedNow(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = partsIn(range);
  if (parts.length > mostParts) return null;
  const found = parts.flatMap((part) => stretchIn(part, range) ?? []);
  if (found.length === 0) return null;
  const words = found.map(({ part, target }) => (part.isPage ? inOneLine(target.quote.exact) : target.quote.exact));
  return { targets: found.map(({ target }) => target), words: words.join("\n"), box: range.getBoundingClientRect() };
}

function stretchIn(part: ShownPart, range: Range): { part: ShownPart; target: NoteTarget } | null {
  const { text, places } = part.read();
  const touched = places.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = offsetIn(first, range.startContainer === first.node ? range.startOffset : 0, "start");
  const to = offsetIn(last, range.endContainer === last.node ? range.endOffset : last.node.length, "end");
  const [start, end] = trimmed(text, from, Math.min(to, from + longest));
  if (start >= end) return null;
  return { part, target: { document: part.passage.split("#")[0] ?? "", passage: part.passage, quote: quoteAt(text, start, end), position: { start, end } } };
}

/** An offset in a node, as one in the text. What is shown otherwise than stored counts whole. */
function offsetIn({ start, shown }: TextPlace, offset: number, side: "start" | "end"): number {
  if (!shown) return start + offset;
  const [from, to] = side === "start" ? storedRange(shown, offset, shown.text.length) : storedRange(shown, 0, offset);
  return start + (side === "start" ? from : to);
}

function trimmed(text: string, from: number, to: number): [start: number, end: number] {
  const words = text.slice(from, to);
  return [from + (words.length - words.trimStart().length), to - (words.length - words.trimEnd().length)];
}
