/** The text of one page of a PDF, and whether it is text at all. */
import type { PDFPageProxy, TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.js";
import { pageText, type TextPiece } from "../text/lines.ts";

export interface PdfPageText {
  text: string;
  /** The words set largest, on one line; null when all are alike. */
  largest: string | null;
}

/** Null when its text cannot be extracted. */
export async function readPage(page: PDFPageProxy): Promise<PdfPageText | null> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const body = bodyOf(items);
  const { text } = pageText(withRaised(body));
  return isLegible(text) ? { text, largest: largestOf(body) } : null;
}

/**
 * Without what the page's tags call an artifact (ISO 32000-1, 14.8.2.2): running heads and page numbers, which say nothing of the page. Where that is most
 * of a page, the tags are not to be believed.
 */
function bodyOf(items: readonly (TextItem | TextMarkedContent)[]): TextItem[] {
  const nested: boolean[] = [];
  const [body, artifacts]: [TextItem[], TextItem[]] = [[], []];
  for (const item of items) {
    if ("str" in item) (nested.includes(true) ? artifacts : body).push(item);
    else if (item.type === "endMarkedContent") nested.pop();
    else nested.push("tag" in item && item.tag === "Artifact");
  }
  const isBelieved = lengthOf(artifacts) <= Math.max(mostArtifacts, lengthOf(body));
  return isBelieved ? body : items.filter((item) => "str" in item);
}

/** Characters: a running head, a foot and a page number take no more. */
const mostArtifacts = 300;

function lengthOf(items: readonly TextItem[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0);
}

/** With those marked that stand higher and smaller than what comes before them on their line. */
function withRaised(items: readonly TextItem[]): TextPiece[] {
  let before: TextItem | null = null;
  return items.map((item) => {
    const [base, own] = [baseline(before), baseline(item)];
    const isRaised = before !== null && base !== null && own !== null && item.height < before.height * 0.85 && own > base + before.height * 0.15 && own < base + before.height;
    if (item.height > 0) before = item.hasEOL ? null : item;
    return isRaised ? { str: item.str, hasEOL: item.hasEOL, isRaised } : item;
  });
}

/** How high upright text stands on its page; null for turned text. */
function baseline(item: TextItem | null): number | null {
  const [, skew, , , , height] = (item?.transform ?? []) as number[];
  return skew === 0 && height !== undefined ? height : null;
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
