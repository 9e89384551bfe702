/**
 * A page's or mail's elements to blocks of Markdown, in reading order. Keeps text, headings, lists, quotations, tables of data, links, pictures
 * that came along and the descriptions of those that did not; refuses whatever runs, frames, asks or hides. Layout tables are only the order of
 * their cells. Not rehype-remark: what a mail shows as a heading is known from its look, which is gone once it is Markdown.
 */
import type { BlockContent, Heading, ListItem, RootContent } from "mdast";
import { bulletsOf } from "./bullets.ts";
import { attributeOf, type HtmlElement, type HtmlNode, isElement, isText, textOf } from "./htmlTree.ts";
import { declarationsOf, isInvisible, plainStyle, type Style, type StyleSheet, styleOf } from "./htmlStyle.ts";
import type { HtmlPictures } from "./htmlPictures.ts";
import { type Context, tableBlocks } from "./htmlTable.ts";
import { linesOf, paragraphsOf, phrasing, type Token, type Wrapper } from "./inlineText.ts";
import { cleanLink } from "./links.ts";
import type { Notes } from "./notes.ts";
import { withoutPadding } from "./padding.ts";

export interface HtmlSource {
  sheet: StyleSheet;
  notes: Notes;
  pictures: HtmlPictures;
  /** What relative addresses are relative to; null in a mail. */
  base: string | null;
  /** The address of a report that came along, for a link to it. */
  linked: (address: string) => string | null;
}

export const startContext: Context = { style: plainStyle, wrappers: [], margin: false };

const dropped = new Set("script style iframe frame frameset noframes template object embed applet canvas svg math audio video source track map area input select option textarea progress meter head title meta link base param dialog".split(" "));
const active = new Set("script iframe frame object embed applet form input textarea select".split(" "));
const blocks = new Set("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol p pre section summary table tbody td tfoot th thead tr ul".split(" "));
const wrapperTags: Record<string, Wrapper["type"]> = { del: "delete", s: "delete", strike: "delete", code: "inlineCode", tt: "inlineCode", kbd: "inlineCode", samp: "inlineCode" };
const marginName = /(?:^|[\s_-])(?:footer|header|preheader|unsub\w*|legal|mentions|pied|browser)(?:$|[\s_-])/i;
const quoteName = /(?:^|[\s_-])(?:block)?quote(?:$|[\s_-])|citation/i;

export class HtmlBlocks {
  readonly #source: HtmlSource;
  readonly #holdsBlocks = new WeakMap<HtmlElement, boolean>();
  #seen = false;

  constructor(source: HtmlSource) {
    this.#source = source;
  }

  /** The blocks of some nodes. */
  read(nodes: readonly HtmlNode[], context: Context): RootContent[] {
    const flow = new Flow(context.margin);
    for (const node of nodes) this.#visit(node, context, flow);
    flow.flush();
    return flow.blocks;
  }

  context(element: HtmlElement, context: Context): Context {
    const declarations = declarationsOf(element, this.#source.sheet);
    const style = styleOf(element, context.style, declarations);
    const names = `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "id") ?? ""}`;
    const margin = context.margin || element.tagName === "footer" || element.tagName === "nav" || marginName.test(names);
    return { style, wrappers: styled(context.wrappers, context.style, style), margin };
  }

  #visit(node: HtmlNode, context: Context, flow: Flow): void {
    if (isText(node)) this.#text(node.value, context, flow);
    else if (isElement(node)) this.#element(node, context, flow);
  }

