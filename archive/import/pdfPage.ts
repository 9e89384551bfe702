/** The text of one page of a PDF, and whether it is text at all. */
import type { PDFPageProxy, TextItem } from "pdfjs-dist/types/src/display/api.js";
import { pageText } from "../text/lines.ts";
import { bodyOf, isLegible, withApart } from "../text/pageBody.ts";

export interface PdfPageText {
  text: string;
  /** The words set largest, on one line; null when all are alike. */
  largest: string | null;
}

/** Null when its text cannot be extracted. */
export async function readPage(page: PDFPageProxy): Promise<PdfPageText | null> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const body = bodyOf<TextItem>(items);
  const { text } = pageText(withApart(body));
  return isLegible(text) ? { text, largest: largestOf(body) } : null;
}

function largestOf(items: readonly TextItem[]): string | null {
  const shown = items.filter(({ str }) => str.trim() !== "");
  const sizes = shown.map(({ height }) => Math.round(height * 2) / 2);
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  if (!(largest > smallest)) return null;
  const words = shown.filter((_, index) => sizes[index] === largest).map(({ str }) => str);
  return words.join(" ").replace(/\s+/g, " ").trim() || null;
}
