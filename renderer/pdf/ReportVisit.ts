/** One coming of the reader to a report: goes to its page and first mark, or to the line where this very visit was left; keeps that line when it is left again. */
import type { PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { Arrival, MarkPlace } from "./deskView.ts";
import { leaveAt, leftAt, type PagePoint } from "./leftPlaces.ts";

interface ReportVisitOptions {
  viewer: PDFViewer;
  arrival: Arrival;
  /** Seeks a mark on the page gone to; null for none. */
  seek(place: MarkPlace | null): void;
  /** A link inside the report is being followed to a page. */
  onJump(page: number): void;
}

export class ReportVisit {
  readonly #options: ReportVisitOptions;
  #arrival: Arrival;
  /** A page that a link leads to, until the journey knows of it. */
  #jump: number | null = null;
  #hasBegun = false;

  constructor(options: ReportVisitOptions) {
    this.#options = options;
    this.#arrival = options.arrival;
  }

  /** Whether it was left before, and is now taken up again. */
  get isReturn(): boolean {
    return leftAt(this.#arrival.visit) !== undefined;
  }

  /** Once for each visit; the pages need not be laid out yet. */
  arrive(arrival: Arrival): void {
    if (arrival.visit === this.#arrival.visit) return;
    const isHere = this.#jump === arrival.page;
    if (!isHere) this.leave();
    this.#jump = null;
    this.#arrival = arrival;
    if (this.#hasBegun && !isHere) this.go();
  }

  /** To be called when the pages are laid out. */
  go(): void {
    this.#hasBegun = true;
    const { viewer, seek } = this.#options;
    const left = leftAt(this.#arrival.visit);
    const page = Math.min(Math.max(left?.page ?? this.#arrival.page, 1), viewer.pagesCount);
    if (left) {
      seek(null);
      const destArray = [null, { name: "XYZ" }, left.left, left.top, null];
      viewer.scrollPageIntoView({ pageNumber: page, destArray, allowNegativeOffset: true, ignoreDestinationZoom: true });
      return;
    }
    viewer.currentPageNumber = page;
    seek({ page, index: 0 });
  }

  /** To be called before a link inside the report is followed. */
  jumpTo(page: number): void {
    this.leave();
    this.#jump = page;
    this.#options.onJump(page);
  }

  leave(): void {
    const point = this.#hasBegun && (this.#options.viewer as unknown as { _location: (PagePoint & { pageNumber: number }) | null })._location;
    if (point) leaveAt(this.#arrival.visit, { page: point.pageNumber, left: point.left, top: point.top });
  }
}
