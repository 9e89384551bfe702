/** Pages of a report drawn for paper, one picture each, and shown to the printer alone. */
import "./printPages.css";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Dots per inch: fine enough for small print, a few hundred kilobytes a page. */
const resolution = 150;
/** Pages at once: some 100 MB of pictures. */
export const mostPrinted = 300;
/** Points on a side, for pages of unusual size. */
const largestSide = 4000;

/** Draws pages `from` to `to`, telling each before it is drawn; gives the way to take them away. Rejects when stopped. */
export async function layOutForPrint(pdf: PDFDocumentProxy, [from, to]: [number, number], stop: AbortSignal, onPage: (page: number) => void): Promise<() => void> {
  const sheet = document.createElement("div");
  sheet.className = "print-pages";
  const style = new CSSStyleSheet();
  const clear = (): void => {
    for (const picture of sheet.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
  };
  try {
    for (let number = from; number <= to; number++) {
      stop.throwIfAborted();
      onPage(number);
      const { picture, width, height } = await drawPage(pdf, number, stop);
      if (number === from) style.replaceSync(`@page { size: ${width}pt ${height}pt; margin: 0; }`);
      sheet.append(picture);
    }
    stop.throwIfAborted();
  } catch (error) {
    clear();
    throw error;
  }
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(sheet);
  return clear;
}

async function drawPage(pdf: PDFDocumentProxy, number: number, stop: AbortSignal): Promise<{ picture: HTMLImageElement; width: number; height: number }> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(resolution / 72, largestSide / Math.max(width, height)) });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const task = page.render({ canvas, viewport, intent: "print", background: "#fff" });
  const cancel = (): void => task.cancel();
  stop.addEventListener("abort", cancel);
  try {
    await task.promise;
  } finally {
    stop.removeEventListener("abort", cancel);
    page.cleanup();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  canvas.width = canvas.height = 0;
  if (!blob) throw new Error(`page ${number} cannot be made a picture`);
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return { picture, width, height };
}
