/**
 * Org mode (https://orgmode.org/manual/), which some letters are written and sent in: rewritten as Markdown, from which everything else follows.
 * Its libraries are under the GPL; what letters use of it is little.
 */
import type { LetterSource } from "./letterSource.ts";
import { readMarkdown } from "./markdown.ts";
import type { Notes } from "./notes.ts";

export function readOrg(text: string, notes: Notes): LetterSource {
  const matter: string[] = [];
  const lines: string[] = [];
  const block = { kind: null as string | null, isDrawer: false };
  for (const line of joinLinks(text).split("\n")) orgLine(line, block, matter, lines);
  return readMarkdown(`---\n${matter.join("\n")}\n---\n${lines.join("\n")}`, notes);
}

function orgLine(line: string, block: { kind: string | null; isDrawer: boolean }, matter: string[], lines: string[]): void {
  const keyword = /^\s*#\+(\w+)(?::|\s|$)\s*(.*)$/.exec(line);
  const name = keyword?.[1]?.toLowerCase() ?? "";
  if (name.startsWith("end_")) {
    if (block.kind === "code") lines.push("```");
    lines.push("");
    block.kind = null;
  } else if (name.startsWith("begin_")) {
    block.kind = blockKind(name);
    lines.push("", ...(block.kind === "code" ? ["```"] : []));
  } else if (block.kind === "code") lines.push(line);
  else if (keyword) {
    if (["title", "date", "author", "language"].includes(name)) matter.push(`${name}: ${JSON.stringify((keyword[2] ?? "").replace(/^[<[]|[>\]]$/g, ""))}`);
  } else if (/^\s*:[\w-]+:\s*$/.test(line)) block.isDrawer = !/^\s*:end:/i.test(line);
  else if (!block.isDrawer && !/^\s*# /.test(line)) lines.push((block.kind === "quote" ? "> " : "") + contentLine(line));
}

function blockKind(name: string): string {
  if (/src|example/.test(name)) return "code";
  return /quote|verse/.test(name) ? "quote" : "other";
}

/** Longer lines are neither headings nor items. */
const maxLine = 1000;

function contentLine(line: string): string {
  if (line.length > maxLine) return inlineOrg(line);
  const heading = /^(\*{1,6}) +(?:(?:TODO|DONE) +)?(.*?)(?:\s+:[\w:@]+:)?\s*$/.exec(line);
  if (heading) return `\n${"#".repeat(heading[1]?.length ?? 1)} ${inlineOrg(heading[2] ?? "")}\n`;
  const item = /^(\s*)(?:([-+])|(\d+)[.)])\s+(.*)$/.exec(line);
  if (item) return `${item[1] ?? ""}${item[2] ? "-" : `${item[3] ?? "1"}.`} ${inlineOrg(item[4] ?? "")}`;
  if (/^\s*-{5,}\s*$/.test(line)) return "\n---\n";
  return /^\s*\|/.test(line) ? line.replace(/^(\s*\|[-+|]+\|)\s*$/, (rule) => rule.replaceAll("+", "|")) : inlineOrg(line);
}

const link = /\[\[([^\][\n]{1,2000})\](?:\[([^\][\n]{1,1000})\])?\]/g;

/** A link may be broken over lines. */
function joinLinks(text: string): string {
  return text.replace(/\[\[[^\][]{1,2000}\](?:\[[^\][]{1,1000}\])?\]/g, (found) => found.replace(/\s*\n\s*/g, " "));
}

function inlineOrg(text: string): string {
  let from = 0;
  let written = "";
  for (const match of text.matchAll(link)) {
    written += emphasised(text.slice(from, match.index));
    const [, address = "", label] = match;
    written += label === undefined ? `<${address.replaceAll(" ", "%20")}>` : `[${emphasised(label)}](<${address.replaceAll(" ", "%20")}>)`;
    from = match.index + match[0].length;
  }
  return written + emphasised(text.slice(from));
}

const marks: Record<string, string> = { "*": "**", "/": "*", "+": "~~" };

/** Org's emphasis stands between spaces or punctuation; all else that Markdown would read is escaped. */
function emphasised(text: string): string {
  let from = 0;
  let written = "";
  for (const match of text.matchAll(/(?<=^|[\s('"«{—–-])([*/+=~])(?=\S)([^\n]{1,300}?)(?<=\S)\1(?=$|[\s.,;:!?)'"»}…—–-])/g)) {
    const [whole, mark = "", inside = ""] = match;
    written += escaped(text.slice(from, match.index));
    written += mark === "=" || mark === "~" ? `\`${inside.replaceAll("`", "'")}\`` : `${marks[mark]}${escaped(inside)}${marks[mark]}`;
    from = match.index + whole.length;
  }
  return written + escaped(text.slice(from));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]{}]/g, "\\$&").replace(/^(\s*)([#+-])(?=\s)/, "$1\\$2");
}
