/**
 * Markdown to clean hypertext. Nothing leaves this file that was not cleaned: raw HTML is dropped by the parser's
 * own rules (CommonMark, GFM), elements and attributes pass an allow-list, links keep only known schemes, and pictures only point into
 * the letter's `pictures/` folder.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from "hast";
import type { Definition, FootnoteDefinition, Root as MarkdownRoot, RootContent as MarkdownContent } from "mdast";
import rehypeSanitize, { defaultSchema, type Options as Schema } from "rehype-sanitize";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Hypertext } from "../model.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]);

const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: "",
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !["details", "summary", "picture", "source"].includes(name)),
  protocols: { href: ["http", "https", "mailto", "relire"], cite: ["http", "https"], src: [] },
};

/** The syntax tree of a Markdown text (CommonMark, GFM, YAML front matter), with positions. Never fails: any text is Markdown. */
export function parseMarkdown(markdown: string): MarkdownRoot {
  return parser.parse(markdown);
}

/**
 * Clean hypertext of some blocks. `definitions` are the link and footnote definitions of the whole document, of which those
 * used here are shown; `prefix` keeps the ids of footnotes apart from those of other sections on the same page.
 */
export function toHypertext(
  blocks: readonly MarkdownContent[],
  definitions: readonly (Definition | FootnoteDefinition)[],
  prefix: string,
): Hypertext {
  const root: MarkdownRoot = { type: "root", children: [...blocks, ...definitions] };
  const cleaner = unified()
    .use(remarkRehype, { clobberPrefix: `${prefix}-`, footnoteBackContent: "↩" })
    .use(rehypeSanitize, schema);
  const clean = cleaner.runSync(root);
  visitElements(clean, (element) => {
    if (element.tagName === "img") keepOwnPicture(element);
    if (element.tagName === "a") keepKnownLink(element);
    dropFootnoteLabel(element);
  });
  dropPositions(clean);
  return clean;
}

/** The path of an own picture relative to its letter's folder (`pictures/cover.svg`; in the content's sources, beside it), or null for any other address. */
export function ownPicture(address: string): string | null {
  const path = /^(?:\.\.\/)?(pictures\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*)$/u.exec(address)?.[1];
  return path ?? null;
}

/** Paths of the own pictures that a hypertext shows, in order. */
export function picturesOf(hypertext: Hypertext): string[] {
  const paths: string[] = [];
  visitElements(hypertext, (element) => {
    if (element.tagName === "img" && typeof element.properties["src"] === "string") paths.push(element.properties["src"]);
  });
  return paths;
}

/** Size of a picture in CSS pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Gives the pictures of a hypertext their sizes, by path, so that their place is kept before they load. Changes it. */
export function setPictureSizes(hypertext: Hypertext, sizes: ReadonlyMap<string, PictureSize>): void {
  visitElements(hypertext, (element) => {
    const size = element.tagName === "img" && sizes.get(String(element.properties["src"]));
    if (size) Object.assign(element.properties, size);
  });
}

const blockNames = new Set(
  "address blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul br".split(" "),
);

/** The words of a hypertext as a reader sees them (with captions, without alt texts), blocks on lines of their own. */
export function plainText(hypertext: Hypertext): string {
  return hypertext.children
    .map(textOf)
    .join("")
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}

function textOf(node: RootContent | ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  if (node.tagName === "img") return typeof node.properties["title"] === "string" ? `\n${node.properties["title"]}\n` : "";
  if (node.tagName === "a" && node.properties["dataFootnoteBackref"] !== undefined) return "";
  const inside = node.children.map(textOf).join("");
  return blockNames.has(node.tagName) ? `\n${inside}\n` : inside;
}

function keepOwnPicture(image: Element): void {
  const path = ownPicture(decoded(String(image.properties["src"] ?? "")));
  if (path) image.properties["src"] = path;
  else delete image.properties["src"];
}

/** The parser encodes what is not ASCII in an address. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** An address without a scheme would be one of the window's own files. */
function keepKnownLink(link: Element): void {
  if (!/^(?:#|https?:|mailto:|relire:\/\/)/i.test(String(link.properties["href"] ?? ""))) delete link.properties["href"];
}

/** The parser's English heading over footnotes, and the references to it: the window words its own. */
function dropFootnoteLabel(element: Element): void {
  delete element.properties["ariaDescribedBy"];
  element.children = element.children.filter((child) => child.type !== "element" || child.properties["id"] !== "footnote-label");
}

function visitElements(node: HastRoot | Element, visit: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    visit(child);
    visitElements(child, visit);
  }
}

/** Positions speak of the source file and would triple what is sent to the window. */
function dropPositions(node: HastRoot | RootContent | ElementContent): void {
  delete node.position;
  if ("children" in node) for (const child of node.children) dropPositions(child);
}
