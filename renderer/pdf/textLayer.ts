/** The text of a page on screen, read back from pdf.js' text layer just as it was indexed, with the way to its nodes. */
import { pageText } from "../../archive/text/lines.ts";
import { bodyOf, isLegible, type MarkedContent, type PageItem, withApart } from "../../archive/text/pageBody.ts";
import { machinePieces } from "../../archive/text/machineText.ts";
import type { TextPlace } from "../marks/highlight.ts";
import { machineLinesOf } from "./machineLayer.ts";

/** pdf.js gives each piece of text a span and wraps some in marked content; pictures stand there for their alternative text. */
export const spansOfText = "span:not(.markedContent):not([role='img'])";

/** Those and the ends of lines; artifacts (running heads, page numbers) are hidden from screen readers, and not copied either. */
export const piecesOfText = `:is(${spansOfText}, br):not([aria-hidden='true'] *)`;

/** `items` are what pdf.js made the layer of, unless the words are the machine's: each with a string has its span, in order. */
export function readTextLayer(layer: Element, items: readonly (PageItem | MarkedContent)[]): { text: string; places: TextPlace[] } {
  const spans = layer.querySelectorAll(spansOfText).values();
  const lines = machineLinesOf(layer);
  if (lines) {
    const { text, starts } = pageText(machinePieces(lines));
    return { text, places: Array.from(spans).flatMap(({ firstChild: node }, index) => (node instanceof Text ? [{ node, start: starts[index] ?? 0 }] : [])) };
  }
  const nodes = new Map<PageItem, Text>();
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const node = spans.next().value?.firstChild;
    if (node instanceof Text) nodes.set(item, node);
  }
  const body = bodyOf<PageItem>(items);
  const { text, starts } = pageText(withApart(body));
  const places = body.flatMap((item, index) => {
    const node = nodes.get(item);
    return node ? [{ node, start: starts[index] ?? 0 }] : [];
  });
  return { text, places };
}

/** What search can do with a page: read it, or not because there is nothing to read, or because its letters say nothing. */
export type PageTextKind = "text" | "noText" | "unreadableText";

export function pageTextKind(text: string): PageTextKind {
  if (text.trim() === "") return "noText";
  return isLegible(text) ? "text" : "unreadableText";
}
