/** The pages that are drawn, told to the room of notes as they come and go: their text, and where signs can stand on them. */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import { repaint, type ShownPart, showPart } from "../notes/shownParts.ts";
import { itemsOf } from "./pageTextStream.ts";
import type { PageView } from "./pageView.ts";
import { readTextLayer } from "./textLayer.ts";

export class PageNotes {
  readonly #viewer: PDFViewer;
  /** Id of the report. */
  readonly #document: string;
  readonly #shown = new Map<PageView, { part: ShownPart; hide: () => void }>();

  constructor(viewer: PDFViewer, document: string) {
    this.#viewer = viewer;
    this.#document = document;
  }

  /** To be told when all of a page's text is there; it may have another layer than before. */
  textArrived(page: PageView): void {
    this.#forgetLeft();
    this.#hide(page);
    const layer = page.textLayer?.div;
    if (!layer) return;
    const part: ShownPart = {
      passage: `${this.#document}#p${page.id}`,
      element: layer,
      signs: page.div,
      isPage: true,
      read: () => readTextLayer(layer, itemsOf(page.pdfPage)),
    };
    this.#shown.set(page, { part, hide: showPart(part) });
  }

  /** After pages were laid out anew: what was painted on those that were taken out fell together. */
  paintAll(): void {
    this.#forgetLeft();
    for (const { part } of this.#shown.values()) repaint(part);
  }

  clear(): void {
    for (const page of this.#shown.keys()) this.#hide(page);
  }

  #hide(page: PageView): void {
    this.#shown.get(page)?.hide();
    this.#shown.delete(page);
  }

  /** pdf.js does not tell when it lets a page go. */
  #forgetLeft(): void {
    const kept = this.#viewer.getCachedPageViews() as Set<PageView>;
    for (const page of this.#shown.keys()) if (!kept.has(page) || !page.textLayer) this.#hide(page);
  }
}
