/** Tables that are too wide for their sheet are told row by row: side by side their words would break, or a browser make all the page smaller. */
import type { Element, ElementContent } from "hast";
import { element } from "./exportTree.ts";

/** `characters` stand side by side on a line of the sheet. */
export function narrowTables(node: ElementContent, characters: number): ElementContent {
  if (node.type !== "element") return node;
  if (node.tagName === "table" && leastWidth(node) > characters) return toldByRow(node);
  return { ...node, children: node.children.map((child) => narrowTables(child, characters)) };
}

/** Between two columns. */
const gap = 2;

/** In characters: the longest word of each column. */
function leastWidth(table: Element): number {
  const widths: number[] = [];
  for (const row of rowsOf(table)) {
    for (const [column, cell] of cellsOf(row).entries()) widths[column] = Math.max(widths[column] ?? 0, ...wordsOf(cell).split(/[ \t\n-]+/).map((word) => word.length));
  }
  return widths.reduce((sum, width) => sum + width + gap, 0);
}

/** A list with an item a row, each cell on a line that begins with its column's name. */
function toldByRow(table: Element): Element {
  const rows = rowsOf(table);
  const names = cellsOf(rows[0] ?? table).every(({ tagName }) => tagName === "th") ? cellsOf(rows.shift() ?? table) : [];
  const line = (cell: Element, column: number): Element => element("p", {}, ...named(names[column]), ...cell.children);
  return element("ul", { className: ["rows"] }, ...rows.map((row) => element("li", {}, ...cellsOf(row).map(line))));
}

function named(name: Element | undefined): (Element | string)[] {
  return name && name.children.length > 0 ? [element("strong", {}, ...name.children), " – "] : [];
}

function rowsOf(node: Element): Element[] {
  const parts = node.children.filter((child) => child.type === "element");
  return parts.flatMap((part) => (part.tagName === "tr" ? [part] : rowsOf(part)));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => child.type === "element");
}

function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wordsOf).join("") : "";
}
