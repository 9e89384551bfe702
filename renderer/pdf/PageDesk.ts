/**
 * The pages of a report laid out on a desk, by pdf.js' viewer: only those near the eye are drawn. Keeps what a reader sees of them (page,
 * size, layout, rotation), brings pages and marks into view, and lets everything go when it is cleared.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { EventBus, type PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { SearchTerm } from "../../archive/model.ts";
import type { ReportView } from "../bridge.ts";
import type { DeskOptions } from "./deskOptions.ts";
import type { Arrival, DeskView, Fit, MarkPlace, PageLayout, Rotation } from "./deskView.ts";
import { DrawnPages } from "./DrawnPages.ts";
import { followKeys } from "./followKeys.ts";
import { followRest, onNextFrame } from "./followRest.ts";
import { followWheel } from "./followWheel.ts";
import { MarkSeeker } from "./MarkSeeker.ts";
import { newViewer } from "./newViewer.ts";
import { layOutAs, layoutOf } from "./pageLayout.ts";
import { PageMarks } from "./PageMarks.ts";
import { PageNotes } from "./PageNotes.ts";
import type { PageChange, PageView, ScaleChange } from "./pageView.ts";
import { ReportLinks } from "./ReportLinks.ts";
import { ReportVisit } from "./ReportVisit.ts";
import { selectedOn } from "./selectedText.ts";
import { nextSize, withinLimits } from "./zoom.ts";

export class PageDesk {
  readonly #options: DeskOptions;
  readonly #viewer: PDFViewer;
  readonly #links: ReportLinks;
  readonly #marks: PageMarks;
  readonly #notes: PageNotes;
  readonly #drawn: DrawnPages;
  readonly #ending = new AbortController();
  readonly #seeker: MarkSeeker;
  readonly #visit: ReportVisit;
  readonly #beginToRest: () => void;
  #laidOut = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    const { container, pdf, report, arrival, terms } = options;
    const bus = new EventBus();
    this.#links = new ReportLinks(bus, options.onLink, (page) => this.#visit.jumpTo(page));
    this.#viewer = newViewer(container, bus, this.#links, this.#ending.signal);
    this.#marks = new PageMarks(this.#viewer, terms);
    this.#notes = new PageNotes(this.#viewer, report);
    this.#seeker = new MarkSeeker(this.#viewer, this.#marks, container);
    this.#visit = new ReportVisit({ viewer: this.#viewer, arrival, seek: (place) => this.#seek(place), onJump: options.onJump });
    this.#drawn = new DrawnPages({ pdf, viewer: this.#viewer, links: this.#links, marks: this.#marks, notes: this.#notes, seeker: this.#seeker, words: options });
    this.#drawn.listen(bus, this.#ending.signal);
    this.#listen(bus, this.#ending.signal);
    this.#beginToRest = followRest(container, bus, this.#viewer, this.#ending.signal, options.onSettled);
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
    return layoutOf(this.#viewer);
  }

  get rotation(): Rotation {
    return this.#viewer.pagesRotation as Rotation;
  }

  /** What is selected on the pages, and the page (from 1) where the selection begins; null when nothing is. */
  get selected(): { text: string; page: number } | null {
    return selectedOn(this.#options.container, this.#viewer.currentPageNumber);
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
    this.#visit.arrive(arrival);
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

  /** To be called when what the machine read in this report is not what it was, or can be read now. */
  readAnew(): void {
    this.#drawn.readAnew();
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
    layOutAs(this.#viewer, layout);
    this.#paintAgain();
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
    this.#visit.leave();
    this.#ending.abort();
    this.#marks.clear();
    this.#notes.clear();
    this.#drawn.clear();
    this.#links.setDocument(null);
    this.#viewer.setDocument(null as unknown as PDFDocumentProxy);
  }

  #listen(bus: EventBus, signal: AbortSignal): void {
    const { container, onView } = this.#options;
    bus.on("pagesinit", () => this.#layOut(), { signal });
    bus.on("pagechanging", ({ pageNumber }: PageChange) => {
      onView({ ...this.view, page: pageNumber });
      if (this.layout === "single") onNextFrame(() => this.#paintAgain(), signal);
    }, { signal });
    bus.on("scalechanging", ({ scale }: ScaleChange) => onView({ ...this.view, scale }), { signal });
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
    layOutAs(this.#viewer, view.layout);
    this.#laidOut = true;
    this.#visit.go();
    this.#viewer.currentScaleValue = String(view.zoom);
    // What was left is found again to the line only at the size that pages now have.
    if (this.#visit.isReturn) this.#visit.go();
    onReady(this);
    this.#beginToRest();
  }

  /** After pages were laid out anew. */
  #paintAgain(): void {
    this.#marks.markAll();
    this.#notes.paintAll();
  }

  #seek(place: MarkPlace | null): void {
    this.#seeker.seek(place);
    this.#options.onMark(place);
  }

  #pageView(page: number): PageView {
    return this.#viewer.getPageView(page - 1) as PageView;
  }

  /** A size that was fitted stays fitted. */
  #refit(): void {
    const { currentScaleValue: value } = this.#viewer;
    if (this.#laidOut && value && Number.isNaN(Number.parseFloat(value))) this.#viewer.currentScaleValue = value;
    this.#viewer.update();
  }
}
