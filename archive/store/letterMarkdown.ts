/**
 * A letter as the Markdown that `letterFile.ts` reads: what is written reads again as the same titles, ids, rubrics and texts. Definitions of links and
 * footnotes stand at the end of the file; those of two sections that share a name are told apart first.
 */
import type { Definition, Delete, Emphasis, FootnoteDefinition, Heading, Nodes, Parents, RootContent, Strong } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { stringify } from "yaml";
import { openingId } from "../letterSection.ts";
import { SlugId } from "../model.ts";
import { slugOf } from "../text/fold.ts";
import type { LetterFrontMatter, LetterSource, SectionSource } from "./letterFile.ts";
import { plainTitle } from "../text/plainTitle.ts";

/** What a section is made of before it has an id. */
export interface SectionText {
  title: string;
  /** Its rubric's id. */
  rubric: string | null;
  blocks: readonly RootContent[];
}

export interface IdentifiedSection extends SectionText {
  id: string;
}

export interface LetterText {
  frontMatter: LetterFrontMatter;
  opening: readonly RootContent[];
  sections: readonly IdentifiedSection[];
}

const writer = unified().use(remarkStringify, { bullet: "-", rule: "-", fences: true, resourceLink: true }).use(remarkGfm);

/** The Markdown, and what it reads as: `readLetterSource` would give the same parts again, in more time than all the rest of an import takes. */
export function composeLetter({ frontMatter, opening, sections }: LetterText): { markdown: string; source: LetterSource } {
  const names = new Names();
  const [before, ...parts] = [opening, ...sections.map(({ blocks }) => blocks)].map((blocks) => names.takeIn(blocks));
  const definitions = [before, ...parts].flatMap((part) => part?.definitions ?? []);
  const cut = sections.map(({ id, title, rubric }, index): SectionSource => ({ id, title, rubric, line: 1, blocks: parts[index]?.blocks ?? [] }));
  const blocks = [...(before?.blocks ?? []), ...cut.flatMap((section) => [headingOf(section), ...section.blocks])];
  const markdown = `${frontMatterMarkdown(frontMatter)}\n\n${writer.stringify({ type: "root", children: [...blocks, ...definitions] })}`;
  return { markdown, source: { frontMatter, opening: before?.blocks ?? [], sections: cut, definitions } };
}

/** Between its two lines of `---`, without a line's end after the second. */
export function frontMatterMarkdown({ title, date, authors }: LetterFrontMatter): string {
  return `---\n${stringify({ title: plainTitle(title), ...(date !== null && { date }), ...(authors.length > 0 && { authors }) }, { lineWidth: 0 })}---`;
}

/** A section's heading; without an id, one inside a section. */
export function headingMarkdown({ title, id, rubric }: { title: string; id?: string; rubric?: string | null }): string {
  const node = id === undefined ? innerHeading(title) : headingOf({ title: plainTitle(title), id, rubric: rubric ?? null });
  return writer.stringify({ type: "root", children: [node] }).trimEnd();
}

function innerHeading(title: string): Heading {
  return { type: "heading", depth: 3, children: [{ type: "text", value: plainTitle(title) }] };
}

