/**
 * The PDF of a hand-out. Pages are drawn at the size they will have, then laid on A4: as they are, two by two in the order of a folded booklet, or four
 * cards with lines to cut along.
 */
import type { PrintToPDFOptions } from "electron";
import type { SheetLook } from "./dossierContract.ts";
import { onPaper } from "./exports.ts";
import type { Papers } from "./papers.ts";
import { height, width } from "./sheetSize.ts";

/** In inches, as `printToPDF` has them. */
const sizes: Record<SheetLook["form"], { pageSize: PrintToPDFOptions["pageSize"]; margin: number }> = {
  a4: { pageSize: "A4", margin: 0.8 },
  booklet: { pageSize: { width: width / 2 ** 0.5 / 72, height: width / 72 }, margin: 0.55 },
  cards: { pageSize: { width: width / 2 / 72, height: height / 2 / 72 }, margin: 0.4 },
};

export async function handoutPdf(html: Uint8Array, { form }: SheetLook, papers: Papers): Promise<Uint8Array> {
  const { pageSize, margin } = sizes[form];
  const margins = { top: margin, bottom: margin, left: margin, right: margin };
  const look = { pageSize, margins, printBackground: false, generateTaggedPDF: true, generateDocumentOutline: true, ...(form === "a4" && numbered) } as PrintToPDFOptions;
  const pages = await onPaper(html, papers, (contents) => contents.printToPDF(look));
  if (form === "a4") return pages;
  // Its library is the heaviest of this process, and seldom wanted.
  const { bookletOf, cardsOf } = await import("./imposition.ts");
  return form === "booklet" ? bookletOf(pages) : cardsOf(pages);
}

const numbered: PrintToPDFOptions = {
  displayHeaderFooter: true,
  headerTemplate: "<span></span>",
  footerTemplate: '<div style="width:100%;text-align:center;font:8pt Georgia,serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
};
