/**
 * The pages of a report laid out on a desk, by pdf.js' viewer: only those near the eye are drawn. Keeps what a reader sees of them (page,
 * size, layout, rotation), brings pages and marks into view, and lets everything go when it is cleared.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { EventBus, type PDFViewer, ScrollMode, SpreadMode } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { SearchTerm } from "../../archive/model.ts";
import type { ReportView } from "../bridge.ts";
import type { DeskOptions, PageNote } from "./deskOptions.ts";
import type { Arrival, DeskView, Fit, MarkPlace, PageLayout, Rotation } from "./deskView.ts";
import { followKeys } from "./followKeys.ts";
import { followWheel } from "./followWheel.ts";
import { leaveAt, leftAt, type PagePoint } from "./leftPlaces.ts";
import { MarkSeeker } from "./MarkSeeker.ts";
import { newViewer } from "./newViewer.ts";
import { PageMarks } from "./PageMarks.ts";
import { followTextOf, itemsOf } from "./pageTextStream.ts";
import type { PageChange, PageEvent, PageView, ScaleChange } from "./pageView.ts";
import { ReportLinks } from "./ReportLinks.ts";
import { mendStructure } from "./structure.ts";
import { selectedText } from "./selectedText.ts";
import { pageTextKind, readTextLayer } from "./textLayer.ts";
import { nextSize, withinLimits } from "./zoom.ts";

export class PageDesk {
  readonly #options: DeskOptions;
  readonly #viewer: PDFViewer;
  readonly #links: ReportLinks;
  readonly #marks: PageMarks;
  readonly #ending = new AbortController();
  readonly #seeker: MarkSeeker;
  #arrival: Arrival;
  /** A page that a link leads to, until the journey knows of it. */
  #jump: number | null = null;
  #laidOut = false;
  #scrolling = false;
  #settled = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    const { container, pdf, arrival, terms } = options;
    const bus = new EventBus();
    this.#arrival = arrival;
    this.#links = new ReportLinks(bus, options.onLink, (page) => this.#jumpTo(page));
    this.#viewer = newViewer(container, bus, this.#links, this.#ending.signal);
    this.#marks = new PageMarks(this.#viewer, terms);
    this.#seeker = new MarkSeeker(this.#viewer, this.#marks, container);
    this.#listen(bus, this.#ending.signal);
    this.#links.setViewer(this.#viewer);
    this.#links.setDocument(pdf);
    this.#viewer.setDocument(pdf);
  }

  get pdf(): PDFDocumentProxy {
    return this.#options.pdf;
  }

  get view(): DeskView {
    const { currentPageNumber: page, currentScale: scale, currentScaleValue: value } = this.#viewer;
    const { layout, rotation } = this;
    return { page, scale, fit: value === "page-width" || value === "page-fit" ? value : null, layout, rotation };
  }

  get layout(): PageLayout {
    if (this.#viewer.scrollMode === ScrollMode.PAGE) return "single";
    return this.#viewer.spreadMode === SpreadMode.NONE ? "continuous" : "double";
  }

  get rotation(): Rotation {
    return this.#viewer.pagesRotation as Rotation;
  }

  /** What is selected on the pages, and the page (from 1) where the selection begins; null when nothing is. */
  get selected(): { text: string; page: number } | null {
    const text = selectedText(this.#options.container);
    const start = document.getSelection()?.getRangeAt(0).startContainer;
    const page = start?.parentElement?.closest<HTMLElement>(".page")?.dataset["pageNumber"];
    return text === "" ? null : { text, page: Number(page ?? this.#viewer.currentPageNumber) };
  }

  /** The mark come to last, if it is still before the reader's eyes or on its way there. */
  get markInView(): MarkPlace | null {
    return this.#seeker.inView;
  }

  /** The view as it is to be found again. */
  get remembered(): ReportView {
    const { page, scale, fit, layout, rotation } = this.view;
    const isAuto = this.#viewer.currentScaleValue === "auto";
    return { page, zoom: fit ?? (isAuto ? "auto" : withinLimits(scale)), layout, rotation };
  }

  /** Goes straight to a page, and to its first mark when it has one; or to where this visit was left. Once for each visit. */
  arrive(arrival: Arrival): void {
    if (arrival.visit === this.#arrival.visit) return;
    const isHere = this.#jump === arrival.page;
    if (!isHere) this.#leave();
    this.#jump = null;
    this.#arrival = arrival;
    if (this.#laidOut && !isHere) this.#goToArrival();
  }

  /** Goes to the top of a page. */
  turnTo(page: number): void {
    this.#seeker.giveUp();
    if (this.#laidOut && page >= 1 && page <= this.pdf.numPages) this.#viewer.currentPageNumber = page;
  }

  /** Turns a page, or two when they lie side by side. False when there is none. */
  turn(direction: 1 | -1): boolean {
    return direction > 0 ? this.#viewer.nextPage() : this.#viewer.previousPage();
  }

  setTerms(terms: readonly SearchTerm[]): void {
    this.#marks.setTerms(terms);
  }

  goToMark(place: MarkPlace): void {
    if (!this.#laidOut) return;
    this.#seeker.goTo(place);
    this.#options.onMark(place);
  }

  fit(fit: Fit | "auto"): void {
    const { currentPageNumber: page } = this.#viewer;
    this.#viewer.currentScaleValue = fit;
    // A whole page is seen from its top.
    if (fit === "page-fit") this.turnTo(page);
  }

  zoom(direction: 1 | -1): void {
    this.zoomTo(nextSize(this.#viewer.currentScale, direction));
  }

  zoomTo(scale: number): void {
    this.#viewer.currentScale = withinLimits(scale);
  }

  setLayout(layout: PageLayout): void {
    const { currentPageNumber: page } = this.#viewer;
    const mark = this.markInView;
    this.#viewer.scrollMode = layout === "single" ? ScrollMode.PAGE : ScrollMode.VERTICAL;
    // As in a book: the cover alone, then pages side by side.
    this.#viewer.spreadMode = layout === "double" ? SpreadMode.EVEN : SpreadMode.NONE;
    this.#marks.markAll();
    if (mark) this.goToMark(mark);
    else this.#viewer.currentPageNumber = page;
    this.#options.onView(this.view);
  }

  setRotation(rotation: Rotation): void {
    this.#viewer.pagesRotation = rotation;
    this.#options.onView(this.view);
  }

  focus(): void {
    this.#options.container.focus({ preventScroll: true });
  }

  /** Stops drawing, forgets the pages and gives their canvases back. The document is not this desk's to close. */
  clear(): void {
    this.#leave();
    this.#ending.abort();
    this.#marks.clear();
    for (const page of this.#viewer.getCachedPageViews() as Set<PageView>) page.destroy();
    this.#links.setDocument(null);
    this.#viewer.setDocument(null as unknown as PDFDocumentProxy);
  }

  #listen(bus: EventBus, signal: AbortSignal): void {
    const { container, onView } = this.#options;
    bus.on("pagesinit", () => this.#layOut(), { signal });
    bus.on("pagechanging", ({ pageNumber }: PageChange) => {
      onView({ ...this.view, page: pageNumber });
      if (!this.#scrolling) this.#settle();
      if (this.layout === "single") onNextFrame(() => this.#marks.markAll(), signal);
    }, { signal });
    bus.on("scalechanging", ({ scale }: ScaleChange) => onView({ ...this.view, scale }), { signal });
    bus.on("pagerender", ({ source }: PageEvent) => this.#pageComes(source), { signal });
    bus.on("pagerendered", ({ source, error }: PageEvent) => error && this.#note(source, "notDrawn"), { signal });
    bus.on("textlayerrendered", ({ source }: PageEvent) => this.#textArrived(source), { signal });
    bus.on("annotationlayerrendered", ({ source }: PageEvent) => void this.#links.complete(source).catch(ignoreClosed), { signal });
    container.addEventListener("scroll", () => (this.#scrolling = true), { signal, passive: true });
    container.addEventListener("scrollend", () => this.#rest(), { signal });
    for (const act of ["wheel", "keydown", "pointerdown"] as const) {
      // Whoever moves by themselves is not pulled back to a mark.
      container.addEventListener(act, () => this.#seeker.giveUp(), { signal, passive: true });
    }
    const observer = new ResizeObserver(() => this.#refit());
    observer.observe(container);
    signal.addEventListener("abort", () => observer.disconnect());
    signal.addEventListener("abort", followWheel(container, this.#viewer));
    signal.addEventListener("abort", followKeys(container, this));
  }

  /** The page comes first and the size after: pdf.js draws what is in view as soon as it knows the size. */
  #layOut(): void {
    const { view, onReady } = this.#options;
    // pdf.js makes a landmark of each.
    for (let page = 1; page <= this.pdf.numPages; page++) this.#pageView(page).div.role = "group";
    if (view.rotation !== 0) this.#viewer.pagesRotation = view.rotation;
    if (view.layout === "single") this.#viewer.scrollMode = ScrollMode.PAGE;
    if (view.layout === "double") this.#viewer.spreadMode = SpreadMode.EVEN;
    this.#laidOut = true;
    this.#goToArrival();
    this.#viewer.currentScaleValue = String(view.zoom);
    // What was left is found again to the line only at the size that pages now have.
    if (leftAt(this.#arrival.visit)) this.#goToArrival();
    onReady(this);
    onNextFrame(() => this.#rest(), this.#ending.signal);
  }

  #goToArrival(): void {
    const left = leftAt(this.#arrival.visit);
    const page = Math.min(Math.max(left?.page ?? this.#arrival.page, 1), this.pdf.numPages);
    if (left) {
      this.#seek(null);
      const destArray = [null, { name: "XYZ" }, left.left, left.top, null];
      this.#viewer.scrollPageIntoView({ pageNumber: page, destArray, allowNegativeOffset: true, ignoreDestinationZoom: true });
      return;
    }
    this.#viewer.currentPageNumber = page;
    this.#seek({ page, index: 0 });
  }

  #seek(place: MarkPlace | null): void {
    this.#seeker.seek(place);
    this.#options.onMark(place);
  }

  #jumpTo(page: number): void {
    this.#leave();
    this.#jump = page;
    this.#options.onJump(page);
  }

  #leave(): void {
    const point = this.#laidOut && (this.#viewer as unknown as { _location: (PagePoint & { pageNumber: number }) | null })._location;
    if (point) leaveAt(this.#arrival.visit, { page: point.pageNumber, left: point.left, top: point.top });
  }

  #pageView(page: number): PageView {
    return this.#viewer.getPageView(page - 1) as PageView;
  }

  /** Pages are named as they come to be drawn: a long report has thousands. */
  #pageComes({ id, div, pdfPage }: PageView): void {
    div.ariaLabel = this.#options.nameOf(id);
    div.tabIndex = -1;
    if (pdfPage) followTextOf(pdfPage);
  }

  #textArrived(page: PageView): void {
    // Reached by scrolling and by links; as one more tab stop a page would only be in the way.
    if (page.textLayer) page.textLayer.div.tabIndex = -1;
    void mendStructure(page).catch(ignoreClosed);
    this.#marks.textArrived(page);
    this.#noteText(page);
    this.#seeker.arrived(page);
  }

  /** Says on a page that search does not see it. */
  #noteText(page: PageView): void {
    const kind = page.textLayer ? pageTextKind(readTextLayer(page.textLayer.div, itemsOf(page.pdfPage)).text) : "text";
    if (kind !== "text") this.#note(page, kind);
  }

  #note({ div }: PageView, kind: PageNote): void {
    div.querySelector(".page-note")?.remove();
    const note = document.createElement("p");
    note.className = "page-note";
    note.textContent = this.#options.noteOf(kind);
    div.append(note);
  }

  #rest(): void {
    this.#scrolling = false;
    this.#settle();
  }

  #settle(): void {
    const page = this.#viewer.currentPageNumber;
    if (page === this.#settled || !this.#laidOut) return;
    this.#settled = page;
    this.#options.onSettled(page);
  }

  /** A size that was fitted stays fitted. */
  #refit(): void {
    const { currentScaleValue: value } = this.#viewer;
    if (this.#laidOut && value && Number.isNaN(Number.parseFloat(value))) this.#viewer.currentScaleValue = value;
    this.#viewer.update();
  }
}

/** A page may be let go while its links are being read: then there is nothing left to do. */
function ignoreClosed(): void {}

function onNextFrame(act: () => void, signal: AbortSignal): void {
  const frame = requestAnimationFrame(act);
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
}
