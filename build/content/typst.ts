/**
 * A report's Markdown as Typst source. Text goes in as string literals, so that nothing an author types is read as Typst markup;
 * the look is all in `report.typ`, whose functions are called here.
 */
import type { AlignType, Blockquote, Heading, Image, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import { readHeading } from "../../archive/store/markdownFile.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import type { ReportFrontMatter } from "./sources.ts";

interface Context {
  /** Blocks of each footnote, by its identifier. */
  notes: Map<string, RootContent[]>;
  /** Folder of the collection's pictures, as Typst sees it. */
  pictures: string;
}

/** The whole Typst source of a report: cover, front chapters, table of contents, chapters. `pictures` is an absolute Typst path. */
export function reportToTypst(tree: Root, frontMatter: ReportFrontMatter, printedDate: string, pictures: string): string {
  const notes = new Map(tree.children.flatMap((node) => (node.type === "footnoteDefinition" ? [[node.identifier, node.children] as const] : [])));
  const context: Context = { notes, pictures };
  const chapters = tree.children.filter((node) => node.type !== "yaml" && node.type !== "footnoteDefinition");
  const firstNumbered = chapters.findIndex((node) => node.type === "heading" && node.depth === 1 && readHeading(node).class !== "front");
  const { title, subtitle, authors, description } = frontMatter;
  const fields = Object.entries({ title, subtitle, date: printedDate, authors: authors.join(", "), description });
  return [
    '#import "/build/content/report.typ": *',
    `#show: report.with(${fields.map(([name, value]) => `${name}: ${text(value)}`).join(", ")})`,
    blocks(chapters.slice(0, firstNumbered), context),
    "#contents()",
    "#show: chapters",
    blocks(chapters.slice(firstNumbered), context),
  ].join("\n\n");
}

function blocks(nodes: readonly RootContent[], context: Context): string {
  return nodes.map((node) => block(node, context)).join("\n\n");
}

function block(node: RootContent, context: Context): string {
  switch (node.type) {
    case "heading":
      return heading(node, context);
    case "paragraph":
      return paragraph(node, context);
    case "list":
      return list(node, context);
    case "table":
      return table(node, context);
    case "blockquote":
      return setApart(node, context);
    case "thematicBreak":
      return "#pagebreak(weak: true)";
    case "code":
      return `#raw(${literal(node.value)}, block: true)`;
    default:
      throw new Error(`a report cannot hold a block of type ${node.type} (line ${node.position?.start.line})`);
  }
}

function heading(node: Heading, context: Context): string {
  const { title, id } = readHeading(node);
  const plain = node.children.every((child) => child.type === "text");
  const content = plain ? `#${text(title)}` : inlines(withoutAttributes(node.children), context);
  return `#heading(level: ${node.depth})[${content}] <${id}>`;
}

/** The attributes stand at the end of a heading's last text. */
function withoutAttributes(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child, index) =>
    child.type === "text" && index === children.length - 1 ? { ...child, value: child.value.replace(/\s*\{[^}]*\}\s*$/, "") } : child,
  );
}

function paragraph(node: Paragraph, context: Context): string {
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === "image" ? figure(only, context) : inlines(node.children, context);
}

function figure({ url, alt, title }: Image, { pictures }: Context): string {
  const path = `${pictures}/${url.split("/").at(-1)}`;
  const caption = title ? `, caption: [#${text(title)}]` : "";
  return `#figure(image(${literal(path)}, alt: ${literal(alt ?? "")})${caption}, alt: ${literal(alt ?? "")})`;
}

function list(node: List, context: Context): string {
  const items = node.children.map((item) => listItem(item, context)).join(", ");
  const tight = `tight: ${String(!node.spread)}`;
  if (node.children.some((item) => typeof item.checked === "boolean")) return `#checklist(${items})`;
  return node.ordered ? `#enum(${tight}, start: ${node.start ?? 1}, ${items})` : `#list(${tight}, ${items})`;
}

function listItem({ children }: ListItem, context: Context): string {
  return `[${blocks(children, context)}]`;
}

function setApart({ children }: Blockquote, context: Context): string {
  return `#aside[${blocks(children, context)}]`;
}

function table({ children: rows, align }: Table, context: Context): string {
  const cells = rows.map((row) => row.children.map((cell) => ({ source: `[${inlines(cell.children, context)}]`, length: lengthOf(cell.children) })));
  const columns = (cells[0] ?? []).map((_, column) => columnWidth(cells.map((row) => row[column]?.length ?? 0)));
  const [head, ...body] = cells.map((row) => row.map(({ source }) => source).join(", "));
  const aligned = columns.map((_, column) => typstAlign(align?.[column])).join(", ");
  return `#sheet((${columns.join(", ")},), (${aligned},), (${head},), ${body.join(",\n")})`;
}

/** A share of the line's width that grows with what the column holds, slower than it. */
function columnWidth(lengths: number[]): string {
  const widest = Math.max(...lengths, 4);
  return `${Math.round(Math.sqrt(Math.min(widest, 120)) * 10) / 10}fr`;
}

function typstAlign(align: AlignType | undefined): string {
  return align === "right" || align === "center" ? align : "left";
}

function lengthOf(nodes: readonly PhrasingContent[]): number {
  return toString({ type: "paragraph", children: [...nodes] }).length;
}

function inlines(nodes: readonly PhrasingContent[], context: Context): string {
  return nodes.map((node) => inline(node, context)).join("");
}

function inline(node: PhrasingContent, context: Context): string {
  switch (node.type) {
    case "text":
      return `#${text(node.value.replace(/\n/g, " "))};`;
    case "emphasis":
      return `#emph[${inlines(node.children, context)}];`;
    case "strong":
      return `#strong[${inlines(node.children, context)}];`;
    case "delete":
      return `#strike[${inlines(node.children, context)}];`;
    case "inlineCode":
      return `#raw(${literal(node.value)});`;
    case "break":
      return "#linebreak();";
    case "link":
      return `#link(${node.url.startsWith("#") ? `<${node.url.slice(1)}>` : literal(node.url)})[${inlines(node.children, context)}];`;
    case "footnoteReference":
      return `#footnote[${blocks(context.notes.get(node.identifier) ?? [], context)}];`;
    default:
      throw new Error(`a report cannot hold ${(node as Nodes).type} in a line (line ${node.position?.start.line})`);
  }
}

function text(value: string): string {
  return literal(frenchTypography(value));
}

/** A Typst string literal. */
function literal(value: string): string {
  return `"${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;
}
