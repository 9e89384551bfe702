/** Tables that are too wide for their sheet are marked, so that long words break there: a browser would rather make all the page smaller. */
import type { Element, ElementContent } from "hast";

/** `characters` stand side by side on a line of the sheet. */
export function tightTables(node: ElementContent, characters: number): ElementContent {
  if (node.type !== "element") return node;
  const children = node.children.map((child) => tightTables(child, characters));
  if (node.tagName !== "table" || leastWidth(node) <= characters) return { ...node, children };
  return { ...node, children, properties: { ...node.properties, className: ["tight"] } };
}

/** Between two columns. */
const gap = 2;

/** In characters: the longest word of each column. */
function leastWidth(table: Element): number {
  const widths: number[] = [];
  for (const row of rowsOf(table)) {
    for (const [column, cell] of row.children.filter((child) => child.type === "element").entries()) {
      widths[column] = Math.max(widths[column] ?? 0, ...wordsOf(cell).split(/[ \t\n-]+/).map((word) => word.length));
    }
  }
  return widths.reduce((sum, width) => sum + width + gap, 0);
}

function rowsOf(node: Element): Element[] {
  const parts = node.children.filter((child) => child.type === "element");
  return parts.flatMap((part) => (part.tagName === "tr" ? [part] : rowsOf(part)));
}

function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wordsOf).join("") : "";
}
