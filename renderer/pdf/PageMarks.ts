/**
 * The marks on the pages that are rendered, and the one among them that the reader came to. A page that comes later is marked when its text
 * is there; one that left loses its own.
 */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { SearchTerm } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { clearMarks, rangesOf, showMarks } from "../marks/highlight.ts";
import type { MarkPlace } from "./deskView.ts";
import { itemsOf } from "./pageTextStream.ts";
import type { PageView } from "./pageView.ts";
import { readTextLayer } from "./textLayer.ts";

export class PageMarks {
  readonly #viewer: PDFViewer;
  readonly #marked = new Map<PageView, Range[][]>();
  /** Text layers that are complete. */
  readonly #ready = new WeakSet<Element>();
  #terms: readonly SearchTerm[];
  #current: MarkPlace | null = null;

  constructor(viewer: PDFViewer, terms: readonly SearchTerm[]) {
    this.#viewer = viewer;
    this.#terms = terms;
  }

  /** Marks these terms from now on. */
  setTerms(terms: readonly SearchTerm[]): void {
    if (terms === this.#terms) return;
    this.#terms = terms;
    this.#marked.clear();
    this.markAll();
  }

  get current(): MarkPlace | null {
    return this.#current;
  }

  /** Where the current mark is in the window, if its page is drawn. */
  get currentBox(): DOMRect | null {
    return this.#currentRanges()[0]?.getBoundingClientRect() ?? null;
  }

  /** To be told when all of a page's text is there. */
  textArrived(page: PageView): void {
    if (page.textLayer) this.#ready.add(page.textLayer.div);
    this.mark(page);
  }

  /** To be told when the text of a page became another one, before it has arrived. */
  textChanged(page: PageView): void {
    clearMarks(page);
    this.#marked.delete(page);
  }

  /** Whether a page's marks are known. */
  isReady(page: PageView): boolean {
    return page.textLayer !== null && page.textLayer.div.isConnected && this.#ready.has(page.textLayer.div);
  }

  /** Marks a page, if its text is there; gives its marks in reading order, each with its ranges: several when a line's end cuts it. */
  mark(page: PageView): readonly Range[][] {
    this.#forgetLeft();
    const layer = page.textLayer?.div;
    if (!layer || !this.isReady(page)) return [];
    const known = this.#marked.get(page);
    // Ranges fall together when their page is taken out, even to be put back at once in another layout.
    if (known?.every((ranges) => ranges.every(({ collapsed }) => !collapsed))) return known;
    const { text, places } = readTextLayer(layer, itemsOf(page.pdfPage));
    const found = marks(text, this.#terms).map((mark) => rangesOf(places, [mark]));
    showMarks(page, found.flat(), "found-page");
    this.#marked.set(page, found);
    if (page.id === this.#current?.page) this.#showCurrent();
    return found;
  }

  /** Marks all pages that are drawn, after they were laid out anew. */
  markAll(): void {
    for (const page of this.#viewer.getCachedPageViews() as Set<PageView>) this.mark(page);
    this.#showCurrent();
  }

  /** Shows where the reader came to; null for no mark in particular. */
  setCurrent(place: MarkPlace | null): void {
    this.#current = place;
    this.#showCurrent();
  }

  clear(): void {
    for (const page of this.#marked.keys()) clearMarks(page);
    clearMarks(this);
    this.#marked.clear();
  }

  #showCurrent(): void {
    showMarks(this, this.#currentRanges(), "found-here");
  }

  #currentRanges(): Range[] {
    const found = Array.from(this.#marked).find(([{ id }]) => id === this.#current?.page)?.[1];
    return (this.#current && found?.[this.#current.index]) ?? [];
  }

  /** pdf.js tells when a page is drawn, not when it is let go. */
  #forgetLeft(): void {
    for (const page of this.#marked.keys()) {
      if (page.textLayer?.div.isConnected) continue;
      clearMarks(page);
      this.#marked.delete(page);
    }
  }
}
