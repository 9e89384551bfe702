/** The headings inside a section, in the order in which the archive counts them. */
import type { Element, Root, RootContent } from "hast";

/** Their words; only those that stand between paragraphs, not inside a list or a quotation. */
export function innerHeadings(content: Root): string[] {
  return content.children.filter(isHeading).map(wordsOf);
}

function isHeading(node: RootContent): node is Element {
  return node.type === "element" && /^h[1-6]$/.test(node.tagName);
}

function wordsOf(node: RootContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(wordsOf).join("") : "";
}
