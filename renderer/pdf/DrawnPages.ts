/**
 * The pages that are drawn, from when one begins to be until pdf.js' viewer lets it go: each is named, marked, its links and structure completed, and
 * what search does not see is said on it. Of a page that was let go nothing is kept, so that what a report takes does not grow with the pages read.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type EventBus, type PDFViewer, RenderingStates } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { DeskOptions, PageNote } from "./deskOptions.ts";
import type { MarkSeeker } from "./MarkSeeker.ts";
import type { PageMarks } from "./PageMarks.ts";
import type { PageNotes } from "./PageNotes.ts";
import { followTextOf, forgetTextOf, itemsOf } from "./pageTextStream.ts";
import type { PageEvent, PageView } from "./pageView.ts";
import type { ReportLinks } from "./ReportLinks.ts";
import { mendStructure } from "./structure.ts";
import { pageTextKind, readTextLayer } from "./textLayer.ts";

/** Pages let go before pdf.js is asked to forget what it keeps of them: some 25 kB each in its worker, for fonts and strings. */
const mostLeft = 100;

interface DrawnPagesOptions {
  pdf: PDFDocumentProxy;
  viewer: PDFViewer;
  links: ReportLinks;
  marks: PageMarks;
  notes: PageNotes;
  seeker: MarkSeeker;
  words: Pick<DeskOptions, "nameOf" | "noteOf">;
}

export class DrawnPages {
  readonly #options: DrawnPagesOptions;
  readonly #drawn = new Set<PageView>();
  /** Pages let go since pdf.js last forgot. */
  #left = 0;

  constructor(options: DrawnPagesOptions) {
    this.#options = options;
  }

  /** Follows what pdf.js tells of its pages, until the signal. */
  listen(bus: EventBus, signal: AbortSignal): void {
    bus.on("pagerender", ({ source }: PageEvent) => this.#comes(source), { signal });
    bus.on("pagerendered", ({ source, error }: PageEvent) => error && this.#note(source, "notDrawn"), { signal });
    bus.on("textlayerrendered", ({ source }: PageEvent) => this.#textArrived(source), { signal });
    bus.on("annotationlayerrendered", ({ source }: PageEvent) => void this.#options.links.complete(source).catch(ignoreClosed), { signal });
  }

  /** Gives the canvases and texts of all pages back. */
  clear(): void {
    for (const page of this.#options.viewer.getCachedPageViews() as Set<PageView>) page.destroy();
    for (const page of this.#drawn) forget(page);
    this.#drawn.clear();
  }

  /** Pages are named as they come to be drawn: a long report has thousands. */
  #comes(page: PageView): void {
    const { id, div, pdfPage } = page;
    div.ariaLabel = this.#options.words.nameOf(id);
    div.tabIndex = -1;
    if (pdfPage) followTextOf(pdfPage);
    this.#drawn.add(page);
    this.#forgetLeft();
  }

  /** pdf.js does not tell when it lets a page go, but does so just before another is drawn. */
  #forgetLeft(): void {
    const kept = this.#options.viewer.getCachedPageViews() as Set<PageView>;
    for (const page of this.#drawn) {
      if (kept.has(page)) continue;
      forget(page);
      this.#drawn.delete(page);
      this.#left += 1;
    }
  }

  /**
   * Between two drawings, for pdf.js cannot forget the fonts of a page that it is drawing: it refuses, and is asked again later. Fonts stay loaded, as
   * the texts over the drawn pages are laid out in them.
   */
  #tidy(): void {
    if (this.#left < mostLeft || Array.from(this.#drawn).some(isBeingDrawn)) return;
    const left = this.#left;
    this.#left = 0;
    void this.#options.pdf.cleanup(true).catch(() => (this.#left += left));
  }

  #textArrived(page: PageView): void {
    // Reached by scrolling and by links; as one more tab stop a page would only be in the way.
    if (page.textLayer) page.textLayer.div.tabIndex = -1;
    void mendStructure(page).catch(ignoreClosed);
    this.#options.marks.textArrived(page);
    this.#options.notes.textArrived(page);
    this.#noteText(page);
    this.#options.seeker.arrived(page);
    this.#tidy();
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
    note.textContent = this.#options.words.noteOf(kind);
    div.append(note);
  }
}

function isBeingDrawn({ renderingState }: PageView): boolean {
  return renderingState === RenderingStates.RUNNING || renderingState === RenderingStates.PAUSED;
}

/** What pdf.js 5.4 keeps of a page that it let go: the elements and strings of its text, for a find bar that is not ours. */
function forget(page: PageView): void {
  page._textHighlighter.setTextMapping([], []);
  if (page.pdfPage) forgetTextOf(page.pdfPage);
}

/** A page may be let go while its links are being read: then there is nothing left to do. */
function ignoreClosed(): void {}
