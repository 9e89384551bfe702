/**
 * A plain text as a person typed it, or as a mail program wrapped it, to blocks. It is not Markdown: an asterisk is an asterisk. Wrapped lines
 * are joined where the wrapping is certain; quotations, lists and addresses become what they are; lines that look like headings are marked as
 * such for `headings` to decide.
 */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import { bareLinks } from "./bareLinks.ts";
import { type LetterSource, type Look, noClues } from "./letterSource.ts";
import type { Notes } from "./notes.ts";
import { withoutPadding } from "./padding.ts";
import { joinWrapped, wrapWidth } from "./plainLines.ts";
import { type HeadingLine, headingLine, isRule, underlineLevel } from "./plainHeadings.ts";

export function readPlain(text: string, notes: Notes): LetterSource {
  return { ...noClues(notes), blocks: plainBlocks(withoutPadding(text), notes) };
}

const maxQuotes = 20;

/** The blocks of a text; `depth` counts the quotations around it, which were wrapped with it. */
function plainBlocks(text: string, notes: Notes, depth = 0, outerWidth: number | null = null): RootContent[] {
  const lines = text.split("\n").map((line) => line.trimEnd().replaceAll("\t", "    "));
  const width = wrapWidth(lines) ?? outerWidth;
  const blocks: RootContent[] = [];
  const groups = groupsOf(lines);
  for (const group of depth === 0 ? apart(groups) : groups) for (const block of groupBlocks(group, { width, notes, depth })) blocks.push(block);
  return joinLists(blocks);
}

interface Setting {
  /** Characters at which lines were wrapped; null when each line is a paragraph. */
  width: number | null;
  notes: Notes;
  depth: number;
}

/** Lines between blank ones; what is quoted, and rules, stand apart. */
function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  const end = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const line of lines) {
    // RFC 3676, 4.3: what follows "-- " is a signature. A row of signs parts what it does not underline.
    if (line.trim() === "" || line === "--") end();
    else if (group.length > 1 && isRule(line)) {
      end();
      groups.push([line]);
    }
    else if (group.length > 0 && isQuoted(line) !== isQuoted(group[0] ?? "")) {
      end();
      group.push(line);
    } else group.push(line);
  }
  end();
  return groups;
}

/** The first lines of a letter, when they are all short, each say something: whose it is, what it is, of when. */
function apart([first = [], ...rest]: string[][]): string[][] {
  const isHead = first.length > 1 && first.length <= 4 && !isRule(first[1] ?? "") && first.every((line) => line.length <= 60 && !/[.,;:]$/.test(line) && !bullet.test(line) && !isQuoted(line));
  return isHead && rest.length > 0 ? [...first.map((line) => [line]), ...rest] : [first, ...rest];
}

function isQuoted(line: string): boolean {
  return /^ {0,3}>/.test(line) && !/^ {0,3}>{2,}\s\S.*<{2,}$/.test(line);
}

function groupBlocks(lines: string[], setting: Setting): RootContent[] {
  if (lines.every(isQuoted)) return quotation(lines, setting);
  const [first = "", second, ...rest] = lines;
  if (isRule(first)) return [{ type: "thematicBreak" }, ...(second === undefined ? [] : groupBlocks([second, ...rest], setting))];
  const level = second === undefined ? 0 : underlineLevel(first, second);
  if (level > 0) return [marked(first.trim(), `underline-${level}`, setting), ...(rest.length > 0 ? groupBlocks(rest, setting) : [])];
  const heading = headingLine(first, lines.length === 1, second);
  if (heading) return [markedLine(heading, setting), ...(second === undefined ? [] : groupBlocks([second, ...rest], setting))];
  return listed(lines, setting);
}

function quotation(lines: readonly string[], { notes, depth, width }: Setting): RootContent[] {
  const inner = lines.map((line) => line.replace(/^ {0,3}> ?/, "")).join("\n");
  const children = depth < maxQuotes ? plainBlocks(inner, notes, depth + 1, width === null ? null : width - 2) : [];
  if (depth >= maxQuotes) notes.add("too-deep");
  const content = depth < maxQuotes ? children : [paragraphOf([inner.replace(/^[> ]+/gm, "")], notes)];
  return content.length === 0 ? [] : [{ type: "blockquote", children: content as BlockContent[] }];
}

