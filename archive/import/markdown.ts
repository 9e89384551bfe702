/**
 * Markdown letters (CommonMark and GFM): front matter, the shortcodes of site generators, HTML inside. What leaves here is Markdown without raw
 * HTML, without reference links, and without pictures that did not come along.
 */
import type { Definition, PhrasingContent, RootContent } from "mdast";
import { parseMarkdown } from "../text/hypertext.ts";
import { takeFrontMatter } from "./frontMatter.ts";
import { htmlBlocks } from "./html.ts";
import { type LetterSource, noClues } from "./letterSource.ts";
import { cleanLink, shortAddress } from "./links.ts";
import { inlineHtml } from "./markdownHtml.ts";
import type { Notes } from "./notes.ts";
import { dataBytes, Pictures } from "./pictures.ts";
import { readPlain } from "./plain.ts";
import { resolveShortcodes } from "./shortcodes.ts";

export function readMarkdown(text: string, notes: Notes, pictures = new Pictures()): LetterSource {
  const { clues, rest } = takeFrontMatter(text);
  const tree = parsed(resolveShortcodes(rest, notes));
  if (!tree) {
    notes.add("too-deep");
    return { ...readPlain(rest, notes), ...clues };
  }
  const definitions = new Map(tree.filter((node): node is Definition => node.type === "definition").map((node) => [node.identifier, node]));
  const cleaner: Cleaner = { notes, pictures, definitions };
  return { ...noClues(notes), ...clues, blocks: tree.flatMap((node) => cleanBlock(node, cleaner)).map(seen), pictures: pictures.list() };
}

/** The parser recurses and takes quadratic time for some inputs; what could exhaust it is no letter of a person, and is read as plain text. */
function parsed(text: string): RootContent[] | null {
  if (isExhausting(text)) return null;
  return parseMarkdown(text).children.filter((node) => node.type !== "yaml");
}

const maxSigns = 5000;
const maxNesting = 60;

/** Lines in a row with thousands of signs that may open something, or blocks nested beyond what anybody writes. */
function isExhausting(text: string): boolean {
  let signs = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") signs = 0;
    for (let at = 0; at < line.length; at++) if (isSign(line.charCodeAt(at))) signs++;
    // Rows of dashes under rows of dashes are each tried as an underline of all before.
    if (/^[\s>]*[-=]+\s*$/.test(line.slice(0, 200))) signs += 25;
    const indent = /^[ \t>]*/.exec(line.slice(0, 1000))?.[0] ?? "";
    const markers = line.length > 0 ? (/^(?:[ \t]{0,8}(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){0,100}/.exec(line)?.[0].split(/[ \t>]+/).length ?? 0) : 0;
    if (signs > maxSigns || indent.replaceAll("\t", "    ").length > maxNesting * 4 || (indent.split(">").length - 1) > maxNesting || markers > maxNesting) return true;
  }
  return false;
}

/** ! & * < @ [ ] _ ` ~ | */
function isSign(code: number): boolean {
  return code === 33 || code === 38 || code === 42 || code === 60 || code === 64 || code === 91 || code === 93 || code === 95 || code === 96 || code === 126 || code === 124;
}

/** A paragraph that is all bold may be meant as a heading. */
function seen(block: RootContent): RootContent {
  if (block.type !== "paragraph" || block.data !== undefined) return block;
  const bold = block.children.length === 1 && block.children[0]?.type === "strong";
  return { ...block, data: { look: { bold, size: 16, centred: false, picture: false, mark: null, alone: true } } };
}

interface Cleaner {
  notes: Notes;
  pictures: Pictures;
  definitions: ReadonlyMap<string, Definition>;
}

function cleanBlock(node: RootContent, cleaner: Cleaner): RootContent[] {
  if (node.type === "definition") return [];
  if (node.type === "html") return htmlBlocks(node.value, cleaner.notes, cleaner.pictures);
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
    const children = inline(node.children, cleaner);
    return children.length === 0 && node.type !== "tableCell" ? [] : [{ ...node, children }];
  }
  if (!("children" in node)) return [node];
  const children = (node.children as RootContent[]).flatMap((child) => cleanBlock(child, cleaner));
  return children.length === 0 ? [] : [{ ...node, children } as RootContent];
}

function inline(nodes: readonly PhrasingContent[], cleaner: Cleaner): PhrasingContent[] {
  return inlineHtml(nodes, cleaner.notes, cleaner.pictures).flatMap((node) => cleanInline(node, cleaner));
}

function cleanInline(node: PhrasingContent, cleaner: Cleaner): PhrasingContent[] {
  if (node.type === "image") return picture(node.url, node.alt ?? "", cleaner);
  if (node.type === "imageReference") return picture(cleaner.definitions.get(node.identifier)?.url ?? "", node.alt ?? "", cleaner);
  if (node.type === "link") return link(node.url, inline(node.children, cleaner), cleaner);
  if (node.type === "linkReference") return link(cleaner.definitions.get(node.identifier)?.url ?? "", inline(node.children, cleaner), cleaner);
  if (!("children" in node)) return [node];
  const children = inline(node.children, cleaner);
  return children.length === 0 ? [] : [{ ...node, children }];
}

function link(address: string, children: PhrasingContent[], { notes }: Cleaner): PhrasingContent[] {
  const url = cleanLink(address, notes);
  if (url === null || children.length === 0) return children;
  const only = children.length === 1 ? children[0] : undefined;
  // An address shown as it is is shown as it is kept.
  if (only?.type === "text" && only.value === address) return [{ type: "link", url, title: null, children: [{ type: "text", value: url }] }];
  return [{ type: "link", url, title: null, children }];
}

function picture(address: string, alt: string, { notes, pictures }: Cleaner): PhrasingContent[] {
  const bytes = dataBytes(address);
  const url = bytes && pictures.add(bytes, alt);
  if (url) return [{ type: "image", url, alt, title: null }];
  notes.add(/^(?:https?:)?\/\//i.test(address) ? "remote-picture" : "picture-missing", alt || shortAddress(address));
  return alt === "" ? [] : [{ type: "emphasis", children: [{ type: "text", value: `[${alt}]` }] }];
}