  #text(raw: string, context: Context, flow: Flow): void {
    if (isInvisible(context.style)) {
      this.#noteHidden(raw);
      return;
    }
    const value = withoutPadding(raw);
    if (/[\p{L}\p{N}]/u.test(value)) this.#seen = true;
    flow.push({ kind: "text", value, wrappers: context.wrappers, style: context.style });
  }

  #noteHidden(text: string): void {
    const visible = withoutPadding(text).replace(/[\s\u00A0]+/g, " ").trim();
    if (visible !== "") this.#source.notes.add(this.#seen ? "hidden-removed" : "preheader-removed", visible);
  }

  #element(element: HtmlElement, context: Context, flow: Flow): void {
    const tag = element.tagName;
    if (active.has(tag)) this.#source.notes.add("active-removed", `<${tag}>`);
    if (dropped.has(tag)) return;
    const inner = this.context(element, context);
    for (const { name } of element.attrs) if (/^on[a-z]+$/.test(name)) this.#source.notes.add("active-removed", `<${tag} ${name}>`);
    if (inner.style.hidden && !context.style.hidden) {
      this.#noteHidden(textOf(element));
      return;
    }
    if (tag === "br") flow.push({ kind: "break" });
    else if (tag === "img") this.#image(element, inner, flow);
    else if (blocks.has(tag) || this.#hasBlocks(element)) this.#block(element, this.#wrapped(element, inner), flow);
    else this.#inline(element, this.#wrapped(element, inner), flow);
  }

  #inline(element: HtmlElement, context: Context, flow: Flow): void {
    if (element.tagName === "sup") {
      const text = textOf(element).trim();
      if (/^\d{1,3}$/.test(text)) {
        this.#text(text.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? ""), context, flow);
        return;
      }
    }
    for (const child of element.childNodes) this.#visit(child, context, flow);
  }

  #wrapped(element: HtmlElement, context: Context): Context {
    const wrapper = this.#wrapperOf(element);
    return wrapper ? { ...context, wrappers: [...context.wrappers, wrapper] } : context;
  }

  #wrapperOf(element: HtmlElement): Wrapper | null {
    if (element.tagName === "a") {
      const href = attributeOf(element, "href");
      const url = href === null ? null : this.#source.linked(href) ?? cleanLink(href, this.#source.notes, this.#source.base);
      return url === null ? null : { type: "link", url };
    }
    const type = wrapperTags[element.tagName];
    return type === undefined ? null : { type };
  }

  #image(element: HtmlElement, context: Context, flow: Flow): void {
    const shown = this.#source.pictures.read(element);
    if (shown === null || isInvisible({ ...context.style, size: null })) return;
    this.#seen = true;
    if (shown.url !== null) flow.push({ kind: "image", url: shown.url, alt: shown.alt, wrappers: context.wrappers });
    else flow.push({ kind: "text", value: shown.alt, wrappers: [...context.wrappers.filter((each) => each !== emphasis), emphasis], style: context.style, isPicture: true });
  }

  #block(element: HtmlElement, context: Context, flow: Flow): void {
    flow.flush();
    const tag = element.tagName;
    if (/^h[1-6]$/.test(tag)) this.#heading(element, Number(tag[1]), context, flow);
    else if (tag === "hr") flow.add([{ type: "thematicBreak" }]);
    else if (tag === "ul" || tag === "ol" || tag === "menu" || tag === "dir") this.#list(element, context, flow);
    else if (tag === "pre") flow.add(codeOf(textOf(element)));
    else if (tag === "table" && !isQuote(element)) flow.add(tableBlocks(element, context, this));
    else if (tag === "blockquote" || (isQuote(element) && !context.margin)) this.#quotation(element, context, flow);
    else flow.add(this.read(element.childNodes, context));
  }

  #quotation(element: HtmlElement, context: Context, flow: Flow): void {
    const inside = element.tagName === "table" ? tableBlocks(element, context, this) : this.read(element.childNodes, context);
    // Nested tables of one quotation all carry its class: one quotation it is.
    const content = inside.flatMap((node) => (node.type === "blockquote" && element.tagName !== "blockquote" ? node.children : [node])) as BlockContent[];
    // A mail that was passed on whole, and not a quotation.
    const isWhole = content.filter(({ type }) => type === "heading").length >= 2;
    if (isWhole) flow.add(inside);
    else if (content.length > 0) flow.add([{ type: "blockquote", children: content.map(dropLook) as BlockContent[] }]);
  }

  #heading(element: HtmlElement, level: number, context: Context, flow: Flow): void {
    const tokens: Token[] = [];
    const inside = new Flow(false, tokens);
    // A heading is bold as it is; what is bold in it need not be told apart.
    const plain = { ...context, style: { ...context.style, bold: false, italic: false }, wrappers: context.wrappers.filter((each) => each !== strong && each !== emphasis) };
    for (const child of element.childNodes) this.#flat(child, plain, inside);
    const lines = linesOf(tokens.map(described)).filter((line) => line.length > 0);
    const children = lines.flatMap((line, index) => (index === 0 ? phrasing(line) : [{ type: "text" as const, value: " " }, ...phrasing(line)]));
    const pictures = children.filter((child) => child.type === "image");
    const words = children.filter((child) => child.type !== "image");
    const heading: Heading = { type: "heading", depth: Math.min(6, level) as Heading["depth"], children: words.length > 0 ? words : pictures.map((picture) => ({ type: "text", value: picture.alt ?? "" })) };
    if (lines.length > 0) flow.add([heading, ...pictures.map((picture): RootContent => ({ type: "paragraph", children: [picture] }))]);
  }

  /** Everything inside as one run: a heading holds no blocks. */
  #flat(node: HtmlNode, context: Context, flow: Flow): void {
    if (!isElement(node) || !(blocks.has(node.tagName) || this.#hasBlocks(node))) {
      this.#visit(node, context, flow);
      return;
    }
    flow.push({ kind: "break" });
    for (const child of node.childNodes) this.#flat(child, this.#wrapped(node, this.context(node, context)), flow);
    flow.push({ kind: "break" });
  }

  #list(element: HtmlElement, context: Context, flow: Flow): void {
    const items: ListItem[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child)) {
        if (isText(child) && child.value.trim() !== "") addItem(items, this.read([child], context));
        continue;
      }
      const inside = this.context(child, context);
      const content = child.tagName === "li" && !inside.style.hidden ? this.read(child.childNodes, inside) : this.read([child], context);
      // A list that stands beside the items instead of in one belongs to the item before it.
      const last = items.at(-1);
      if (child.tagName !== "li" && last && content.every((block) => block.type === "list")) for (const block of content) last.children.push(block);
      else addItem(items, content);
    }
    if (items.length > 0) flow.add([{ type: "list", ...numbering(element), spread: false, children: items }]);
  }

  #hasBlocks(element: HtmlElement): boolean {
    const known = this.#holdsBlocks.get(element);
    if (known !== undefined) return known;
    const found = element.childNodes.some((child) => isElement(child) && (blocks.has(child.tagName) || this.#hasBlocks(child)));
    this.#holdsBlocks.set(element, found);
    return found;
  }
}

