/** Pages of a PDF laid on sheets of A4. */
import { PDFDocument, type PDFPage, rgb } from "@cantoo/pdf-lib";
import { bookletOrder } from "./bookletOrder.ts";
import { height, width } from "./sheetSize.ts";

/** Two pages a side, in the order of a booklet that is folded in the middle. */
export async function bookletOf(pages: Uint8Array): Promise<Uint8Array> {
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

/** Four pages a sheet, with lines to cut along. */
export async function cardsOf(pages: Uint8Array): Promise<Uint8Array> {
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
