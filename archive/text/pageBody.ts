/**
 * What of a PDF page is its text, and which pieces of it hang together: used alike when a report is indexed and when its page is on screen, so that what is
 * counted and what is marked cannot disagree.
 */
import type { TextPiece } from "./lines.ts";

/** The parts of pdf.js' TextItem that matter here; lengths in units of the page. */
export interface PageItem {
  str: string;
  hasEOL: boolean;
  width: number;
  height: number;
  /** Six numbers (ISO 32000-1, 8.3.3). */
  transform: readonly number[];
  dir: string;
}

/** The beginning or the end of a stretch that tags speak of. */
export interface MarkedContent {
  type: string;
  tag?: string;
}

/**
 * Without what the page's tags call an artifact (ISO 32000-1, 14.8.2.2): running heads and page numbers, which say nothing of the page. Where that is most
 * of a page, the tags are not to be believed.
 */
export function bodyOf<Item extends PageItem>(items: readonly (Item | MarkedContent)[]): Item[] {
  const nested: boolean[] = [];
  const [body, artifacts]: [Item[], Item[]] = [[], []];
  for (const item of items) {
    if ("str" in item) (nested.includes(true) ? artifacts : body).push(item);
    else if (item.type === "endMarkedContent") nested.pop();
    else nested.push("tag" in item && item.tag === "Artifact");
  }
  const isBelieved = lengthOf(artifacts) <= Math.max(mostArtifacts, lengthOf(body));
  return isBelieved ? body : items.filter((item): item is Item => "str" in item);
}

/** Characters: a running head, a foot and a page number take no more. */
const mostArtifacts = 300;

function lengthOf(items: readonly PageItem[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0);
}

/** With those marked that belong to no word of the piece before them, though nothing stands between. */
export function withApart(items: readonly PageItem[]): TextPiece[] {
  let before: PageItem | null = null;
  return items.map((item) => {
    const isApart = before !== null && item.str !== "" && (isFar(before, item) || isNoteNumber(before, item));
    if (item.hasEOL) before = null;
    else if (item.str !== "") before = item;
    return isApart ? { str: item.str, hasEOL: item.hasEOL, isApart } : item;
  });
}

/** The number of a note is parted from the word that calls it ("commun¹" is no word); other raised letters are not ("XXe"). */
function isNoteNumber(before: PageItem, item: PageItem): boolean {
  const rise = placeOf(item).y - placeOf(before).y;
  return /\p{L}$/u.test(before.str) && /^\d/.test(item.str) && item.height < before.height * 0.85 && rise > before.height * 0.15 && rise < before.height;
}

/** Labels of a drawing are drawn one after the other, each at its own place: pdf.js parts them when they stand on lines of their own. */
function isFar(before: PageItem, item: PageItem): boolean {
  const gap = placeOf(item).x - placeOf(before).x - before.width;
  return placeOf(before).isUpright && placeOf(item).isUpright && Math.abs(gap) > Math.max(before.height, item.height) * 0.8;
}

function placeOf({ transform, dir }: PageItem): { x: number; y: number; isUpright: boolean } {
  const [, skew = 0, , , x = 0, y = 0] = transform as number[];
  return { x, y, isUpright: skew === 0 && dir === "ltr" };
}

/**
 * Fonts that do not tell their letters give glyph numbers instead: control characters among others, at least where spaces are. Private characters may be
 * bullets and icons of a page that is read well, unless they are most of it.
 */
export function isLegible(text: string): boolean {
  const all = text.match(/[^\s]/gu)?.length ?? 0;
  const controls = text.match(/(?![\t\n\r])[\p{Cc}\p{Cn}\p{Cs}\uFFFD]/gu)?.length ?? 0;
  const privates = text.match(/\p{Co}/gu)?.length ?? 0;
  return controls <= all * mostControls && privates <= all * mostPrivate;
}

const mostControls = 0.02;
const mostPrivate = 0.3;
