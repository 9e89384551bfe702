/** A page of a PDF drawn on a canvas that is there: on the wall, in a preview. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Draws a page, counted from 1, so many pixels wide; what the canvas showed before stays until the page is there. `onDrawn` is told its height over its width.
 * Gives the way to stop. A page that cannot be drawn leaves the canvas as it was.
 */
export function drawAtWidth(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, pixels: number, onDrawn: (shape: number) => void = () => undefined): () => void {
  let cancel = (): void => {};
  let isWanted = true;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (!isWanted) return;
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: pixels / natural.width });
    const fresh = document.createElement("canvas");
    [fresh.width, fresh.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const task = page.render({ canvas: fresh, viewport, background: "#fff" });
    cancel = () => task.cancel();
    await task.promise;
    if (!isWanted) return;
    [canvas.width, canvas.height] = [fresh.width, fresh.height];
    canvas.getContext("2d")?.drawImage(fresh, 0, 0);
    fresh.width = fresh.height = 0;
    onDrawn(natural.height / natural.width);
  };
  draw().catch(() => undefined);
  return () => {
    isWanted = false;
    cancel();
  };
}
