/** Tells the page where the reader came to rest, once for each: not those that they scrolled past. */
import type { EventBus, PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";

/** Gives what to call when the pages are laid out: resting there counts too. */
export function followRest(container: HTMLElement, bus: EventBus, viewer: PDFViewer, signal: AbortSignal, onSettled: (page: number) => void): () => void {
  let isLaidOut = false;
  let isScrolling = false;
  let settled = 0;
  const settle = (): void => {
    const page = viewer.currentPageNumber;
    if (page === settled || !isLaidOut) return;
    settled = page;
    onSettled(page);
  };
  const rest = (): void => {
    isScrolling = false;
    settle();
  };
  bus.on("pagechanging", () => !isScrolling && settle(), { signal });
  container.addEventListener("scroll", () => (isScrolling = true), { signal, passive: true });
  container.addEventListener("scrollend", rest, { signal });
  return () => {
    isLaidOut = true;
    onNextFrame(rest, signal);
  };
}

/** Unless the signal comes first. */
export function onNextFrame(act: () => void, signal: AbortSignal): void {
  const frame = requestAnimationFrame(act);
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
}
