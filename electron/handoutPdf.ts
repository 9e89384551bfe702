/**
 * The PDF of a hand-out. Pages are drawn at the size they will have, each with its number at the foot, then laid on A4: as they are, two by two in the order
 * of a folded booklet, or four cards with lines to cut along.
 */
import type { PrintToPDFOptions } from "electron";
import type { SheetLook } from "./dossierContract.ts";
import { footOf, onPaper } from "./exports.ts";
import type { Papers } from "./papers.ts";
import { height, width } from "./sheetSize.ts";

/** In inches, as `printToPDF` has them; the foot in points. */
const sizes: Record<SheetLook["form"], { page: [width: number, height: number]; margin: number; foot: number; largeFoot: number }> = {
  a4: { page: [width / 72, height / 72], margin: 0.8, foot: 8, largeFoot: 18 },
  booklet: { page: [width / 2 ** 0.5 / 72, width / 72], margin: 0.55, foot: 7.5, largeFoot: 18 },
  cards: { page: [width / 2 / 72, height / 2 / 72], margin: 0.4, foot: 6.5, largeFoot: 14 },
};

/** Between text and foot, in inches. */
const aboveFoot = 0.12;

/** `name` stands at the foot of each page. */
export async function handoutPdf(html: Uint8Array, name: string, { form, isLarge, isBlackAndWhite }: SheetLook, papers: Papers): Promise<Uint8Array> {
  const { page, margin, ...sized } = sizes[form];
  const foot = isLarge ? sized.largeFoot : sized.foot;
  const margins = { top: margin, bottom: margin + foot / 72 / 2 + aboveFoot, left: margin, right: margin };
  const pageSize = form === "a4" ? "A4" : { width: page[0], height: page[1] };
  const line = footOf(name, { page: page[0], side: margin, points: foot, color: isBlackAndWhite || isLarge ? "#000" : "#555" });
  const look = { pageSize, margins, printBackground: false, generateTaggedPDF: true, generateDocumentOutline: true, ...line } as PrintToPDFOptions;
  const pages = await onPaper(html, papers, (contents) => contents.printToPDF(look));
  if (form === "a4") return pages;
  // Its library is the heaviest of this process, and seldom wanted.
  const { bookletOf, cardsOf } = await import("./imposition.ts");
  return form === "booklet" ? bookletOf(pages) : cardsOf(pages);
}
