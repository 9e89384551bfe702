/**
 * The words that the machine read on a page, laid unseen over its picture as pdf.js lays out the text of other pages: so they are selected, copied, found
 * and marked alike.
 */
import type { MachineLine, MachineWord } from "../../archive/model.ts";
import { machinePieces } from "../../archive/text/machineText.ts";
import type { PageView } from "./pageView.ts";

const linesOfLayers = new WeakMap<Element, readonly MachineLine[]>();

/** What a text layer was made of, when it was the machine's words. */
export function machineLinesOf(layer: Element): readonly MachineLine[] | undefined {
  return linesOfLayers.get(layer);
}

/** Puts these words in place of what the page's text layer holds. */
export function layMachineLines({ textLayer, pdfPage }: PageView, lines: readonly MachineLine[]): void {
  if (!textLayer || !pdfPage || linesOfLayers.get(textLayer.div) === lines) return;
  clear(textLayer.div);
  const { pageWidth, pageHeight } = pdfPage.getViewport({ scale: 1 }).rawDims as { pageWidth: number; pageHeight: number };
  const isLying = pdfPage.rotate % 180 !== 0;
  const page: Page = { rotation: pdfPage.rotate, width: isLying ? pageHeight : pageWidth, height: isLying ? pageWidth : pageHeight };
  const pieces = machinePieces(lines).values();
  const elements = lines.flatMap((line) => [...line.map((word) => spanOf(word, line, pieces.next().value?.str ?? "", page)), lineEnd()]);
  textLayer.div.prepend(...elements);
  linesOfLayers.set(textLayer.div, lines);
}

/** Takes the machine's words away again. */
export function clearMachineLines({ textLayer }: PageView): void {
  if (textLayer && linesOfLayers.delete(textLayer.div)) clear(textLayer.div);
}

/** Upright, in the units of the file. */
interface Page {
  /** How the file has it turned, clockwise in degrees. */
  rotation: number;
  width: number;
  height: number;
}

/** pdf.js keeps an element of its own at the end, by which selections do not run away. */
function clear(layer: Element): void {
  for (const piece of layer.querySelectorAll(":scope > :not(.endOfContent)")) piece.remove();
}

function spanOf(word: MachineWord, line: MachineLine, text: string, page: Page): HTMLSpanElement {
  const [letters, left, , width] = word;
  const { top, height } = extentOf(word, line);
  const span = document.createElement("span");
  span.textContent = text;
  const size = height * page.height;
  const place = placeOf(left, top, page.rotation);
  span.style.left = `${place.left * 100}%`;
  span.style.top = `${place.top * 100}%`;
  span.style.fontFamily = "sans-serif";
  span.style.setProperty("--font-height", `${size}px`);
  span.style.setProperty("--scale-x", String((width * page.width) / widthOf(letters, size)));
  if (page.rotation !== 0) span.style.setProperty("--rotate", `${-page.rotation}deg`);
  return span;
}

function lineEnd(): HTMLBRElement {
  const end = document.createElement("br");
  end.role = "presentation";
  return end;
}

/** As high as its whole line, unless that climbs or falls across the page. */
function extentOf([, , own, , high]: MachineWord, line: MachineLine): { top: number; height: number } {
  const top = Math.min(...line.map(([, , each]) => each));
  const bottom = Math.max(...line.map(([, , each, , height]) => each + height));
  const highest = Math.max(...line.map(([, , , , height]) => height));
  return bottom - top <= 1.6 * highest ? { top, height: bottom - top } : { top: own, height: high };
}

/** The layer lies as the file has the page, and is turned with it. */
function placeOf(left: number, top: number, rotation: number): { left: number; top: number } {
  if (rotation === 90) return { left: top, top: 1 - left };
  if (rotation === 180) return { left: 1 - left, top: 1 - top };
  return rotation === 270 ? { left: 1 - top, top: left } : { left, top };
}

let ruler: CanvasRenderingContext2D | null = null;

/** Of a text in the system's sans-serif, in the units of `size`; never 0. */
function widthOf(text: string, size: number): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return size;
  ruler.font = "100px sans-serif";
  return (Math.max(1, ruler.measureText(text).width) * size) / 100;
}
