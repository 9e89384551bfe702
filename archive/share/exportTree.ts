/**
 * The hypertext of an exported letter: what the archive holds, with links and pictures that work outside of it. Links to the archive lead to
 * what is exported along, or become plain words; a picture that is missing becomes its description.
 */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { openingId } from "../letterSection.ts";
import { showText } from "../text/shownText.ts";
import { typographyEdits } from "../text/typography.ts";
import { anchorOf, type Exported, type ExportedLetter, madeOn, say, sourceOf } from "./exported.ts";

/** What the content of a letter is shown with. */
type Shown = Pick<Exported, "letters" | "words" | "language" | "isTypeset">;

/** How one format addresses things. */
export interface Addresses {
  /** Of a picture, or null when it cannot be shown. */
  picture(letter: ExportedLetter, path: string): string | null;
  /** Of a letter exported along, or of one of its sections. */
  place(letter: string, section: string | null): string;
}

export function element(tagName: string, properties: Element["properties"], ...children: (ElementContent | string)[]): Element {
  return { type: "element", tagName, properties, children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)) };
}

/** A letter as an article: its head, its sections, its source, and the web addresses it cites. */
export function letterTree(exported: Exported, letter: ExportedLetter, addresses: Addresses): Element {
  const { head, collection, date, language, opening, sections } = letter;
  const set = (text: string): string => typeset(text, exported, letter);
  const about = [collection, date, head.authors.join(", ")].filter(Boolean).join(" · ");
  const links = webLinksIn([...(opening ? [opening.content] : []), ...sections.map(({ content }) => content)]);
  return element(
    "article",
    { id: anchorOf(head.id), lang: language },
    element("header", {}, element("p", { className: ["from"] }, about), element("h1", {}, set(head.title))),
    ...(opening ? [element("div", { className: ["opening"], id: anchorOf(head.id, openingId) }, ...contentTree(opening.content, exported, letter, addresses))] : []),
    ...sections.map((section) =>
      element("section", { id: anchorOf(head.id, section.id) }, element("h2", {}, set(section.title)), ...contentTree(section.content, exported, letter, addresses)),
    ),
    element(
      "footer",
      { lang: exported.language },
      element("p", {}, element("strong", {}, exported.words.source), ` ${sourceOf(letter, exported.words)}`),
      ...linkList(links, exported.words),
      element("p", {}, madeOn(exported)),
    ),
  );
}

/** The blocks of a content, each made fit for outside. */
export function contentTree(content: Root, exported: Shown, letter: ExportedLetter, addresses: Addresses): ElementContent[] {
  const fit = (node: RootContent | ElementContent): ElementContent[] => {
    if (node.type === "text") return [{ type: "text", value: typeset(node.value, exported, letter) }];
    if (node.type !== "element") return [];
    if (node.tagName === "img") return pictureOf(node, exported, letter, addresses);
    if (node.tagName === "code") return [node];
    const only = node.children.length === 1 ? node.children[0] : undefined;
    if (node.tagName === "p" && only?.type === "element" && only.tagName === "img") return fit(only);
    const children = node.children.flatMap(fit);
    if (node.tagName === "a") return linkOf({ ...node, children }, exported, addresses);
    return [{ ...node, properties: fitProperties(node, exported), children }];
  };
  return content.children.flatMap(fit);
}

/** `align` is no attribute of today's HTML; ids are kept apart by their letters already. Footnotes are named: the parser's heading over them is gone. */
function fitProperties({ properties: { align, ...properties } }: Element, { words }: Shown): Element["properties"] {
  if (properties["dataFootnotes"] !== undefined) return { ...properties, ariaLabel: words.notes };
  return typeof align === "string" ? { ...properties, className: [`align-${align}`] } : properties;
}

/** The way back from a footnote, which the parser names in English. */
function wayBack(link: Element, { words, language }: Shown): Element {
  const number = /[\d-]+$/.exec(String(link.properties["ariaLabel"]))?.[0] ?? "";
  return { ...link, properties: { ...link.properties, lang: language, ariaLabel: say(words.backToNote, { number }) } };
}

function pictureOf({ properties: { src, alt, title, width, height } }: Element, exported: Shown, letter: ExportedLetter, addresses: Addresses): ElementContent[] {
  const { words } = exported;
  const text = typeof alt === "string" && alt !== "" ? alt : null;
  const address = typeof src === "string" ? addresses.picture(letter, src) : null;
  const picture = address === null ? element("em", {}, text === null ? words.pictureUnnamed : say(words.picture, { alt: text })) : element("img", { src: address, alt: text ?? "", width, height });
  if (typeof title !== "string" || title === "") return [element("figure", {}, picture)];
  return [element("figure", {}, picture, element("figcaption", {}, typeset(title, exported, letter)))];
}

function linkOf(link: Element, exported: Shown, addresses: Addresses): ElementContent[] {
  const { letters, words } = exported;
  if (link.properties["dataFootnoteBackref"] !== undefined) return [wayBack(link, exported)];
  const href = typeof link.properties["href"] === "string" ? link.properties["href"] : "";
  const [, document, place] = /^relire:\/\/([a-z0-9-]+\/[a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(href) ?? [];
  if (document === undefined) return href === "" ? [element("span", {}, ...link.children)] : [{ ...link, properties: { ...link.properties, href: webAddress(href) } }];
  const target = letters.find(({ head }) => head.id === document);
  if (!target) return [element("span", { title: words.notCarried }, ...link.children)];
  const section = target.sections.some(({ id }) => id === place) ? (place ?? null) : null;
  return [{ ...link, properties: { href: addresses.place(document, section) } }];
}

/** The addresses of the web that contents link to, in order, each once. */
export function webLinksIn(contents: readonly (Root | ElementContent)[]): string[] {
  const links = new Set<string>();
  const visit = (node: Root | RootContent | ElementContent): void => {
    if (node.type === "element" && node.tagName === "a" && /^https?:/i.test(String(node.properties["href"]))) links.add(String(node.properties["href"]));
    if ("children" in node) node.children.forEach((child) => visit(child));
  };
  for (const content of contents) visit(content);
  return [...links];
}

/** The addresses cited, to be read on paper; nothing when there are none. */
export function linkList(links: readonly string[], words: Shown["words"]): Element[] {
  if (links.length === 0) return [];
  return [element("p", {}, words.links), element("ol", { className: ["links"] }, ...links.map((link) => element("li", {}, element("a", { href: webAddress(link) }, readable(link)))))];
}

/** As the standard of addresses writes it: host names in ASCII, which older reading systems need. */
function webAddress(href: string): string {
  try {
    return new URL(href).href;
  } catch {
    return href;
  }
}

/** As a person reads it. */
function readable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

function typeset(text: string, { isTypeset }: Shown, { language }: ExportedLetter): string {
  return isTypeset && language === "fr" ? showText(text, typographyEdits(text)).text : text;
}
