/** The text of a page on screen, read back from pdf.js' text layer just as it was indexed, with the way to its nodes. */
import { pageText, type TextPiece } from "../../archive/text/lines.ts";
import type { TextPlace } from "../marks/highlight.ts";

/** pdf.js gives each piece of text a span and wraps some in marked content; pictures stand there for their alternative text. */
const piecesOfText = "span:not(.markedContent):not([role='img']), br";

export function readTextLayer(layer: HTMLElement): { text: string; places: TextPlace[] } {
  const pieces: TextPiece[] = [];
  const nodes: (Text | null)[] = [];
  for (const element of layer.querySelectorAll(piecesOfText)) {
    const ends = element.localName === "br";
    pieces.push({ str: ends ? "" : element.textContent, hasEOL: ends });
    nodes.push(element.firstChild instanceof Text ? element.firstChild : null);
  }
  const { text, starts } = pageText(pieces);
  const places = nodes.flatMap((node, index) => (node ? [{ node, start: starts[index] ?? 0 }] : []));
  return { text, places };
}
