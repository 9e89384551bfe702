/** Tables: those of data stay tables, those that only lay a page out become the contents of their cells in order. */
import type { PhrasingContent, RootContent, Table, TableRow } from "mdast";
import type { Style } from "./htmlStyle.ts";
import type { Wrapper } from "./inlineText.ts";
import { attributeOf, type HtmlElement, type HtmlNode, isElement, textOf } from "./htmlTree.ts";

/** Where an element stands: the style and the wrappers around it. */
export interface Context {
  style: Style;
  wrappers: readonly Wrapper[];
  /** In a footer or header, where mailing notices stand. */
  margin: boolean;
}

/** What reads the contents of cells. */
export interface CellReader {
  read(nodes: readonly HtmlNode[], context: Context): RootContent[];
  context(element: HtmlElement, context: Context): Context;
}

export function tableBlocks(table: HtmlElement, context: Context, reader: CellReader): RootContent[] {
  const rows = rowsOf(table, context, reader);
  const caption = table.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === "caption").flatMap((node) => reader.read(node.childNodes, context));
  if (isData(table, rows.map(({ cells }) => cells))) return [...caption, dataTable(rows, reader)];
  const strays = table.childNodes.filter((node) => !isElement(node) || !["tbody", "thead", "tfoot", "tr", "caption", "colgroup", "col"].includes(node.tagName));
  return [...caption, ...reader.read(strays, context), ...rows.flatMap(({ cells, context }) => cells.flatMap((cell) => reader.read([cell], context)))];
}

function rowsOf(parent: HtmlElement, context: Context, reader: CellReader): { cells: HtmlElement[]; context: Context }[] {
  return parent.childNodes.filter(isElement).flatMap((child) => {
    const inner = reader.context(child, context);
    if (child.tagName === "tr") return [{ cells: child.childNodes.filter(isCell), context: inner }];
    return ["tbody", "thead", "tfoot"].includes(child.tagName) ? rowsOf(child, inner, reader) : [];
  });
}

function isCell(node: { nodeName: string }): node is HtmlElement {
  return node.nodeName === "td" || node.nodeName === "th";
}

const maxCell = 200;

/** Several rows and columns of short texts, or a table that says itself that it has headings. */
function isData(table: HtmlElement, rows: HtmlElement[][]): boolean {
  if (attributeOf(table, "role") === "presentation" || rows.length < 2) return false;
  const columns = Math.max(...rows.slice(0, 1000).map((row) => row.length));
  const cells = rows.flat();
  if (columns < 2 || cells.some((cell) => holds(cell, layoutTags))) return false;
  if (cells.some((cell) => cell.tagName === "th")) return true;
  if (rows.some((row) => row.length !== columns) || cells.some((cell) => textOf(cell).length > maxCell)) return false;
  const filled = cells.filter((cell) => textOf(cell).trim() !== "").length;
  return filled >= cells.length * 0.7 && !cells.some((cell) => holds(cell, pictureTags));
}

const layoutTags = new Set("table h1 h2 h3 h4 h5 h6 ul ol hr blockquote pre".split(" "));
const pictureTags = new Set(["img"]);

function holds(element: HtmlElement, names: ReadonlySet<string>): boolean {
  return element.childNodes.some((child) => isElement(child) && (names.has(child.tagName) || holds(child, names)));
}

function dataTable(rows: { cells: HtmlElement[]; context: Context }[], reader: CellReader): Table {
  const children = rows.map(({ cells, context }): TableRow => ({
    type: "tableRow",
    children: cells.map((cell) => ({ type: "tableCell", children: inCell(reader.read(cell.childNodes, reader.context(cell, context))) as [] })),
  }));
  return { type: "table", align: [], children };
}

/** A cell of Markdown is one line. */
function inCell(blocks: RootContent[]): PhrasingContent[] {
  return blocks
    .flatMap((block): PhrasingContent[] => (block.type === "paragraph" ? [{ type: "text", value: " " }, ...block.children] : []))
    .slice(1)
    .map((child) => (child.type === "break" ? { type: "text", value: " " } : child));
}