/** Sections with an id each: that of `taken`, or made from the title, or from the rubric where it has no letter; no two alike. */
export function identify<Section extends SectionText & { id?: string }>(sections: readonly Section[]): (Section & IdentifiedSection)[] {
  const taken = new Set([openingId, ...sections.flatMap(({ id }) => (id === undefined ? [] : [id]))]);
  return sections.map((section, index) => {
    const title = plainTitle(section.title) || `§ ${index + 1}`;
    if (section.id !== undefined) return { ...section, title, id: section.id };
    const id = freeId(shortSlug(title) || section.rubric || `section-${index + 1}`, taken);
    taken.add(id);
    return { ...section, title, id };
  });
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

const longestSlug = 60;

/** A title as a part of an id, cut between two words when it is long. */
export function shortSlug(title: string): string {
  const slug = slugOf(title);
  if (slug.length <= longestSlug) return slug;
  const cut = slug.slice(0, longestSlug + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : slug.slice(0, longestSlug);
}

function headingOf({ title, id, rubric }: Omit<IdentifiedSection, "blocks">): Heading {
  for (const each of [id, ...(rubric === null ? [] : [rubric])]) SlugId.parse(each);
  const attributes = [`#${id}`, ...(rubric === null ? [] : [`.${rubric}`])].join(" ");
  return { type: "heading", depth: 2, children: [{ type: "text", value: `${title} {${attributes}}` }] };
}

interface Part {
  blocks: RootContent[];
  definitions: (Definition | FootnoteDefinition)[];
}

/** Names of link and footnote definitions: the file has them all in one place, each part of a draft has its own. */
class Names {
  readonly #taken = new Set<string>();

  /** A part's blocks and definitions, copied, with names that no part before it uses. Headings are brought below those of sections. */
  takeIn(blocks: readonly RootContent[]): Part {
    const renamed = new Map<string, string>();
    const copies = blocks.filter(({ type }) => type !== "yaml" && type !== "html").map((block) => structuredClone(block));
    for (const copy of copies) tidy(copy);
    for (const copy of copies) visit(copy, (node) => this.#note(node, renamed));
    for (const copy of copies) visit(copy, (node) => rename(node, renamed));
    for (const copy of copies) if (copy.type === "heading" && copy.depth < 3) copy.depth = 3;
    for (const name of renamed.values()) this.#taken.add(name);
    const isDefinition = (node: RootContent): node is Definition | FootnoteDefinition => node.type === "definition" || node.type === "footnoteDefinition";
    return { blocks: copies.filter((node) => !isDefinition(node)), definitions: copies.filter(isDefinition) };
  }

  #note(node: Nodes, renamed: Map<string, string>): void {
    if (node.type !== "definition" && node.type !== "footnoteDefinition") return;
    const key = keyOf(node);
    if (!renamed.has(key)) renamed.set(key, freeId(key, this.#taken));
  }
}

/** Links and footnotes have names of their own; CommonMark, 6.3: names match without regard to case. */
function keyOf({ type, identifier }: { type: string; identifier: string }): string {
  return `${type.startsWith("footnote") ? "^" : ""}${identifier.toLowerCase()}`;
}

function rename(node: Nodes, renamed: ReadonlyMap<string, string>): void {
  if (!("identifier" in node)) return;
  const name = renamed.get(keyOf(node))?.replace(/^\^/, "");
  if (name === undefined || name === node.identifier.toLowerCase()) return;
  Object.assign(node, { identifier: name, label: name }, (node.type === "linkReference" || node.type === "imageReference") && { referenceType: "full" });
}

/** Takes away what Markdown cannot say: line breaks at an edge or in code, emphasis, links and code of nothing, and what ends where its like begins. */
function tidy(node: Nodes): void {
  if (node.type === "inlineCode") node.value = node.value.replace(/\s*[\r\n]\s*/g, " ");
  if (!("children" in node)) return;
  for (const child of node.children) tidy(child);
  if (!isInline(node)) return;
  const parts = node.children.flatMap(withoutEdges).filter((part) => !isNothing(part));
  const kept: Nodes[] = [];
  for (const child of parts.flatMap((part, index): Nodes[] => (isUnsayable(part, parts[index - 1], parts[index + 1]) ? part.children : [part]))) {
    // A line that is broken already is not broken again, which would end the paragraph.
    if (child.type === "text" && (kept.length === 0 ? isParagraph(node) : kept.at(-1)?.type === "break")) child.value = child.value.trimStart();
    if (!isNothing(child) && !joinAlike(kept.at(-1), child)) kept.push(child);
  }
  while (kept.at(-1)?.type === "break") kept.pop();
  while (kept[0]?.type === "break") kept.shift();
  const last = kept.at(-1);
  if (last?.type === "text" && isParagraph(node)) last.value = last.value.trimEnd();
  node.children = kept as never;
}

/**
 * Beside a letter or another emphasis, the signs of an emphasis that begins or ends with no letter or digit are not read as such (CommonMark, 6.2, the
 * rules of flanking). The writer would spell the letter as a code, and half of it where it lies beyond the first 65,536. Such an emphasis is left out,
 * its words are not.
 */
function isUnsayable(node: Nodes, before: Nodes | undefined, after: Nodes | undefined): node is Emphasis | Strong | Delete {
  if (!isEmphasis(node)) return false;
  const text = textOf(node);
  const isHeldBefore = before !== undefined && ((isEmphasis(before) && before.type !== node.type) || /[\p{L}\p{N}\u{10000}-\u{10FFFF}]$/u.test(textOf(before)));
  const isHeldAfter = after !== undefined && ((isEmphasis(after) && after.type !== node.type) || /^[\p{L}\p{N}\u{10000}-\u{10FFFF}]/u.test(textOf(after)));
  return (isHeldBefore && !/^[\p{L}\p{N}]/u.test(text)) || (isHeldAfter && !/[\p{L}\p{N}]$/u.test(text));
}

/** Spaces at the edges of emphasis stand outside of it: inside, they would keep it from being read as such. */
function withoutEdges(node: Nodes): Nodes[] {
  if (!isEmphasis(node)) return [node];
  const [first, last] = [node.children[0], node.children.at(-1)];
  const before = first?.type === "text" ? (/^\s+/.exec(first.value)?.[0] ?? "") : "";
  if (first?.type === "text") first.value = first.value.slice(before.length);
  const after = last?.type === "text" ? (/\s+$/.exec(last.value)?.[0] ?? "") : "";
  if (last?.type === "text") last.value = last.value.slice(0, last.value.length - after.length);
  node.children = node.children.filter((child) => !isNothing(child));
  return [{ type: "text", value: before }, node, { type: "text", value: after }];
}

function isEmphasis(node: Nodes): node is Emphasis | Strong | Delete {
  return node.type === "emphasis" || node.type === "strong" || node.type === "delete";
}

function isNothing(node: Nodes): boolean {
  if ("children" in node) return node.children.length === 0;
  return node.type === "inlineCode" ? node.value.trim() === "" : node.type === "text" && node.value === "";
}

/** Two stretches of text, code, or one emphasis side by side are one. */
function joinAlike(before: Nodes | undefined, node: Nodes): boolean {
  if (before?.type !== node.type) return false;
  if ((node.type === "inlineCode" || node.type === "text") && "value" in before) {
    before.value += node.value;
    return true;
  }
  if (!isEmphasis(node) || !isEmphasis(before)) return false;
  before.children.push(...node.children);
  return true;
}

function isParagraph({ type }: Nodes): boolean {
  return type === "paragraph" || type === "heading";
}

/** Whether a node holds words and not blocks. */
function isInline(node: Parents): boolean {
  return ["paragraph", "heading", "emphasis", "strong", "delete", "link", "linkReference", "tableCell"].includes(node.type);
}

function visit(node: Nodes, each: (node: Nodes) => void): void {
  each(node);
  if ("children" in node) for (const child of node.children) visit(child, each);
}
