/**
 * Corrections of a letter's file that touch nothing else in it: its front matter, or one heading, is written anew in its place. Each throws a FileProblem for
 * a file that is no letter.
 */
import type { Heading } from "mdast";
import { parseMarkdown } from "../text/hypertext.ts";
import { headingMarkdown, frontMatterMarkdown, identify } from "./letterMarkdown.ts";
import { isSectionHeading, type LetterFrontMatter, readLetterSource, type SectionSource } from "./letterFile.ts";
import { readHeading } from "./markdownFile.ts";

/** With other front matter. */
export function withFrontMatter(markdown: string, change: Partial<LetterFrontMatter>): string {
  const { frontMatter } = readLetterSource(markdown);
  const end = parseMarkdown(markdown).children[0]?.position?.end.offset ?? 0;
  return `${frontMatterMarkdown({ ...frontMatter, ...change })}${markdown.slice(end)}`;
}

/** With another title or rubric of a section, which keeps its id. Null when the letter has no such section. */
export function withSection(markdown: string, id: string, change: Partial<Pick<SectionSource, "title" | "rubric">>): string | null {
  const section = readLetterSource(markdown).sections.find((each) => each.id === id);
  const heading = section && headingOf(markdown, id);
  return heading ? replaced(markdown, heading, headingMarkdown({ ...section, ...change })) : null;
}

/** A section's heading becomes one inside the section above, or inside what stands before the first one. */
export function withoutSection(markdown: string, id: string): { markdown: string; above: string | null } | null {
  const { sections } = readLetterSource(markdown);
  const at = sections.findIndex((section) => section.id === id);
  const section = sections[at];
  const heading = section && headingOf(markdown, id);
  if (!heading) return null;
  return { markdown: replaced(markdown, heading, headingMarkdown({ title: section.title })), above: sections[at - 1]?.id ?? null };
}

/** The n-th heading inside a section, from 0, becomes that of a section of its own. */
export function withSplit(markdown: string, id: string, heading: number): { markdown: string; made: string } | null {
  const { sections } = readLetterSource(markdown);
  const section = sections.find((each) => each.id === id);
  const inner = section?.blocks.filter((block) => block.type === "heading")[heading];
  if (!section || !inner) return null;
  const title = readHeading(inner).title;
  const made = identify([...sections, { title, rubric: null, blocks: [] }]).at(-1);
  return made ? { markdown: replaced(markdown, inner, headingMarkdown(made)), made: made.id } : null;
}

function headingOf(markdown: string, id: string): Heading | undefined {
  return parseMarkdown(markdown).children.filter(isSectionHeading).find((heading) => readHeading(heading).id === id);
}

function replaced(markdown: string, { position }: Heading, by: string): string {
  if (position?.start.offset === undefined || position.end.offset === undefined) throw new Error("a heading that was read has no place");
  return markdown.slice(0, position.start.offset) + by + markdown.slice(position.end.offset);
}
