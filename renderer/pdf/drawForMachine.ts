/** A page drawn for the machine that reads it: upright, in shades of grey, as fine as small print asks for. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DrawnPicture } from "../bridge.ts";

/** Dots per inch. */
const [finest, coarsest] = [300, 30];
/** Of a picture, and on one of its sides: a page of A3 at the finest is drawn a little coarser. */
const [mostPoints, longestSide] = [12_000_000, 10_000];

/** `number` counts from 1. Rejects when stopped, or with what pdf.js says of a page that it cannot draw. */
export async function drawForMachine(pdf: PDFDocumentProxy, number: number, stop: AbortSignal): Promise<DrawnPicture> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(finest / 72, Math.sqrt(mostPoints / (width * height)), longestSide / Math.max(width, height)) });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas of this size");
  // For print: in a window that is hidden, a page for the screen would wait for ever.
  const task = page.render({ canvas: null, canvasContext: context, viewport, intent: "print", background: "#fff" });
  const cancel = (): void => task.cancel();
  stop.addEventListener("abort", cancel);
  try {
    await task.promise;
    return { width: canvas.width, height: canvas.height, dotsPerInch: Math.max(coarsest, Math.round(72 * viewport.scale)), grey: greyOf(context) };
  } finally {
    stop.removeEventListener("abort", cancel);
    page.cleanup();
    canvas.width = canvas.height = 0;
  }
}

/** Luma of ITU-R BT.601. */
function greyOf(context: CanvasRenderingContext2D): Uint8Array {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let point = 0, at = 0; point < grey.length; point += 1, at += 4) {
    grey[point] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  }
  return grey;
}