/** Blocks, and the run of text after the last of them. */
class Flow {
  readonly blocks: RootContent[] = [];
  readonly #run: Token[];
  readonly #margin: boolean;

  constructor(margin: boolean, run: Token[] = []) {
    this.#margin = margin;
    this.#run = run;
  }

  push(token: Token): void {
    this.#run.push(token);
  }

  add(blocks: readonly RootContent[]): void {
    for (const block of blocks) {
      const last = this.blocks.at(-1);
      if (block.type === "list" && block.data?.typed === true && last?.type === "list" && last.data?.typed === true) for (const item of block.children) last.children.push(item);
      else this.blocks.push(block);
    }
  }

  flush(): void {
    const tokens = this.#run.splice(0);
    if (!tokens.some((token) => token.kind === "image" || (token.kind === "text" && token.value.trim() !== ""))) return;
    const blocks = bulletsOf(paragraphsOf(linesOf(tokens)));
    if (this.#margin) for (const block of blocks) if (block.type === "paragraph") block.data = { ...block.data, margin: true };
    this.add(blocks);
  }
}

/** Wrappers that a style stands for: `<span style="font-weight: bold">` is as bold as `<b>`. Shared, so that neighbours are wrapped as one. */
const strong: Wrapper = { type: "strong" };
const emphasis: Wrapper = { type: "emphasis" };

function styled(wrappers: readonly Wrapper[], before: Style, after: Style): readonly Wrapper[] {
  const withBold = before.bold === after.bold ? wrappers : switched(wrappers, strong, after.bold);
  return before.italic === after.italic ? withBold : switched(withBold, emphasis, after.italic);
}

function switched(wrappers: readonly Wrapper[], wrapper: Wrapper, isOn: boolean): readonly Wrapper[] {
  return isOn ? [...wrappers, wrapper] : wrappers.filter((each) => each !== wrapper);
}

/** In a heading, the description of a picture stands for it without brackets. */
function described(token: Token): Token {
  return token.kind === "text" && token.isPicture === true ? { ...token, value: token.value.replace(/^\[|\]$/g, ""), wrappers: token.wrappers.filter((each) => each !== emphasis) } : token;
}

function isQuote(element: HtmlElement): boolean {
  const name = attributeOf(element, "class") ?? "";
  return quoteName.test(name) && !/gmail|yahoo|moz-|protonmail|outlook/i.test(name);
}

function numbering(element: HtmlElement): { ordered: boolean; start: number | null } {
  if (element.tagName !== "ol") return { ordered: false, start: null };
  const start = /^\s*(\d{1,6})\s*$/.exec(attributeOf(element, "start") ?? "")?.[1];
  return { ordered: true, start: Number(start ?? "1") };
}

function addItem(items: ListItem[], content: RootContent[]): void {
  if (content.length === 0) return;
  const spread = content.some((block, index) => index > 0 && block.type === "paragraph");
  items.push({ type: "listItem", spread, children: content.map(dropLook) as BlockContent[] });
}

function dropLook(block: RootContent): RootContent {
  if (block.type === "paragraph") delete block.data;
  return block;
}

function codeOf(text: string): RootContent[] {
  const value = text.replace(/^\n/, "").trimEnd();
  return value === "" ? [] : [{ type: "code", lang: null, meta: null, value }];
}
