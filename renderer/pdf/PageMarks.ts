/** The marks on the pages that are rendered. A page that comes later is marked when its text is there; one that left loses its own. */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { SearchTerm } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { clearMarks, rangesOf, showMarks } from "../marks/highlight.ts";
import type { PageView } from "./pageView.ts";
import { readTextLayer } from "./textLayer.ts";

export class PageMarks {
  readonly #viewer: PDFViewer;
  readonly #marked = new Set<PageView>();
  #terms: readonly SearchTerm[];

  constructor(viewer: PDFViewer, terms: readonly SearchTerm[]) {
    this.#viewer = viewer;
    this.#terms = terms;
  }

  /** Marks these terms from now on. */
  setTerms(terms: readonly SearchTerm[]): void {
    if (terms === this.#terms) return;
    this.#terms = terms;
    for (const page of this.#viewer.getCachedPageViews() as Set<PageView>) this.mark(page);
  }

  /** Marks a page, if its text is there; gives its ranges in reading order. */
  mark(page: PageView): Range[] {
    this.#forgetLeft();
    const layer = page.textLayer?.div;
    if (!layer?.isConnected) return [];
    const { text, places } = readTextLayer(layer);
    const ranges = rangesOf(places, marks(text, this.#terms));
    showMarks(page, ranges, "found-page");
    this.#marked.add(page);
    return ranges;
  }

  clear(): void {
    for (const page of this.#marked) clearMarks(page);
    this.#marked.clear();
  }

  /** pdf.js tells when a page is drawn, not when it is let go. */
  #forgetLeft(): void {
    for (const page of this.#marked) {
      if (page.textLayer?.div.isConnected) continue;
      clearMarks(page);
      this.#marked.delete(page);
    }
  }
}
