/**
 * The text of a page on its way from pdf.js to its text layer. It is laid out in the fonts that the page itself is drawn with: pdf.js takes one of
 * the system's, made as long as the line, so that inside the line letters stand where others are drawn and a mark may be off by one. And what it is made
 * of is kept, to be read as it was indexed.
 */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { MarkedContent, PageItem } from "../../archive/text/pageBody.ts";

interface TextChunk {
  items: (PageItem | MarkedContent)[];
  /** By the name under which pdf.js loaded the font. */
  styles: Record<string, { fontFamily: string }>;
}

const itemsOfPages = new WeakMap<PDFPageProxy, (PageItem | MarkedContent)[]>();

/** What a page's text layer was last made of; nothing before it is. */
export function itemsOf(page: PDFPageProxy | null): readonly (PageItem | MarkedContent)[] {
  return (page && itemsOfPages.get(page)) ?? [];
}

/** To be called when a page was let go: pdf.js keeps it as long as its document. */
export function forgetTextOf(page: PDFPageProxy): void {
  itemsOfPages.delete(page);
}

/** To be called before a page's text is laid out; fonts that the page does not embed stay the system's. */
export function followTextOf(page: PDFPageProxy): void {
  if (Object.hasOwn(page, "streamTextContent")) return;
  const stream = page.streamTextContent.bind(page);
  page.streamTextContent = (options) => {
    const items: (PageItem | MarkedContent)[] = [];
    itemsOfPages.set(page, items);
    const text = stream(options) as ReadableStream<TextChunk>;
    return text.pipeThrough(
      new TransformStream<TextChunk, TextChunk>({
        transform(chunk, controller) {
          for (const item of chunk.items) items.push(item);
          const loaded = new Set(Array.from(document.fonts, ({ family }) => family.replace(/^"|"$/g, "")));
          for (const [name, style] of Object.entries(chunk.styles)) {
            if (loaded.has(name)) style.fontFamily = `"${name}", ${style.fontFamily}`;
          }
          controller.enqueue(chunk);
        },
      }),
    );
  };
}
