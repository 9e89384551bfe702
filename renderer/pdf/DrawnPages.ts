/**
 * The pages that are drawn, from when one begins to be until pdf.js' viewer lets it go: each is named, marked, its links and structure completed, and
 * what search does not see is said on it. Of a page that was let go nothing is kept, so that what a report takes does not grow with the pages read.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type EventBus, type PDFViewer, RenderingStates } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { DeskOptions, PageNote, PageRemark } from "./deskOptions.ts";
import type { MarkSeeker } from "./MarkSeeker.ts";
import { clearMachineLines, layMachineLines, machineLinesOf } from "./machineLayer.ts";
import type { PageMarks } from "./PageMarks.ts";
import type { PageNotes } from "./PageNotes.ts";
import { followTextOf, forgetTextOf, itemsOf } from "./pageTextStream.ts";
import type { PageEvent, PageView } from "./pageView.ts";
import type { ReportLinks } from "./ReportLinks.ts";
import { mendStructure } from "./structure.ts";
import { pageTextKind, type PageTextKind, readTextLayer } from "./textLayer.ts";

/** Pages let go before pdf.js is asked to forget what it keeps of them: some 25 kB each in its worker, for fonts and strings. */
const mostLeft = 100;

interface DrawnPagesOptions {
  pdf: PDFDocumentProxy;
  viewer: PDFViewer;
  links: ReportLinks;
  marks: PageMarks;
  notes: PageNotes;
  seeker: MarkSeeker;
  words: Pick<DeskOptions, "nameOf" | "noteOf" | "machineLines">;
}

export class DrawnPages {
  readonly #options: DrawnPagesOptions;
  readonly #drawn = new Set<PageView>();
  /** Of those, the ones without a text that search can read, and why. */
  readonly #unread = new WeakMap<PageView, Exclude<PageTextKind, "text">>();
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
    bus.on("annotationlayerrendered", ({ source }: PageEvent) => this.#completeLinks(source), { signal });
  }

  /** To be called when what the machine read is not what it was, or can be read now. */
  readAnew(): void {
    for (const page of this.#drawn) if (this.#unread.has(page)) void this.#askMachine(page);
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
    // Once laid over a page, the machine's words stay with its layer.
    const kind = page.textLayer && !machineLinesOf(page.textLayer.div) ? pageTextKind(readTextLayer(page.textLayer.div, itemsOf(page.pdfPage)).text) : "text";
    if (kind === "text") return this.#complete(page);
    this.#unread.set(page, kind);
    void this.#askMachine(page);
  }

  /** All of a page's text is there. */
  #complete(page: PageView): void {
    this.#options.marks.textArrived(page);
    this.#options.notes.textArrived(page);
    this.#options.seeker.arrived(page);
    this.#completeLinks(page);
    this.#tidy();
  }

  /** Links and text come in any order. */
  #completeLinks(page: PageView): void {
    if (page.annotationLayer?.div && this.#options.marks.isReady(page)) void this.#options.links.complete(page).catch(ignoreClosed);
  }

  /** Lays over a page without text what the machine read on it, or says that search does not see it. */
  async #askMachine(page: PageView): Promise<void> {
    const asked = page.textLayer;
    const lines = await this.#options.words.machineLines(page.id);
    const kind = this.#unread.get(page);
    if (!kind || !asked || page.textLayer !== asked || !this.#drawn.has(page)) return;
    const read = lines?.length === 0 ? "withoutWord" : "byMachine";
    if (lines) layMachineLines(page, lines);
    else clearMachineLines(page);
    this.#options.marks.textChanged(page);
    this.#note(page, lines ? read : kind);
    this.#complete(page);
  }

  #note({ div }: PageView, kind: PageNote): void {
    div.querySelector(".page-note")?.remove();
    div.append(noteElement(this.#options.words.noteOf(kind)));
  }
}

function noteElement({ text, action }: PageRemark): HTMLElement {
  const note = document.createElement("p");
  note.className = "page-note";
  note.textContent = text;
  if (!action) return note;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = action.name;
  button.addEventListener("click", () => action.run());
  note.append(" ", button);
  return note;
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
