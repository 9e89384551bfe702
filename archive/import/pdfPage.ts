/** The text of one page of a PDF, and whether it is text at all. */
import type { PDFPageProxy, TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.js";
import { pageText } from "../text/lines.ts";

export interface PdfPageText {
  text: string;
  /** The words set largest, on one line; null when all are alike. */
  largest: string | null;
}

/** Null when its text cannot be extracted. */
export async function readPage(page: PDFPageProxy): Promise<PdfPageText | null> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const body = bodyOf(items);
  const { text } = pageText(body);
  return isLegible(text) ? { text, largest: largestOf(body) } : null;
}

/** Without what the page's tags call an artifact (ISO 32000-1, 14.8.2.2): running heads and page numbers, which say nothing of the page. */
function bodyOf(items: readonly (TextItem | TextMarkedContent)[]): TextItem[] {
  const artifact: boolean[] = [];
  return items.filter((item): item is TextItem => {
    if ("str" in item) return !artifact.includes(true);
    if (item.type === "endMarkedContent") artifact.pop();
    else artifact.push("tag" in item && item.tag === "Artifact");
    return false;
  });
}

/**
 * Fonts that do not tell their letters give glyph numbers instead: control characters among others, at least where spaces are. Private characters may be
 * bullets and icons of a page that is read well, unless they are most of it.
 */
function isLegible(text: string): boolean {
  const all = text.match(/[^\s]/gu)?.length ?? 0;
  const controls = text.match(/(?![\t\n\r])[\p{Cc}\p{Cn}\p{Cs}\uFFFD]/gu)?.length ?? 0;
  const privates = text.match(/\p{Co}/gu)?.length ?? 0;
  return controls <= all * mostControls && privates <= all * mostPrivate;
}

const mostControls = 0.02;
const mostPrivate = 0.3;

function largestOf(items: readonly TextItem[]): string | null {
  const shown = items.filter(({ str }) => str.trim() !== "");
  const sizes = shown.map(({ height }) => Math.round(height * 2) / 2);
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  if (!(largest > smallest)) return null;
  const words = shown.filter((_, index) => sizes[index] === largest).map(({ str }) => str);
  return words.join(" ").replace(/\s+/g, " ").trim() || null;
}
