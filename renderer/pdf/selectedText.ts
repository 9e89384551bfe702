/**
 * What a reader selected on the pages, as they would have typed it: words that line ends cut are whole again, the lines of a paragraph follow
 * one another, paragraphs stand on lines of their own. Pieces that only repeat (running heads) are left out.
 */
import { joinCutWords } from "../../archive/text/lines.ts";
import { normalizeUnicode } from "pdfjs-dist/legacy/build/pdf.mjs";
import { piecesOfText } from "./textLayer.ts";

interface Line {
  text: string;
  top: number;
  height: number;
}

/** That, and the page (from 1) where the selection begins; `page` when it cannot be told. Null when nothing is selected there. */
export function selectedOn(pages: Element, page: number): { text: string; page: number } | null {
  const text = selectedText(pages);
  if (text === "") return null;
  const start = document.getSelection()?.getRangeAt(0).startContainer;
  const begin = start?.parentElement?.closest<HTMLElement>(".page")?.dataset["pageNumber"];
  return { text, page: Number(begin ?? page) };
}

/** The selected text inside an element that holds pages; empty when the selection is elsewhere. */
export function selectedText(pages: Element): string {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(pages)) return "";
  const layers = [...pages.querySelectorAll(".textLayer")].filter((layer) => range.intersectsNode(layer));
  return normalizeUnicode(layers.map((layer) => paragraphs(linesOf(layer, range))).join("\n")).trim();
}

function linesOf(layer: Element, range: Range): Line[] {
  const lines: Line[] = [];
  let isOpen = false;
  for (const piece of layer.querySelectorAll(piecesOfText)) {
    if (piece.localName === "br") {
      isOpen = false;
      continue;
    }
    const text = partOf(piece, range);
    if (text === "") continue;
    const { top, height } = piece.getBoundingClientRect();
    const line = lines.at(-1);
    if (isOpen && line) line.text += text;
    else lines.push({ text, top, height });
    isOpen = true;
  }
  return lines;
}

/** The selected part of a piece's text. */
function partOf(piece: Element, range: Range): string {
  const node = piece.firstChild;
  if (!(node instanceof Text) || !range.intersectsNode(node)) return "";
  const from = range.startContainer === node ? range.startOffset : 0;
  const to = range.endContainer === node ? range.endOffset : node.length;
  return node.data.slice(from, to);
}

/** How far apart the lines of one paragraph may be, in heights of a line. */
const leading = 1.9;

function paragraphs(lines: readonly Line[]): string {
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isSame = before && line.top - before.top < leading * before.height && line.top > before.top && Math.abs(line.height - before.height) < 0.25 * before.height;
    if (index > 0) text += isSame ? "\n" : "\n\n";
    text += line.text.trim();
  }
  return joinCutWords(text)
    .split("\n\n")
    .map((paragraph) => paragraph.replace(/\n/g, " "))
    .join("\n");
}
