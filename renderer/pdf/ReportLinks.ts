/**
 * Links on the pages. Those inside the report scroll to their place; all others are handed over, and nothing ever navigates.
 */
import { type EventBus, PDFLinkService } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { PageView } from "./pageView.ts";
import { wordsUnder } from "./wordsUnder.ts";

interface LinkAnnotation {
  id: string;
  subtype: string;
  /** As written in the file; pdf.js only makes links of web addresses. */
  unsafeUrl?: string;
  url?: string;
  overlaidText?: string;
  contentsObj?: { str: string };
  /** A place in the report. */
  dest?: unknown;
}

export class ReportLinks extends PDFLinkService {
  readonly #follow: (href: string) => void;
  readonly #leaveFor: (page: number) => void;

  /** `leaveFor` is told a page of the report before it is gone to. */
  constructor(eventBus: EventBus, follow: (href: string) => void, leaveFor: (page: number) => void) {
    super({ eventBus, ignoreDestinationZoom: true });
    this.#follow = follow;
    this.#leaveFor = leaveFor;
  }

  override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
    link.href = url;
    link.title = url;
    link.rel = "noopener noreferrer nofollow";
    const follow = (event: Event): void => {
      event.preventDefault();
      this.#follow(url);
    };
    link.addEventListener("click", follow);
    link.addEventListener("auxclick", (event) => {
      if (event.button === 1) follow(event);
    });
  }

  /**
   * pdf.js' own waits for the page to be drawn to give it the focus, for ever when it already is, and then takes the focus at
   * some later moment; here the page itself is focused at once.
   */
  override async goToDestination(destination: string | unknown[]): Promise<void> {
    const document = this.pdfDocument;
    const explicit: unknown = typeof destination === "string" ? await document?.getDestination(destination) : destination;
    if (!document || document !== this.pdfDocument || !Array.isArray(explicit)) return;
    const page = await this.#pageOf(explicit[0]);
    if (page === null || document !== this.pdfDocument) return;
    this.#leaveFor(page);
    this.pdfViewer.scrollPageIntoView({ pageNumber: page, destArray: explicit, ignoreDestinationZoom: true });
    const { div } = this.pdfViewer.getPageView(page - 1) as PageView;
    div.tabIndex = -1;
    div.focus({ preventScroll: true });
  }

  async #pageOf(reference: unknown): Promise<number | null> {
    if (typeof reference === "number") return reference + 1;
    try {
      return ((await this.pdfDocument.getPageIndex(reference)) as number) + 1;
    } catch {
      return null;
    }
  }

  /** Adds the links to the archive, and names every link by the words that it lies over. To be called once the page has its links and its text. */
  async complete(page: PageView): Promise<void> {
    const annotations = ((await page.pdfPage?.getAnnotations()) ?? []) as LinkAnnotation[];
    for (const annotation of annotations) {
      if (annotation.subtype !== "Link") continue;
      const section = page.annotationLayer?.div?.querySelector(`[data-annotation-id="${CSS.escape(annotation.id)}"]`);
      if (section) this.#completeLink(section, annotation, page.textLayer?.div ?? null);
    }
  }

  #completeLink(section: Element, annotation: LinkAnnotation, layer: Element | null): void {
    let link = section.querySelector("a");
    if (!link && !annotation.url && annotation.unsafeUrl?.startsWith("relire://")) {
      link = document.createElement("a");
      this.addLinkAttributes(link, annotation.unsafeUrl);
      section.append(link);
    }
    if (!link) return;
    const name = nameOf(annotation.overlaidText?.trim() || !layer ? annotation : { ...annotation, overlaidText: wordsUnder(link, layer) });
    if (name) link.setAttribute("aria-label", name);
  }
}

/** The words under the link; for one inside the report, also where the file says that it leads. */
function nameOf({ overlaidText, contentsObj, dest }: LinkAnnotation): string {
  const [words, contents] = [overlaidText, contentsObj?.str].map((text) => text?.replace(/\s+/g, " ").trim() ?? "");
  if (!words || !contents || words === contents) return words || contents || "";
  return dest ? `${words} (${contents})` : words;
}
