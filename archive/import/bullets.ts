/** Lists that were typed with bullets and dashes instead of being marked as lists. */
import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";

const bullet = /^\s*(?:[•◦▪‣●○∙·§➤➢►▶✔✓→]|[-–—*](?=\s))[\s\u00A0]*/;

/** Paragraphs, of which those whose lines all begin with a bullet become lists. */
export function bulletsOf(paragraphs: readonly Paragraph[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const paragraph of paragraphs) {
    const lines = linesOfParagraph(paragraph);
    const isLone = lines.length === 1 && !/^\s*(?:[•◦▪‣●∙]|[·§][\s\u00A0]{2})/.test(textAt(lines[0] ?? []));
    if (isLone || !lines.every((line) => bullet.test(textAt(line)))) {
      for (const block of withLead(paragraph, lines)) blocks.push(block);
      continue;
    }
    addItems(blocks, lines);
  }
  return blocks;
}

/** "Au programme :" and then lines with bullets. */
function withLead(paragraph: Paragraph, lines: PhrasingContent[][]): RootContent[] {
  const first = lines.findIndex((line) => bullet.test(textAt(line)));
  if (first < 1 || lines.length - first < 2 || !lines.slice(first).every((line) => bullet.test(textAt(line)))) return [paragraph];
  const lead: Paragraph = { ...paragraph, children: joinLines(lines.slice(0, first)) };
  const blocks: RootContent[] = [lead];
  addItems(blocks, lines.slice(first));
  return blocks;
}

function addItems(blocks: RootContent[], lines: PhrasingContent[][]): void {
  const last = blocks.at(-1);
  const list: List = last?.type === "list" && last.data?.typed === true ? last : { type: "list", ordered: false, start: null, spread: false, children: [], data: { typed: true } };
  for (const line of lines) list.children.push(itemOf(line));
  if (list !== last) blocks.push(list);
}

function itemOf(line: PhrasingContent[]): ListItem {
  const [first, ...rest] = line;
  const children: PhrasingContent[] = first?.type === "text" ? [{ type: "text", value: first.value.replace(bullet, "") }, ...rest] : line;
  return { type: "listItem", spread: false, children: [{ type: "paragraph", children: children.filter((child) => child.type !== "text" || child.value !== "") }] };
}

export function linesOfParagraph(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type === "break") lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}

export function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{ type: "break" }, ...line]));
}

function textAt(line: readonly PhrasingContent[]): string {
  const first = line[0];
  return first?.type === "text" ? first.value : "";
}
