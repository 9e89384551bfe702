/** Draws pages in small into the elements that come into view, one at a time, and gives back what left it longest ago. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** CSS pixels; also the width in the style sheet. */
const width = 104;
/** Pictures kept, in view or not: some 10 MB. */
const most = 60;

export class ThumbnailDrawer {
  readonly #pdf: PDFDocumentProxy;
  readonly #observer: IntersectionObserver;
  readonly #pages = new Map<Element, number>();
  readonly #inView = new Set<Element>();
  /** Oldest first. */
  readonly #drawn = new Map<Element, HTMLCanvasElement>();
  #isDrawing = false;
  #isCleared = false;

  constructor(pdf: PDFDocumentProxy, scroller: Element | null) {
    this.#pdf = pdf;
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { root: scroller, rootMargin: "200px 0px" });
  }

  /** Draws a page into an element's `.picture` when it comes into view; gives the way to stop. */
  watch(element: Element, page: number): () => void {
    this.#pages.set(element, page);
    this.#observer.observe(element);
    return () => {
      this.#observer.unobserve(element);
      this.#pages.delete(element);
      this.#inView.delete(element);
      this.#release(element);
    };
  }

  clear(): void {
    this.#isCleared = true;
    this.#observer.disconnect();
    for (const element of this.#drawn.keys()) this.#release(element);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inView.add(target);
      else this.#inView.delete(target);
    }
    void this.#drawNext();
  }

  async #drawNext(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (let next = this.#missing(); next && !this.#isCleared; next = this.#missing()) await this.#draw(next);
    this.#isDrawing = false;
  }

  #missing(): Element | undefined {
    return Array.from(this.#inView).find((element) => !this.#drawn.has(element));
  }

  async #draw(element: Element): Promise<void> {
    const canvas = document.createElement("canvas");
    this.#drawn.set(element, canvas);
    try {
      const page = await this.#pdf.getPage(this.#pages.get(element) ?? 1);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / natural.width) * globalThis.devicePixelRatio });
      canvas.width = Math.ceil(viewport.width);
      // A page like a ribbon is shown from its top.
      canvas.height = Math.ceil(Math.min(viewport.height, viewport.width * 3));
      canvas.style.aspectRatio = `${canvas.width} / ${canvas.height}`;
      await page.render({ canvas, viewport }).promise;
      // Else pdf.js keeps its pictures unfolded.
      page.cleanup();
      element.querySelector(".picture")?.replaceChildren(canvas);
    } catch {
      // A page that cannot be drawn stays blank here; its own place says why.
    }
    const oldest = Array.from(this.#drawn.keys()).find((each) => !this.#inView.has(each));
    if (this.#drawn.size > most && oldest) this.#release(oldest);
  }

  #release(element: Element): void {
    const canvas = this.#drawn.get(element);
    if (canvas) canvas.width = canvas.height = 0;
    canvas?.remove();
    this.#drawn.delete(element);
  }
}
