/**
 * The stored form of a letter: Markdown with YAML front matter, one `##` heading a section, its id and rubric in Pandoc's
 * heading attributes (`## Title {#id .rubric}`). What does not fit is
 * refused with a line number; nothing is guessed here.
 */
import type { Definition, FootnoteDefinition, Heading, Nodes, Root, RootContent } from "mdast";
import { z } from "zod";
import { openingId } from "../letterSection.ts";
import { type Answer, fail, type Letter, type Opening, type Section, SlugId, succeed } from "../model.ts";
import { parseMarkdown, picturesOf, plainText, toHypertext } from "../text/hypertext.ts";
import { FileProblem, FrontMatterDate, readFrontMatter, readHeading } from "./markdownFile.ts";

export const LetterFrontMatter = z.strictObject({
  title: z.string().min(1),
  /** Absent when nobody knows it. */
  date: FrontMatterDate.nullable().default(null),
  authors: z.array(z.string()).default([]),
});
export type LetterFrontMatter = z.infer<typeof LetterFrontMatter>;

/** A section as it stands in the file; `line` counts from 1. */
export interface SectionSource {
  id: string;
  title: string;
  rubric: string | null;
  line: number;
  blocks: RootContent[];
}

export interface LetterSource {
  frontMatter: LetterFrontMatter;
  opening: RootContent[];
  sections: SectionSource[];
  definitions: (Definition | FootnoteDefinition)[];
}

/** Of quotations, lists and emphasis in one another. What follows the parser recurses, and how far the stack goes is not the same each time. */
const mostLevels = 800;

/** Takes a letter's file apart. Throws a FileProblem for front matter that is missing or does not fit, or two sections of one id. */
export function readLetterSource(markdown: string): LetterSource {
  const tree = parseMarkdown(markdown);
  if (isDeeperThan(tree, mostLevels)) throw new FileProblem("nested too deeply", 1);
  const frontMatter = readFrontMatter(tree, LetterFrontMatter);
  const blocks = tree.children.filter((node) => !isDefinition(node) && node.type !== "yaml");
  const first = blocks.findIndex(isSectionHeading);
  return {
    frontMatter,
    opening: first < 0 ? blocks : blocks.slice(0, first),
    sections: readSections(first < 0 ? [] : blocks.slice(first)),
    definitions: tree.children.filter(isDefinition),
  };
}

/**
 * A letter from its file's text; the failure `letter-damaged` says what is wrong and on which line. The file does not say which letter it is; unless it
 * was moved, it is in the collection that its id begins with.
 */
export function parseLetter(markdown: string, id: string, collection = id.slice(0, id.indexOf("/"))): Answer<Letter> {
  try {
    return succeed(assembleLetter(readLetterSource(markdown), id, collection));
  } catch (error) {
    if (error instanceof FileProblem) return fail("letter-damaged", { subject: id, detail: `line ${error.line}: ${error.message}` });
    // The Markdown parser and what follows it recurse: thousands of quotations in one another exhaust the stack.
    if (error instanceof RangeError) return fail("letter-damaged", { subject: id, detail: "line 1: nested too deeply" });
    throw error;
  }
}

/** A letter from the parts of its file. May throw a RangeError for what is nested too deeply. */
export function assembleLetter(source: LetterSource, id: string, collection: string): Letter {
  const sections = source.sections.map((section) => assembleSection(section, source.definitions));
  const opening = source.opening.length > 0 ? assembleOpening(source) : null;
  return {
    head: {
      kind: "letter",
      id,
      collection,
      ...source.frontMatter,
      sections: sections.map(({ id: section, title, rubric }) => ({ id: section, title, rubric })),
    },
    opening,
    sections,
    pictures: [...(opening ? picturesOf(opening.content) : []), ...sections.flatMap((section) => picturesOf(section.content))],
  };
}

function assembleOpening(source: LetterSource): Opening {
  const content = toHypertext(source.opening, source.definitions, openingId);
  return { content, text: plainText(content) };
}

function assembleSection({ id, title, rubric, blocks }: SectionSource, definitions: LetterSource["definitions"]): Section {
  const content = toHypertext(blocks, definitions, id);
  return { id, title, rubric, content, text: plainText(content) };
}

function readSections(blocks: RootContent[]): SectionSource[] {
  const sections: SectionSource[] = [];
  for (const block of blocks) {
    if (isSectionHeading(block)) sections.push(startSection(block, sections));
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function startSection(heading: Heading, before: SectionSource[]): SectionSource {
  const line = heading.position?.start.line ?? 1;
  const { title, id, class: rubric } = readHeading(heading);
  if (title === "") throw new FileProblem("a section has no title", line);
  if (id === "") throw new FileProblem(`the section "${title}" needs an id of its own: ## Title {#id}`, line);
  const unfit = [id, rubric ?? id].find((each) => !SlugId.safeParse(each).success);
  if (unfit !== undefined) throw new FileProblem(`"${unfit}" cannot be an id: only a-z, 0-9 and hyphens between them`, line);
  if (id === openingId) throw new FileProblem(`the id "${id}" is kept for what stands before the first section`, line);
  if (before.some((section) => section.id === id)) throw new FileProblem(`two sections have the id "${id}"`, line);
  return { id, title, rubric, line, blocks: [] };
}

/** Inside a section, headings begin at the third level. */
export function isSectionHeading(node: RootContent): node is Heading {
  return node.type === "heading" && node.depth <= 2;
}

function isDefinition(node: RootContent): node is Definition | FootnoteDefinition {
  return node.type === "definition" || node.type === "footnoteDefinition";
}

/** Level by level, so that no depth exhausts the stack. */
function isDeeperThan(root: Root, levels: number): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((node): Nodes[] => ("children" in node ? node.children : []));
  }
  return false;
}
