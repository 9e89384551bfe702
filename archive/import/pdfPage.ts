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
  const { text } = pageText(withApart(body));
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

/** With those marked that belong to no word of the piece before them, though nothing stands between. */
function withApart(items: readonly TextItem[]): TextPiece[] {
  let before: TextItem | null = null;
  return items.map((item) => {
    const isApart = before !== null && item.str !== "" && (isFar(before, item) || isNoteNumber(before, item));
    if (item.hasEOL) before = null;
    else if (item.str !== "") before = item;
    return isApart ? { str: item.str, hasEOL: item.hasEOL, isApart } : item;
  });
}

/** The number of a note is parted from the word that calls it ("commun¹" is no word); other raised letters are not ("XXe"). */
function isNoteNumber(before: TextItem, item: TextItem): boolean {
  const rise = placeOf(item).y - placeOf(before).y;
  return /\p{L}$/u.test(before.str) && /^\d/.test(item.str) && item.height < before.height * 0.85 && rise > before.height * 0.15 && rise < before.height;
}

/** Labels of a drawing are drawn one after the other, each at its own place: pdf.js parts them when they stand on lines of their own. */
function isFar(before: TextItem, item: TextItem): boolean {
  const gap = placeOf(item).x - placeOf(before).x - before.width;
  return placeOf(before).isUpright && placeOf(item).isUpright && Math.abs(gap) > Math.max(before.height, item.height) * 0.8;
}

function placeOf({ transform, dir }: TextItem): { x: number; y: number; isUpright: boolean } {
  const [, skew = 0, , , x = 0, y = 0] = transform as number[];
  return { x, y, isUpright: skew === 0 && dir === "ltr" };
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
