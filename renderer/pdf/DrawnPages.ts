/**
 * The pages that are drawn, from when one begins to be until pdf.js' viewer lets it go: each is named, marked, its links and structure completed, and
 * what search does not see is said on it.
 */
import type { EventBus, PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { DeskOptions, PageNote } from "./deskOptions.ts";
import type { MarkSeeker } from "./MarkSeeker.ts";
import type { PageMarks } from "./PageMarks.ts";
import { followTextOf, itemsOf } from "./pageTextStream.ts";
import type { PageEvent, PageView } from "./pageView.ts";
import type { ReportLinks } from "./ReportLinks.ts";
import { mendStructure } from "./structure.ts";
import { pageTextKind, readTextLayer } from "./textLayer.ts";

interface DrawnPagesOptions {
  viewer: PDFViewer;
  links: ReportLinks;
  marks: PageMarks;
  seeker: MarkSeeker;
  words: Pick<DeskOptions, "nameOf" | "noteOf">;
}

export class DrawnPages {
  readonly #options: DrawnPagesOptions;

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
  }

  /** Pages are named as they come to be drawn: a long report has thousands. */
  #comes(page: PageView): void {
    const { id, div, pdfPage } = page;
    div.ariaLabel = this.#options.words.nameOf(id);
    div.tabIndex = -1;
    if (pdfPage) followTextOf(pdfPage);
  }

  #textArrived(page: PageView): void {
    // Reached by scrolling and by links; as one more tab stop a page would only be in the way.
    if (page.textLayer) page.textLayer.div.tabIndex = -1;
    void mendStructure(page).catch(ignoreClosed);
    this.#options.marks.textArrived(page);
    this.#noteText(page);
    this.#options.seeker.arrived(page);
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

/** A page may be let go while its links are being read: then there is nothing left to do. */
function ignoreClosed(): void {}
