/** What a page says of itself outside its text: title, dates, authors, site, language, style sheets. */
import { machineDate } from "./dates.ts";
import { attributeOf, elementsIn, type HtmlElement, isElement, isText, textOf } from "./htmlTree.ts";
import { urlOf } from "./webAddress.ts";
import type { DateClue, LetterSource, TitleClue } from "./letterSource.ts";

export interface HtmlHead {
  clues: Pick<LetterSource, "titles" | "dates" | "authors" | "publisher" | "language">;
  css: string;
  /** Where the page was published, to which its relative addresses belong. */
  address: string | null;
}

export function readHead(html: HtmlElement): HtmlHead {
  const found = { titles: [] as TitleClue[], dates: [] as DateClue[], authors: new Set<string>(), site: null as string | null, css: [] as string[], address: null as string | null };
  for (const element of elementsIn(html)) readElement(element, found);
  const language = /^(fr|en)\b/i.exec(attributeOf(html, "lang") ?? "")?.[1]?.toLowerCase();
  const titles = found.titles.map(({ text, from }) => ({ text: withoutSite(text, found.site), from }));
  return {
    clues: { titles, dates: found.dates, authors: [...found.authors], publisher: found.site, language: language === "fr" || language === "en" ? language : null },
    css: found.css.join("\n"),
    address: found.address,
  };
}

interface Found {
  titles: TitleClue[];
  dates: DateClue[];
  authors: Set<string>;
  site: string | null;
  css: string[];
  address: string | null;
}

function readElement(element: HtmlElement, found: Found): void {
  const tag = element.tagName;
  if (tag === "meta") readMeta(element, found);
  else if (tag === "title" && element.namespaceURI.endsWith("xhtml")) addTitle(found, textOf(element), "page-title");
  else if (tag === "style") found.css.push(element.childNodes.filter(isText).map(({ value }) => value).join(""));
  else if (tag === "link" && attributeOf(element, "rel") === "canonical") found.address = webAddress(attributeOf(element, "href")) ?? found.address;
  else if (tag === "base") found.address ??= webAddress(attributeOf(element, "href"));
  else if (tag === "time") readTime(element, found);
  if (attributeOf(element, "itemprop") === "author") {
    const name = textOf(element).replace(/\s+/g, " ").trim();
    if (name !== "" && name.length <= 100) found.authors.add(name);
  }
}

function readMeta(element: HtmlElement, found: Found): void {
  const name = (attributeOf(element, "property") ?? attributeOf(element, "name") ?? attributeOf(element, "itemprop") ?? "").toLowerCase();
  const content = (attributeOf(element, "content") ?? "").replace(/\s+/g, " ").trim();
  if (content === "" || content.length > 500) return;
  if (name === "og:title" || name === "twitter:title" || name === "dc.title") addTitle(found, content, "meta");
  else if (name === "og:site_name") found.site = content;
  else if (name === "og:url") found.address ??= webAddress(content);
  else if (name === "author" || name === "dc.creator") found.authors.add(content);
  else if (/^(?:article:published_time|date|dc\.date(?:\.\w+)?|dcterms\.(?:date|created|issued)|datepublished|publish[-_]?date|pubdate)$/.test(name)) addDate(found, content);
}

/** The page's own date: in its header, or marked as the day it was published. Others date events. */
function readTime(element: HtmlElement, found: Found): void {
  const isPublished = /datePublished/i.test(attributeOf(element, "itemprop") ?? "") || attributeOf(element, "pubdate") !== null || /publish|entry-date|post-date/i.test(attributeOf(element, "class") ?? "");
  if (isPublished || isInHeader(element)) addDate(found, attributeOf(element, "datetime") ?? textOf(element));
}

function isInHeader(element: HtmlElement): boolean {
  for (let node = element.parentNode; node && isElement(node); node = node.parentNode) if (node.tagName === "header") return true;
  return false;
}

function addDate(found: Found, text: string): void {
  const date = machineDate(text);
  if (date) found.dates.push({ date, from: "meta" });
}

function addTitle(found: Found, text: string, from: TitleClue["from"]): void {
  const title = text.replace(/\s+/g, " ").trim();
  if (title !== "" && title.length <= 300) found.titles.push({ text: title, from });
}

/** `Gazette n° 11 · Gazette - La gazette du logiciel libre`: what follows a mark, or the site's own name, says where the page lies. */
function withoutSite(title: string, site: string | null): string {
  if (site !== null && site !== title) {
    for (const mark of [" | ", " - ", " – ", " — ", " · ", " • ", " : "]) {
      if (title.endsWith(mark + site)) return title.slice(0, -(mark + site).length);
      if (title.startsWith(site + mark)) return title.slice((site + mark).length);
    }
  }
  return title.split(/ [|·•»] /, 1)[0]?.trim() || title;
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) && urlOf(text) ? text : null;
}
