/** A web page or an HTML mail as a letter's source: its blocks, and what its head and its masthead tell of title, date, authors and site. */
import type { RootContent } from "mdast";
import { HtmlBlocks, startContext } from "./htmlBlocks.ts";
import { readHead } from "./htmlHead.ts";
import { HtmlPictures, type RelatedPart } from "./htmlPictures.ts";
import { readStyleSheet } from "./htmlStyle.ts";
import { attributeOf, elementsIn, type HtmlElement, isElement, isText, parseHtml, textOf } from "./htmlTree.ts";
import { type LetterSource, noClues } from "./letterSource.ts";
import type { Notes } from "./notes.ts";
import type { Pictures } from "./pictures.ts";

export interface HtmlOptions {
  notes: Notes;
  pictures: Pictures;
  related: RelatedPart;
  /** The address by which a letter cites a report that came with it, for a link to it; null for any other link. */
  linked?: (address: string) => string | null;
  /** A mail has no site around it: all of its body is the letter. */
  isMail: boolean;
}

export function readHtml(text: string, { notes, pictures, related, linked = () => null, isMail }: HtmlOptions): LetterSource {
  const { html, flattened } = parseHtml(text);
  if (flattened) notes.add("too-deep");
  const source: LetterSource = { ...noClues(notes), pictures: pictures.list() };
  if (!html) return source;
  const head = readHead(html);
  const body = html.childNodes.filter(isElement).find(({ tagName }) => tagName === "body" || tagName === "frameset") ?? html;
  const content = contentOf(body, isMail, notes);
  const reader = new HtmlBlocks({ sheet: readStyleSheet(head.css), notes, pictures: new HtmlPictures(pictures, related, notes), base: head.address, linked });
  const context = reader.context(body, startContext);
  return { ...source, ...head.clues, blocks: reader.read(content === body ? body.childNodes : [content], { ...context, margin: false }), pictures: pictures.list() };
}

/** HTML inside another format: its blocks alone. */
export function htmlBlocks(text: string, notes: Notes, pictures: Pictures): RootContent[] {
  return readHtml(text, { notes, pictures, related: () => null, isMail: true }).blocks;
}

/** The one article or main part of a page; what stands around it belongs to the site. */
function contentOf(body: HtmlElement, isMail: boolean, notes: Notes): HtmlElement {
  const found = elementsIn(body);
  const articles = found.filter(({ tagName }) => tagName === "article");
  const mains = found.filter((element) => element.tagName === "main" || attributeOf(element, "role") === "main");
  const content = [articles, mains].find((group) => group.length === 1)?.[0];
  if (!content || lengthOf(content) < lengthOf(body) * (isMail ? 0.6 : 0.3)) return body;
  for (const element of found) {
    if (!["header", "footer", "nav", "aside"].includes(element.tagName) || contains(element, content)) continue;
    const words = textOf(element).replace(/\s+/g, " ").trim();
    if (words !== "" && !contains(content, element)) notes.add("boilerplate-removed", words);
  }
  return withoutSiteParts(content, notes);
}

/** Share buttons and navigation inside the article. */
function withoutSiteParts(content: HtmlElement, notes: Notes): HtmlElement {
  for (const element of elementsIn(content)) {
    const names = `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "id") ?? ""}`;
    if (element.tagName !== "nav" && !/(?:^|[\s_-])(?:share|sharing|partage|social|breadcrumbs?|pagination)(?:$|[\s_-])/i.test(names)) continue;
    if (lengthOf(element) > 300 || element === content) continue;
    const words = textOf(element).replace(/\s+/g, " ").trim();
    if (words !== "") notes.add("social-removed", words);
    element.childNodes = [];
  }
  return content;
}

function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let node: HtmlElement | null = inner; node; node = node.parentNode && isElement(node.parentNode) ? node.parentNode : null) if (node === outer) return true;
  return false;
}

function lengthOf(element: HtmlElement): number {
  return elementsIn(element).reduce((length, each) => length + each.childNodes.filter(isText).reduce((sum, { value }) => sum + value.trim().length, 0), 0);
}
