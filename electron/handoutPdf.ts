/**
 * The PDF of a hand-out. Pages are drawn at the size they will have, then laid on A4: as they are, two by two in the order of a folded booklet, or four
 * cards with lines to cut along.
 */
import { PDFDocument, type PDFPage, rgb } from "@cantoo/pdf-lib";
import type { PrintToPDFOptions } from "electron";
import { bookletOrder } from "./bookletOrder.ts";
import type { SheetLook } from "./dossierContract.ts";
import { onPaper } from "./exports.ts";
import type { Papers } from "./papers.ts";

/** A4, in points. */
const [width, height] = [595.28, 841.89];

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
  return form === "booklet" ? bookletOf(pages) : cardsOf(pages);
}

const numbered: PrintToPDFOptions = {
  displayHeaderFooter: true,
  headerTemplate: "<span></span>",
  footerTemplate: '<div style="width:100%;text-align:center;font:8pt Georgia,serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
};

async function bookletOf(pages: Uint8Array): Promise<Uint8Array> {
  const booklet = await PDFDocument.create();
  const drawn = await booklet.embedPdf(pages, await indicesOf(pages));
  for (const side of bookletOrder(drawn.length)) {
    const sheet = booklet.addPage([height, width]);
    for (const [place, index] of side.entries()) {
      const page = index === null ? undefined : drawn[index];
      if (page) sheet.drawPage(page, { x: (place * height) / 2, y: 0, width: height / 2, height: width });
    }
  }
  return booklet.save();
}

async function cardsOf(pages: Uint8Array): Promise<Uint8Array> {
  const cards = await PDFDocument.create();
  const drawn = await cards.embedPdf(pages, await indicesOf(pages));
  for (let first = 0; first < drawn.length; first += 4) {
    const sheet = cards.addPage([width, height]);
    for (const [place, page] of drawn.slice(first, first + 4).entries()) {
      sheet.drawPage(page, { x: ((place % 2) * width) / 2, y: place < 2 ? height / 2 : 0, width: width / 2, height: height / 2 });
    }
    drawCuts(sheet);
  }
  return cards.save();
}

function drawCuts(sheet: PDFPage): void {
  const line = { thickness: 0.5, color: rgb(0.5, 0.5, 0.5), dashArray: [4, 4] };
  sheet.drawLine({ start: { x: width / 2, y: 0 }, end: { x: width / 2, y: height }, ...line });
  sheet.drawLine({ start: { x: 0, y: height / 2 }, end: { x: width, y: height / 2 }, ...line });
}

async function indicesOf(pages: Uint8Array): Promise<number[]> {
  return (await PDFDocument.load(pages)).getPageIndices();
}
