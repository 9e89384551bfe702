/** The words that a link lies over, from the text layer: pdf.js only sees those whose line stands inside of the link, and a link may begin just above it. */
import { spansOfText } from "./textLayer.ts";

/** In order; without the dots that lead to a page's number. Empty when there are none. */
export function wordsUnder(link: Element, layer: Element): string {
  const box = link.getBoundingClientRect();
  const pieces = Array.from(layer.querySelectorAll(spansOfText), (span) => partUnder(span.firstChild, box));
  return pieces.filter(Boolean).join(" ").replace(/(?:[.·…_]\s*){3,}/gu, " ").replace(/\s+/g, " ").trim();
}

function partUnder(node: ChildNode | null, box: DOMRect): string {
  if (!(node instanceof Text)) return "";
  const range = new Range();
  range.selectNodeContents(node);
  const piece = range.getBoundingClientRect();
  const shared = Math.min(piece.bottom, box.bottom) - Math.max(piece.top, box.top);
  if (shared < 0.5 * Math.min(piece.height, box.height) || piece.right < box.left || piece.left > box.right) return "";
  if (piece.left >= box.left - 1 && piece.right <= box.right + 1) return node.data;
  // Of a longer line, the letters in the link.
  return Array.from(node.data, (letter, index) => (isInside(range, node, index, box) ? letter : "")).join("");
}

function isInside(range: Range, node: Text, index: number, { left, right }: DOMRect): boolean {
  range.setStart(node, index);
  range.setEnd(node, Math.min(node.length, index + 1));
  const letter = range.getBoundingClientRect();
  const middle = (letter.left + letter.right) / 2;
  return middle >= left && middle <= right;
}
