/** Brings a mark before the reader's eyes, as soon as the text of its page is there; forgets it when they move by themselves. */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import { bringIntoView } from "./bringIntoView.ts";
import type { MarkPlace } from "./deskView.ts";
import type { PageMarks } from "./PageMarks.ts";
import type { PageView } from "./pageView.ts";

export class MarkSeeker {
  readonly #viewer: PDFViewer;
  readonly #marks: PageMarks;
  readonly #container: HTMLElement;
  /** The mark to be brought into view once its page's text is there. */
  #awaited: MarkPlace | null = null;

  constructor(viewer: PDFViewer, marks: PageMarks, container: HTMLElement) {
    this.#viewer = viewer;
    this.#marks = marks;
    this.#container = container;
  }

  /** The mark come to last, if it is still before the reader's eyes or on its way there. */
  get inView(): MarkPlace | null {
    if (this.#awaited) return this.#awaited;
    const { top, bottom } = this.#container.getBoundingClientRect();
    const box = this.#marks.currentBox;
    return box && box.bottom > top && box.top < bottom ? this.#marks.current : null;
  }

  seek(place: MarkPlace | null): void {
    this.#awaited = place;
    this.#marks.setCurrent(place);
    if (place) this.arrived(this.#viewer.getPageView(place.page - 1) as PageView);
  }

  /** Goes there, by way of the top of its page when that is not drawn. */
  goTo(place: MarkPlace): void {
    this.seek(place);
    if (this.#awaited) this.#viewer.currentPageNumber = place.page;
  }

  giveUp(): void {
    this.#awaited = null;
  }

  /** To be told of each page whose text is there. */
  arrived(page: PageView): void {
    if (page.id !== this.#awaited?.page || !this.#marks.isReady(page)) return;
    const found = this.#marks.mark(page);
    const [first] = found[Math.min(this.#awaited.index, found.length - 1)] ?? [];
    this.#awaited = null;
    if (first) bringIntoView(first, page.div, this.#container);
  }
}
