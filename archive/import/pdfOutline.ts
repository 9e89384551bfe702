/** The outline of a PDF, with the page of each line. */
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.js";
import type { OutlineEntry } from "../model.ts";

type RawOutline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/** More lines than this are of no use to anyone, and each costs a search for its page. */
const mostEntries = 10_000;

/** In reading order. Lines that lead to no page are left out, and so are those that say nothing. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const visit = async (items: RawOutline, level: number): Promise<void> => {
    for (const { title, dest, items: children } of items ?? []) {
      if (entries.length >= mostEntries) return;
      const page = await pageOf(pdf, dest);
      const line = title.replace(/[\p{Cc}\s]+/gu, " ").trim();
      if (page !== null && line !== "") entries.push({ title: line, page, level });
      await visit(children, level + 1);
    }
  };
  await visit(await pdf.getOutline(), 0);
  return entries;
}

/** The page (from 1) of a destination, or null when it leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, destination: string | unknown[] | null): Promise<number | null> {
  const explicit = typeof destination === "string" ? await pdf.getDestination(destination) : destination;
  const reference: unknown = explicit?.[0];
  if (typeof reference === "number") return reference >= 0 && reference < pdf.numPages ? reference + 1 : null;
  if (typeof reference !== "object" || reference === null || !("num" in reference) || !("gen" in reference)) return null;
  // Rejects for an object that is no page: common in PDFs from which pages were taken out.
  return pdf.getPageIndex({ num: Number(reference.num), gen: Number(reference.gen) }).then(
    (index) => index + 1,
    () => null,
  );
}
