/** A letter's source to its draft: cleaned, named, dated and cut into sections, with a note for each doubt. */
import type { RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import type { DraftSection, LetterDraft } from "../draft.ts";
import { type Answer, fail, type Rubric, succeed } from "../model.ts";
import { cleanBlocks } from "./cleanBlocks.ts";
import { dateInFileName } from "./dates.ts";
import { findHeadings, type Headed } from "./headings.ts";
import type { LetterSource } from "./letterSource.ts";
import { readMasthead } from "./masthead.ts";
import type { Notes } from "./notes.ts";
import { rubricOf } from "./rubrics.ts";

export interface DraftContext {
  /** The file's name, which helps to name and date. */
  file: string;
  rubrics: readonly Rubric[];
}

/** Fails with `letter-empty` when nothing readable is left. */
export function letterDraft(source: LetterSource, { file, rubrics }: DraftContext): Answer<LetterDraft> {
  const { notes } = source;
  const cleaned = cleanBlocks(source.blocks, notes);
  const masthead = readMasthead(source, cleaned, rubrics);
  const headed = findHeadings(masthead.blocks, rubrics);
  const { opening, sections } = cut(headed, rubrics, notes);
  if (!hasWords(opening) && sections.every(({ title, blocks }) => title === "" && !hasWords(blocks)) && source.attachments.length === 0) return fail("letter-empty");
  if (sections.length === 0) notes.add("no-heading");
  if (headed.guessed) notes.add("headings-guessed", sections.map(({ title }) => title).join(", "));
  return succeed({
    kind: "letter",
    title: masthead.title ?? fileTitle(file, notes),
    date: dateOf(source, masthead.date, file),
    authors: [...new Set(source.authors.map((author) => author.trim()).filter((author) => author !== ""))],
    publisher: source.publisher,
    opening,
    sections,
    pictures: source.pictures,
    attachments: source.attachments,
    notes: notes.list(),
  });
}

/** Front matter first, then the letter's own words, then what a machine wrote. */
function dateOf({ dates, notes }: LetterSource, own: string | null, file: string): string | null {
  const clue = (kind: string): string | null => dates.find(({ from }) => from === kind)?.date ?? null;
  const told = clue("front-matter") ?? own ?? clue("meta");
  if (told !== null) return told;
  const named = dateInFileName(file);
  if (named !== null) {
    notes.add("date-from-file-name", named);
    return named;
  }
  const sent = clue("mail");
  if (sent !== null) notes.add("date-from-mail", sent);
  else notes.add("no-date");
  return sent;
}

function fileTitle(file: string, notes: Notes): string {
  const base = file.split(/[\\/]/).findLast((part) => /\p{L}/u.test(part)) ?? file;
  const title = base.replace(/\.[a-z0-9]{1,8}$/i, "").replace(/[_-]+/g, " ").trim() || base || "?";
  notes.add("no-title", title);
  return title;
}

function cut({ blocks, starts }: Headed, rubrics: readonly Rubric[], notes: Notes): { opening: RootContent[]; sections: DraftSection[] } {
  const opening: RootContent[] = [];
  const sections: (DraftSection & { depth: number })[] = [];
  for (const [index, block] of blocks.entries()) {
    const section = sections.at(-1);
    if (block.type === "heading" && starts.has(index)) sections.push({ ...startSection(textOfNode(block), rubrics, notes), depth: block.depth });
    else (section?.blocks ?? opening).push(block.type === "heading" ? { ...block, depth: innerDepth(block.depth, section?.depth ?? 2) } : block);
  }
  return { opening: tidy(opening), sections: sections.map(({ title, rubric, blocks }) => ({ title, rubric, blocks: tidy(blocks) })) };
}

function innerDepth(depth: number, section: number): 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(3, 3 + depth - section - 1)) as 3 | 4 | 5 | 6;
}

function startSection(text: string, rubrics: readonly Rubric[], notes: Notes): DraftSection {
  const title = text.replace(/[ \t\n]+/g, " ").trim();
  const found = rubricOf(title, rubrics);
  if (found?.isNew) notes.add("new-rubric", found.rubric.title);
  return { title, rubric: found?.rubric ?? null, blocks: [] };
}

/** Without rules at the ends, positions and what the import wrote beside the nodes. */
function tidy(blocks: readonly RootContent[]): RootContent[] {
  const isRule = (block: RootContent | undefined): boolean => block?.type === "thematicBreak";
  const kept = blocks.filter((block, index) => !isRule(block) || (index > 0 && !isRule(blocks[index - 1])));
  while (isRule(kept.at(-1))) kept.pop();
  while (isRule(kept[0])) kept.shift();
  return kept.map(bare);
}

function bare(node: RootContent): RootContent {
  delete node.position;
  delete node.data;
  if ("children" in node) for (const child of node.children) bare(child);
  return node;
}

function hasWords(blocks: readonly RootContent[]): boolean {
  return blocks.some((block) => block.type === "image" || block.type === "table" || /[\p{L}\p{N}]/u.test(textOfNode(block)));
}
