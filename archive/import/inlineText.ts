/**
 * Runs of text with their wrappers (bold, link…) to the lines and paragraphs of Markdown. White space is folded as browsers do (U+00A0 stays), a
 * wrapper never begins or ends with a space, and a first line that looks like a heading becomes a paragraph of its own.
 */
import type { Paragraph, PhrasingContent } from "mdast";
import type { Style } from "./htmlStyle.ts";
import type { Look } from "./letterSource.ts";

/** Compared by identity: two neighbours in one `<b>` share it. */
export interface Wrapper {
  type: "strong" | "emphasis" | "delete" | "link" | "inlineCode";
  url?: string;
}

export type Token =
  | { kind: "text"; value: string; wrappers: readonly Wrapper[]; style: Style; isPicture?: boolean }
  | { kind: "image"; url: string; alt: string; wrappers: readonly Wrapper[] }
  | { kind: "break" };

type Piece = Exclude<Token, { kind: "break" }>;
export type Line = Piece[];

/** Lines without spaces around; empty ones say that a paragraph ends. */
export function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [[]];
  for (const token of tokens) {
    if (token.kind === "break") lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines.map(foldSpaces);
}

const spaces = /[ \t\n\f\r]+/g;

function foldSpaces(line: Line): Line {
  const folded: Line = [];
  let afterSpace = true;
  for (const piece of line) {
    if (piece.kind === "image") {
      folded.push(piece);
      afterSpace = false;
      continue;
    }
    let value = piece.value.replace(spaces, " ");
    if (afterSpace && value.startsWith(" ")) value = value.slice(1);
    if (value === "") continue;
    afterSpace = value.endsWith(" ");
    folded.push({ ...piece, value });
  }
  for (let last = folded.at(-1); last?.kind === "text"; last = folded.at(-1)) {
    last.value = last.value.trimEnd();
    if (last.value !== "") break;
    folded.pop();
  }
  return folded.every((piece) => piece.kind === "text" && piece.value.trim() === "") ? [] : folded;
}

/** The paragraphs of some lines: empty lines part them, others become line breaks. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.length > 0) groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).flatMap(splitHeading).map(({ group, alone }) => paragraph(group, alone));
}

/** A first line that is all bold, or larger than what follows, over lines that are not. */
function splitHeading(group: Line[]): { group: Line[]; alone: boolean }[] {
  const [first, ...rest] = group;
  if (!first || rest.length === 0) return [{ group, alone: true }];
  const look = lookOfLines([first], true);
  const below = lookOfLines(rest, true);
  const stands = (look.bold && !lookOfLines(rest.slice(0, 1), true).bold) || (look.size !== null && below.size !== null && look.size >= below.size * 1.1);
  if (!stands || lengthOfLine(first) > 120) return [{ group, alone: true }];
  return [
    { group: [first], alone: false },
    { group: rest, alone: true },
  ];
}

function paragraph(lines: Line[], alone: boolean): Paragraph {
  const children = lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? phrasing(line) : [{ type: "break" }, ...phrasing(line)]));
  return { type: "paragraph", children, data: { look: lookOfLines(lines, alone) } };
}

export function lookOfLines(lines: readonly Line[], alone: boolean): Look {
  const pieces = lines.flat();
  const texts = pieces.filter((piece) => piece.kind === "text" && /[\p{L}\p{N}]/u.test(piece.value)) as Extract<Piece, { kind: "text" }>[];
  const sizes = texts.map(({ style }) => style.size ?? 16);
  return {
    bold: texts.length > 0 && texts.every(({ style }) => style.bold),
    size: sizes.length > 0 ? Math.min(...sizes.slice(0, 500)) : null,
    centred: texts.length > 0 && texts.every(({ style }) => style.centred),
    picture: pieces.length > 0 && pieces.every((piece) => piece.kind === "image" || piece.isPicture === true || piece.value.trim() === ""),
    mark: null,
    alone,
  };
}

function lengthOfLine(line: Line): number {
  return line.reduce((length, piece) => length + (piece.kind === "text" ? piece.value.length : 0), 0);
}

/** One line as Markdown's phrasing content. */
export function phrasing(line: readonly Piece[]): PhrasingContent[] {
  return nest(line, 0);
}

function nest(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (!piece) break;
    const wrapper = piece.wrappers[depth];
    let end = at + 1;
    if (wrapper) {
      while (end < pieces.length && pieces[end]?.wrappers[depth] === wrapper) end++;
      append(content, wrap(wrapper, pieces.slice(at, end), depth));
    } else if (piece.kind === "image") append(content, [{ type: "image", url: piece.url, alt: piece.alt, title: null }]);
    else append(content, [{ type: "text", value: piece.value }]);
    at = end;
  }
  return content;
}

/** The spaces at a wrapper's ends stand outside it: `** bold**` is no bold in Markdown. */
function wrap(wrapper: Wrapper, pieces: readonly Piece[], depth: number): PhrasingContent[] {
  if (wrapper.type === "inlineCode") {
    const value = pieces.map((piece) => (piece.kind === "text" ? piece.value : "")).join("");
    return value.trim() === "" ? [] : [{ type: "inlineCode", value: value.trim() }];
  }
  const inside = nest(pieces, depth + 1);
  const before = takeSpace(inside, "start");
  const after = takeSpace(inside, "end");
  if (inside.length === 0) return textNodes(before + after);
  const node = nodeOf(wrapper, inside);
  return [...textNodes(before), ...node, ...textNodes(after)];
}

function nodeOf(wrapper: Wrapper, inside: PhrasingContent[]): PhrasingContent[] {
  if (wrapper.type === "link") return [{ type: "link", url: wrapper.url ?? "", title: null, children: inside.filter((child) => child.type !== "break") as [] }];
  const only = inside.length === 1 ? inside[0] : undefined;
  // <b><strong>…</strong></b> is bold once.
  if (only?.type === wrapper.type) return inside;
  return [{ type: wrapper.type as "strong", children: inside }];
}

function takeSpace(nodes: PhrasingContent[], side: "start" | "end"): string {
  const node = side === "start" ? nodes[0] : nodes.at(-1);
  if (node?.type !== "text") return "";
  const { value } = node;
  const trimmed = side === "start" ? value.trimStart() : value.trimEnd();
  if (trimmed === value) return "";
  if (trimmed === "") nodes.splice(nodes.indexOf(node), 1);
  else node.value = trimmed;
  return side === "start" ? value.slice(0, value.length - trimmed.length) : value.slice(trimmed.length);
}

function textNodes(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function append(content: PhrasingContent[], nodes: PhrasingContent[]): void {
  for (const node of nodes) {
    const last = content.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else content.push(node);
  }
}
