/**
 * Links to what an archive holds, read and written: `relire://letter/collection/letter?s=section&p=paragraph&q=its+first+words`,
 * `relire://report/collection/report?page=12`, `relire://search?q=words`. One that is copied also says how the document is called (`t`) and dated
 * (`d`), to name it where it is missing, or find it where it has another id. Between texts of the archive there is a shorter form, with either kind of document:
 * `relire://collection/document`, then `#section` or `#p12`. The host `app` is the window's own, and no link.
 */
import type { ParagraphAddress } from "./paragraph.ts";

/** How a link says what its document is. */
export interface LinkLabel {
  title: string | null;
  date: string | null;
}

export interface LetterLink extends LinkLabel {
  kind: "letter";
  document: string;
  section: string | null;
  paragraph: Pick<ParagraphAddress, "index" | "start"> | null;
}

export interface ReportLink extends LinkLabel {
  kind: "report";
  document: string;
  /** From 1; null for the report as a whole. */
  page: number | null;
}

export interface SearchLink {
  kind: "search";
  text: string;
}

/** The short form, of which only a look into the archive tells the kind. */
export interface DocumentLink {
  kind: "document";
  document: string;
  section: string | null;
  page: number | null;
}

export type Link = LetterLink | ReportLink | SearchLink | DocumentLink;

/** Characters of a link at most; of what it says of a title, a paragraph's start and a search. */
const longest = 4000;
const longestWords = { t: 300, q: 1000 };
/** No report has so many pages, and no section so many paragraphs. */
const highest = 1_000_000;

/** As the model's dates, whose schema would weigh more in the window than all of this. */
const likeDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";
const publicForm = new RegExp(`^relire://(letter|report)/(${slug}/${slug})/?(?:\\?([^#]*))?$`);
const searchForm = /^relire:\/\/search\/?\?([^#]*)$/;
const shortForm = /^relire:\/\/((?!app\/)[a-z0-9-]+\/[a-z0-9-]+)(?:#([a-z0-9-]+))?$/;

/** What a link leads to; null for what is no link of an archive, or a hostile one. Whether the document exists is for the caller to see. */
export function readLink(href: string): Link | null {
  if (href.length > longest) return null;
  const [, kind, document = "", given = ""] = publicForm.exec(href) ?? [];
  if (document.length > 200) return null;
  if (kind === "letter") return readLetter(document, new URLSearchParams(given));
  if (kind === "report") return readReport(document, new URLSearchParams(given));
  const words = wordsOf(new URLSearchParams(searchForm.exec(href)?.[1] ?? ""), "q");
  return words === null ? readShort(href) : { kind: "search", text: words };
}

/** Its document, and the place in it; null when it leads to none. */
export function readArchiveLink(href: string): Omit<DocumentLink, "kind"> | null {
  const link = readLink(href);
  if (!link || link.kind === "search") return null;
  if (link.kind === "letter") return { document: link.document, section: link.section, page: null };
  return { document: link.document, section: link.kind === "document" ? link.section : null, page: link.page };
}

/** A link to be copied. Titles and searches beyond their length are cut. */
export function writeLink(link: LetterLink | ReportLink | SearchLink): string {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | number | null): void => {
    if (value !== null && value !== "") parameters.append(name, String(value));
  };
  if (link.kind === "search") {
    add("q", cut(link.text.trim(), longestWords.q));
    return `relire://search?${parameters}`;
  }
  if (link.kind === "report") add("page", link.page);
  else {
    add("s", link.section);
    add("p", link.paragraph && link.paragraph.index);
    add("q", link.paragraph && link.paragraph.start);
  }
  add("t", link.title && cut(link.title.trim(), longestWords.t));
  add("d", link.date);
  return `relire://${link.kind}/${link.document}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

/** Whether something typed or handed over means to be a link of Relire's. */
export function looksLikeLink(text: string): boolean {
  return /^relire:/i.test(text.trim());
}

function readLetter(document: string, given: URLSearchParams): LetterLink | null {
  const section = given.get("s");
  if (section !== null && (section.length > 100 || !new RegExp(`^${slug}$`).test(section))) return null;
  const index = numberOf(given, "p", 0);
  const start = wordsOf(given, "q");
  if (index === undefined) return null;
  const paragraph = index === null && start === null ? null : { index: index ?? 0, start: start ?? "" };
  return { kind: "letter", document, section, paragraph, ...labelOf(given) };
}

function readReport(document: string, given: URLSearchParams): ReportLink | null {
  const page = numberOf(given, "page", 1);
  return page === undefined ? null : { kind: "report", document, page, ...labelOf(given) };
}

function readShort(href: string): DocumentLink | null {
  const match = shortForm.exec(href);
  if (!match?.[1]) return null;
  const page = /^p([1-9]\d*)$/.exec(match[2] ?? "")?.[1];
  return { kind: "document", document: match[1], section: match[2] ?? null, page: page ? Number(page) : null };
}

function labelOf(given: URLSearchParams): LinkLabel {
  const date = given.get("d");
  return { title: wordsOf(given, "t"), date: date !== null && likeDate.test(date) ? date : null };
}

/** Null where it is not given, undefined where it is no number in range. */
function numberOf(given: URLSearchParams, name: string, lowest: number): number | null | undefined {
  const text = given.get(name);
  if (text === null) return null;
  const number = /^\d{1,7}$/.test(text) ? Number(text) : -1;
  return number >= lowest && number <= highest ? number : undefined;
}

/** One line of words, without what no one types: control characters, and those that turn the direction of writing. */
function wordsOf(given: URLSearchParams, name: "q" | "t"): string | null {
  const words = (given.get(name) ?? "").replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
  return words === "" ? null : cut(words, longestWords[name]);
}

/** Never through the middle of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : Array.from(text.slice(0, most)).slice(0, -1).join("").trim();
}
