/**
 * A PDF as a report that can be kept: its title, its date and its authors, from where they are told best. Nothing is made up: what is only likely is noted, and
 * what nothing tells stays away.
 */
import type { ImportNote, ReportDraft } from "../draft.ts";
import { dateInFileName, letterDateIn } from "./dates.ts";
import type { PdfContent } from "./pdfContent.ts";

/** `fileName` may have folders before it, with `/`. */
export function reportDraft(content: PdfContent, bytes: Uint8Array, fileName: string): ReportDraft {
  const { authors, pageLabels, outline, pages } = content;
  const notes: ImportNote[] = [];
  return { kind: "report", title: titleOf(content, fileName, notes), date: dateOf(content, fileName, notes), authors, pageLabels, outline, pages, bytes, notes: [...notes, ...pageNotes(content)] };
}

function titleOf({ title, largestText }: PdfContent, fileName: string, notes: ImportNote[]): string {
  const stem = stemOf(fileName);
  if (title !== null && isTitle(title, stem)) return title;
  if (largestText !== null && largestText.length <= longestTitle && isTitle(largestText, stem) && /\p{L}+\P{L}+\p{L}{2}/u.test(largestText)) {
    notes.push({ code: "title-guessed", detail: largestText });
    return largestText;
  }
  const named = stem.replace(/[_\s]+/g, " ").trim() || fileName;
  notes.push({ code: "no-title", detail: named.slice(0, 200) });
  return named;
}

/** Characters. What is set largest and goes on for longer is the text. */
const longestTitle = 150;

/** What programs write where a title belongs, and what nobody changed. */
const noTitles = /^(?:microsoft (?:word|powerpoint|excel|publisher)\b.*|untitled.*|sans[ -]?titre.*|sans nom.*|(?:nouveau )?document ?\d*|pr[ée]sentation ?\d*|powerpoint presentation|pr[ée]sentation powerpoint|slide \d+|diapositive \d+|mise en page \d+|layout \d+|title|titre|\(?anonymous\)?|print|impression|scan.*|num[ée]risation.*|.*\$\{.*|https?:.*)$/i;

function isTitle(title: string, stem: string): boolean {
  if (noTitles.test(title.trim()) || !/\p{L}{2}/u.test(title)) return false;
  if (/\.(?:docx?|odt|rtf|pdf|indd|tex|dvi|typ|qxd|ai|pub|pptx?|odp|xlsx?|html?|md|txt|ps)$/i.test(title.trim())) return false;
  // One run of letters, digits and underscores is a file's name: "rapport_v2_final", "RA2022def".
  if (/^\S*[_\d]\S*$/.test(title.trim()) && !/\s/.test(title.trim())) return false;
  return plain(title) !== plain(stem) || /\s/.test(title.trim());
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function stemOf(fileName: string): string {
  return (fileName.split("/").at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,8}$/, "");
}

/** The one date that its first page gives it, else its file's name, else the day the PDF was made: the last two with a note. */
function dateOf({ pages, created }: PdfContent, fileName: string, notes: ImportNote[]): string | null {
  const worded = wordedDate(pages[0] ?? "");
  if (worded !== null) return worded;
  const named = dateInFileName(fileName);
  if (named !== null) notes.push({ code: "date-from-file-name", detail: named });
  else if (created !== null) notes.push({ code: "date-from-metadata", detail: created });
  else notes.push({ code: "no-date", detail: "" });
  return named ?? created;
}

/** "juillet 2022" and "1er juillet 2022" are one date, told twice; any other two leave open which of them is the report's. */
function wordedDate(page: string): string | null {
  const dates = [...new Set(page.split("\n").flatMap((line) => letterDateIn(line.trim()) ?? []))].sort((a, b) => b.length - a.length);
  const [best] = dates;
  return best !== undefined && dates.every((date) => best.startsWith(date)) ? best : null;
}

function pageNotes({ pages, unreadablePages }: PdfContent): ImportNote[] {
  const unreadable = new Set(unreadablePages);
  const empty = pages.flatMap((text, index) => (text.trim() === "" && !unreadable.has(index + 1) ? [index + 1] : []));
  const noteOf = (code: ImportNote["code"], numbers: number[]): ImportNote[] => (numbers.length > 0 ? [{ code, detail: ranges(numbers) }] : []);
  return [...noteOf("pages-without-text", empty), ...noteOf("pages-unreadable", unreadablePages)];
}

/** "1, 4-7", at most 200 characters. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const text = runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
