/**
 * The pages of a report laid out one under the other on a desk, by pdf.js' viewer: only those near the eye are drawn. Keeps what a
 * reader sees of them (page, size), brings a page and its first mark into view, and lets everything go when it is cleared.
 */
import { AnnotationEditorType, AnnotationMode, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { EventBus, PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { SearchTerm } from "../../archive/model.ts";
import { bringIntoView } from "./bringIntoView.ts";
import type { Arrival, DeskView, Fit } from "./deskView.ts";
import { followWheel } from "./followWheel.ts";
import { noLocalization } from "./noLocalization.ts";
import { PageMarks } from "./PageMarks.ts";
import type { PageChange, PageEvent, PageView, ScaleChange } from "./pageView.ts";
import { ReportLinks } from "./ReportLinks.ts";
import { mendStructure } from "./structure.ts";
import { nextSize } from "./zoom.ts";

export interface DeskOptions {
  /** Scrolls; absolutely placed, as pdf.js demands, with one `div` inside. */
  container: HTMLDivElement;
  pdf: PDFDocumentProxy;
  arrival: Arrival;
  terms: readonly SearchTerm[];
  /** What each page is called, for screen readers. */
  nameOf(page: number): string;
  /** The pages are laid out, the first one wanted is being drawn. */
  onReady(desk: PageDesk): void;
  onView(view: DeskView): void;
  /** The page where the reader came to rest. */
  onSettled(page: number): void;
  onLink(href: string): void;
}

export class PageDesk {
  readonly #options: DeskOptions;
  readonly #viewer: PDFViewer;
  readonly #links: ReportLinks;
  readonly #marks: PageMarks;
  readonly #ending = new AbortController();
  /** The page whose first mark is to be brought into view once its text is there. */
  #awaited: number | null = null;
  #arrival: Arrival;
  #laidOut = false;
  #scrolling = false;
  #settled = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    const { container, pdf, arrival, terms } = options;
    const eventBus = new EventBus();
    this.#arrival = arrival;
    this.#awaited = arrival.page;
    this.#links = new ReportLinks(eventBus, options.onLink);
    const viewerOptions = {
      container,
      eventBus,
      linkService: this.#links,
      l10n: noLocalization,
      // Annotations are drawn and linked; there are no forms to fill in and nothing to edit.
      annotationMode: AnnotationMode.ENABLE,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      maxCanvasPixels: 2 ** 24,
      // Missing from pdf.js' types.
      abortSignal: this.#ending.signal,
    };
    this.#viewer = new PDFViewer(viewerOptions);
    this.#marks = new PageMarks(this.#viewer, terms);
    this.#listen(eventBus, this.#ending.signal);
    this.#links.setViewer(this.#viewer);
    this.#links.setDocument(pdf);
    this.#viewer.setDocument(pdf);
  }

  get view(): DeskView {
    const { currentPageNumber: page, currentScale: scale, currentScaleValue: value } = this.#viewer;
    return { page, scale, fit: value === "page-width" || value === "page-fit" ? value : null };
  }

  /** Goes straight to a page, and to its first mark when it has one; once for each visit. */
  arrive(arrival: Arrival): void {
    if (arrival.visit === this.#arrival.visit) return;
    this.#arrival = arrival;
    this.#awaited = arrival.page;
    if (this.#laidOut) this.#goToArrival();
  }

  /** Goes to the top of a page. */
  turnTo(page: number): void {
    this.#awaited = null;
    if (this.#laidOut && page >= 1 && page <= this.#options.pdf.numPages) this.#viewer.currentPageNumber = page;
  }

  setTerms(terms: readonly SearchTerm[]): void {
    this.#marks.setTerms(terms);
  }

  fit(fit: Fit): void {
    const { currentPageNumber: page } = this.#viewer;
    this.#viewer.currentScaleValue = fit;
    // A whole page is seen from its top.
    if (fit === "page-fit") this.turnTo(page);
  }

  zoom(direction: 1 | -1): void {
    this.#viewer.currentScale = nextSize(this.#viewer.currentScale, direction);
  }

  /** Stops drawing, forgets the pages and gives their canvases back. The document is not this desk's to close. */
  clear(): void {
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
    }, { signal });
    bus.on("scalechanging", ({ scale }: ScaleChange) => onView({ ...this.view, scale }), { signal });
    bus.on("textlayerrendered", ({ source }: PageEvent) => this.#textArrived(source), { signal });
    bus.on("annotationlayerrendered", ({ source }: PageEvent) => void this.#links.complete(source).catch(ignoreClosed), { signal });
    container.addEventListener("scroll", () => (this.#scrolling = true), { signal, passive: true });
    container.addEventListener("scrollend", () => this.#rest(), { signal });
    for (const act of ["wheel", "keydown", "pointerdown"] as const) {
      // Whoever moves by themselves is not pulled back to a mark.
      container.addEventListener(act, () => (this.#awaited = null), { signal, passive: true });
    }
    const observer = new ResizeObserver(() => this.#refit());
    observer.observe(container);
    signal.addEventListener("abort", () => observer.disconnect());
    signal.addEventListener("abort", followWheel(container, this.#viewer));
  }

  /** The page comes first and the size after: pdf.js draws what is in view as soon as it knows the size. */
  #layOut(): void {
    const { pdf, nameOf, onReady } = this.#options;
    for (let page = 1; page <= pdf.numPages; page++) {
      const { div } = this.#viewer.getPageView(page - 1) as PageView;
      div.role = "group";
      div.ariaLabel = nameOf(page);
      div.tabIndex = -1;
    }
    this.#laidOut = true;
    this.#goToArrival();
    this.#viewer.currentScaleValue = "auto";
    onReady(this);
    onNextFrame(() => this.#rest(), this.#ending.signal);
  }

  #goToArrival(): void {
    const page = Math.min(Math.max(this.#arrival.page, 1), this.#options.pdf.numPages);
    this.#viewer.currentPageNumber = page;
    this.#bringMark(this.#viewer.getPageView(page - 1) as PageView);
  }

  #textArrived(page: PageView): void {
    // Reached by scrolling and by links; as one more tab stop a page would only be in the way.
    if (page.textLayer) page.textLayer.div.tabIndex = -1;
    void mendStructure(page).catch(ignoreClosed);
    this.#marks.mark(page);
    this.#bringMark(page);
  }

  #bringMark(page: PageView): void {
    if (page.id !== this.#awaited) return;
    const [first] = this.#marks.mark(page);
    if (!page.textLayer?.div.isConnected) return;
    this.#awaited = null;
    if (first) bringIntoView(first, page.div, this.#options.container);
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
