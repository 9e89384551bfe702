/** Ctrl and the wheel, or a pinch: changes the size of the pages around the pointer. Gives the way to stop. */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import { wheelFactor, withinLimits } from "./zoom.ts";

export function followWheel(container: HTMLElement, viewer: PDFViewer): () => void {
  let pending = 1;
  const turn = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const before = viewer.currentScale;
    pending = withinLimits(before * pending * wheelFactor(event.deltaY)) / before;
    const { left, top } = container.getBoundingClientRect();
    viewer.updateScale({ scaleFactor: pending, drawingDelay: 300, origin: [event.clientX - left, event.clientY - top] });
    // Sizes are rounded to the hundredth: what a small turn did not change yet is kept for the next.
    if (viewer.currentScale !== before) pending = 1;
  };
  container.addEventListener("wheel", turn, { passive: false });
  return () => container.removeEventListener("wheel", turn);
}
