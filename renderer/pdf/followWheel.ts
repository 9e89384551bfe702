/**
 * The wheel on the pages. With Ctrl held, or as a pinch on a touchpad, it changes their size around the pointer; where one page is seen at a
 * time, it turns the page at its end. A pinch on a touch screen does as the first. Gives the way to stop.
 */
import { TouchManager } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type PDFViewer, ScrollMode } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import { wheelFactor, withinLimits } from "./zoom.ts";

export function followWheel(container: HTMLElement, viewer: PDFViewer): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let pending = 1;
  const resize = (factor: number, [x, y]: [number, number]): void => {
    const before = viewer.currentScale;
    pending = withinLimits(before * pending * factor) / before;
    const { left, top } = container.getBoundingClientRect();
    viewer.updateScale({ scaleFactor: pending, drawingDelay: 300, origin: [x - left, y - top] });
    // Sizes are rounded to the hundredth: what a small turn did not change yet is kept for the next.
    if (viewer.currentScale !== before) pending = 1;
  };
  const turnPage = pageTurner(container, viewer);
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return turnPage(event);
    event.preventDefault();
    resize(wheelFactor(event.deltaY), [event.clientX, event.clientY]);
  };
  container.addEventListener("wheel", turn, { passive: false, signal });
  const pinch = {
    container,
    isPinchingDisabled: () => false,
    onPinching: (origin: [number, number], before: number, now: number) => resize(now / before, origin),
    signal,
  };
  // pdf.js' types take every option of it for null.
  const touch = new TouchManager(pinch as unknown as ConstructorParameters<typeof TouchManager>[0]);
  return () => {
    ending.abort();
    touch.destroy();
  };
}

/** How far the wheel goes on at a page's end before the page turns: one notch of most wheels. */
const notch = 100;

function pageTurner(container: HTMLElement, viewer: PDFViewer): (event: WheelEvent) => void {
  let beyond = 0;
  return (event) => {
    if (viewer.scrollMode !== ScrollMode.PAGE || event.shiftKey) return;
    const down = event.deltaY > 0;
    const isAtEnd = down ? container.scrollTop + container.clientHeight >= container.scrollHeight - 2 : container.scrollTop <= 2;
    if (!isAtEnd) beyond = 0;
    else beyond = Math.sign(beyond) === Math.sign(event.deltaY) ? beyond + event.deltaY : event.deltaY;
    if (Math.abs(beyond) < notch) return;
    beyond = 0;
    event.preventDefault();
    if (down) viewer.nextPage();
    else if (viewer.previousPage()) container.scrollTop = container.scrollHeight;
  };
}
