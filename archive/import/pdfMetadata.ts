/** Title, authors and date of a PDF as its metadata gives them: XMP first (ISO 16684-1), which keeps authors apart, then the Info dictionary (ISO 32000-1, 14.3.3). */
import { LetterDate } from "../model.ts";

/** What pdf.js gives of XMP, and the Info dictionary. */
export interface PdfMetadata {
  info: object;
  metadata: { get(name: string): unknown } | null;
}

export function titleIn({ info, metadata }: PdfMetadata): string | null {
  return lineOf(metadata?.get("dc:title")) ?? lineOf(fieldOf(info, "Title"));
}

export function authorsIn({ info, metadata }: PdfMetadata): string[] {
  const creators = metadata?.get("dc:creator");
  const listed = Array.isArray(creators) ? creators.flatMap((creator) => lineOf(creator) ?? []) : [];
  const [only] = listed;
  if (only !== undefined && listed.length > 1) return listed.filter(isName);
  return splitAuthors(only ?? lineOf(creators) ?? lineOf(fieldOf(info, "Author")) ?? "").filter(isName);
}

/** The day the PDF was made, by the clock of whoever made it; null for what is no date, or one from before there were PDFs. */
export function createdIn({ info, metadata }: PdfMetadata): string | null {
  return readDate(metadata?.get("xmp:createdate")) ?? readDate(fieldOf(info, "CreationDate"));
}

/** "D:20220701093000+02'00'" (ISO 32000-1, 7.9.4) or "2022-07-01T09:30:00+02:00": its day, month or year. */
function readDate(given: unknown): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?/.exec(typeof given === "string" ? given.trim() : "") ?? [];
  if (!year || Number(year) < firstYear) return null;
  const date = LetterDate.safeParse([year, month, day].filter(Boolean).join("-"));
  return date.success ? date.data : null;
}

/** PDF was published in 1993; clocks that are not set say 1970 or 1980. */
const firstYear = 1993;

/** "Ada Lune; Blaise Roc", "Ada Lune, Blaise Roc et Cléo Vif": by semicolons, or by commas between whole names or several ("Lune, Ada" is one). */
function splitAuthors(text: string): string[] {
  const pieces = text.split(/\s*;\s*|\s+(?:et|and|&)\s+/).filter(Boolean);
  const names = pieces.flatMap((piece) => {
    const between = piece.split(/\s*,\s*/);
    return between.length > 2 || between.every((name) => /\S\s+\S/.test(name)) ? between : [piece];
  });
  return [...new Set(names)];
}

/** Programs and accounts are no authors. */
function isName(author: string): boolean {
  return !/^(?:unknown|inconnu|anonymous|user|utilisateur|admin(?:istrat(?:or|eur))?|root|owner|propriétaire|microsoft office user|microsoft|windows user|pc|\W*)$/i.test(author);
}

/** On one line, without what is not seen; null when nothing is left. */
function lineOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const line = value.replace(/\p{Cc}+|\s+/gu, " ").replace(/\s+/g, " ").trim().slice(0, 500);
  return line === "" ? null : line;
}

function fieldOf(info: object, name: string): unknown {
  return Object.entries(info).find(([key]) => key === name)?.[1];
}