const bullet = /^ {0,8}(?:[•◦▪‣●○∙➤➢►▶✓→·] ?|[-–—*+] +)(?=\S)/;
const number = /^ {0,8}\d{1,3}[.)] +(?=\S)/;

/** A group of lines: paragraphs, and lists where lines begin with a bullet or a number. */
function listed(lines: readonly string[], setting: Setting): RootContent[] {
  const blocks: RootContent[] = [];
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length > 0) for (const block of paragraphs(pending, setting)) blocks.push(block);
    pending = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const mark = markOf(lines, at);
    if (mark === null) {
      pending.push(line);
      at++;
      continue;
    }
    flush();
    const end = endOfItem(lines, at, setting.width);
    addItem(blocks, lines.slice(at, end), mark, setting);
    at = end;
  }
  flush();
  return blocks;
}

function markOf(lines: readonly string[], at: number): RegExp | null {
  const line = lines[at] ?? "";
  if (bullet.test(line)) return bullet;
  return number.test(line) && numbersFollow(lines, at) ? number : null;
}

/** "1988. Une année" is no list of one. */
function numbersFollow(lines: readonly string[], at: number): boolean {
  const value = (index: number): number => Number(/^\s*(\d{1,3})/.exec(lines[index] ?? "")?.[1] ?? Number.NaN);
  return lines.some((line, index) => index !== at && number.test(line) && Math.abs(value(index) - value(at)) === 1) || value(at) === 1;
}

function endOfItem(lines: readonly string[], at: number, width: number | null): number {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? "";
    if (bullet.test(line) || number.test(line)) break;
    // Without an indent, only a line that the wrapping cut goes on.
    if (!/^ {2,}/.test(line) && (width === null || (lines[end - 1] ?? "").length + (line.split(" ", 1)[0] ?? "").length + 1 <= width * 0.9)) break;
    end++;
  }
  return end;
}

function addItem(blocks: RootContent[], lines: readonly string[], mark: RegExp, { notes }: Setting): void {
  const ordered = mark === number;
  const text = lines.map((line, index) => (index === 0 ? line.replace(mark, "") : line.trim())).join(" ");
  const item: ListItem = { type: "listItem", spread: false, children: [{ type: "paragraph", children: bareLinks(text, notes) }] };
  const last = blocks.at(-1);
  if (last?.type === "list" && last.ordered === ordered) last.children.push(item);
  else blocks.push({ type: "list", ordered, start: ordered ? Number(/\d+/.exec(lines[0] ?? "")?.[0] ?? 1) : null, spread: false, children: [item] });
}

/** Items that blank lines part are still one list. */
function joinLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const goesOn = block.type === "list" && last?.type === "list" && last.ordered === block.ordered && (!block.ordered || block.start === (last.start ?? 1) + last.children.length);
    if (goesOn) for (const item of block.children) last.children.push(item);
    else joined.push(block);
  }
  return joined;
}

function paragraphs(lines: readonly string[], { width, notes }: Setting): RootContent[] {
  return joinWrapped(lines, width).map((each) => paragraphOf(each, notes));
}

function paragraphOf(lines: readonly string[], notes: Notes): Paragraph {
  const children = lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? bareLinks(line, notes) : [{ type: "break" }, ...bareLinks(line, notes)]));
  return { type: "paragraph", children, data: { look: { ...plainLook, alone: lines.length === 1 } } };
}

const plainLook: Look = { bold: false, size: null, centred: false, picture: false, mark: null, alone: true };

function marked(text: string, mark: string, { notes }: Setting): Paragraph {
  return { type: "paragraph", children: bareLinks(text, notes), data: { look: { ...plainLook, mark } } };
}

function markedLine({ text, mark }: HeadingLine, setting: Setting): Paragraph {
  return marked(text, mark, setting);
}
