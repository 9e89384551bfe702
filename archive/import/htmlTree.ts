/**
 * HTML text to a tree (parse5, the HTML Standard's own algorithm), whose depth and size are bounded whatever the source does: a page nested beyond
 * what any person wrote is flattened before it is parsed again, as the algorithm is quadratic in depth and what walks the tree recurses.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

const maxDepth = 400;
const flattenedDepth = 100;
const maxElements = 500_000;

export interface HtmlDocument {
  html: HtmlElement | null;
  /** Levels were dropped; no text was. */
  flattened: boolean;
}

export function parseHtml(text: string): HtmlDocument {
  const whole = parseBounded(text, maxElements);
  if (whole) return { html: whole, flattened: false };
  const flattened = parseBounded(flatten(text), maxElements);
  return { html: flattened ?? parseBounded(textOfTags(text), Number.POSITIVE_INFINITY), flattened: true };
}

class TooDeep extends Error {}

function parseBounded(text: string, limit: number): HtmlElement | null {
  let depth = 0;
  let elements = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > maxDepth || ++elements > limit) throw new TooDeep();
    },
    onItemPop: () => {
      depth--;
    },
  };
  try {
    const document = parse(text, { treeAdapter, scriptingEnabled: false });
    return document.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === "html") ?? null;
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

export function isElement(node: { nodeName: string }): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: { nodeName: string }): node is HtmlText {
  return node.nodeName === "#text";
}

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** The text of a node with all that is in it; depth is bounded by `parseHtml`. */
export function textOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  if (!isElement(node) || ["script", "style", "template"].includes(node.tagName)) return "";
  return node.childNodes.map(textOf).join("");
}

/** An element and all elements in it, in the order of the page. */
export function elementsIn(root: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [root];
  const enter = (element: HtmlElement): void => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      found.push(child);
      enter(child);
    }
  };
  enter(root);
  return found;
}

const neverNested = new Set("area base br col embed hr img input link meta source track wbr p li dt dd option tr td th tbody thead tfoot html head body".split(" "));
const cells = new Set("tr td th tbody thead tfoot".split(" "));
const inline = new Set("a abbr b big code em font i s small span strike strong sub sup tt u".split(" "));

/** Tags beyond some depth become paragraph starts, or nothing when they are inline. One pass, without backtracking. */
function flatten(text: string): string {
  let depth = 0;
  return replaceTags(text, (tag, name, closes) => {
    if (cells.has(name)) return depth > flattenedDepth ? "<p>" : tag;
    if (neverNested.has(name)) return tag;
    if (!closes) depth++;
    const isDropped = depth > flattenedDepth;
    if (closes && depth > 0) depth--;
    if (!isDropped) return tag;
    return inline.has(name) ? "" : "<p>";
  });
}

function textOfTags(text: string): string {
  return replaceTags(text, () => "<p>");
}

/** Paragraph starts in a row are one. */
function replaceTags(text: string, replace: (tag: string, name: string, closes: boolean) => string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", from)) {
    const name = /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(text.slice(open, open + 34));
    const close = name ? text.indexOf(">", open) : -1;
    if (name && close < 0) break;
    const end = name ? close + 1 : open + 1;
    const before = text.slice(from, open);
    const tag = name ? replace(text.slice(open, end), (name[2] ?? "").toLowerCase(), name[1] === "/") : "<";
    const isRepeated = tag === "<p>" && pieces.at(-1) === "<p>" && before.trim() === "";
    if (!isRepeated) pieces.push(before, tag);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
