/**
 * Which blocks head the sections of a letter. True headings are believed, at whatever level they start; without them, paragraphs that look like
 * headings: larger or bold lines, short lines between blanks, underlined, numbered or capital ones. What is not chosen stays a paragraph.
 */
import type { Heading, Paragraph, RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import type { Rubric } from "../model.ts";
import { fold } from "../text/fold.ts";
import { type Look, lookOf } from "./letterSource.ts";
import { rubricOf } from "./rubrics.ts";

export interface Headed {
  blocks: RootContent[];
  /** Indexes of the headings that begin a section. */
  starts: ReadonlySet<number>;
  /** Headings were recognised by their form alone. */
  guessed: boolean;
}

const longHeading = 250;

/** Blocks whose headings are certain, those that head sections named. `known` are rubrics that a short line may be the name of. */
export function findHeadings(source: readonly RootContent[], known: readonly Rubric[]): Headed {
  const blocks = source.map((block) => (block.type === "heading" && textOfNode(block).length > longHeading ? asParagraph(block) : block)).filter((block) => block.type !== "heading" || textOfNode(block).trim() !== "");
  const headings = blocks.filter((block) => block.type === "heading").length;
  if (headings < 2) {
    const guessed = guessHeadings(blocks, known);
    if (guessed.count > headings) return { blocks: guessed.blocks, starts: sectionStarts(guessed.blocks), guessed: true };
  }
  return { blocks, starts: sectionStarts(blocks), guessed: false };
}

/** Headings that stand under no other: a deeper one before the first of a higher level begins a section of its own. */
function sectionStarts(blocks: readonly RootContent[]): ReadonlySet<number> {
  const headings = blocks.flatMap((block, index) => (block.type === "heading" ? [{ index, depth: block.depth }] : []));
  const top = Math.min(...headings.map(({ depth }) => depth));
  // A single higher heading at the beginning names the whole; the level below it names the parts.
  const isRoof = headings.length > 2 && headings[0]?.depth === top && headings.filter(({ depth }) => depth === top).length === 1;
  const starts = new Set<number>();
  let current = Number.POSITIVE_INFINITY;
  for (const [position, { index, depth }] of headings.entries()) {
    if (depth > current) continue;
    starts.add(index);
    current = isRoof && position === 0 ? Number.POSITIVE_INFINITY : depth;
  }
  return starts;
}

function asParagraph({ children }: Heading): Paragraph {
  return { type: "paragraph", children };
}

interface Candidate {
  index: number;
  key: string;
  /** Higher comes first. */
  rank: number;
  /** Something to head follows. */
  hasBody: boolean;
  isRubric: boolean;
}

const markRanks: Record<string, number> = { "hash-1": 100, "underline-1": 95, "hash-2": 90, stars: 85, caps: 80, "underline-2": 75, "hash-3": 72, dashes: 70, numbered: 60, rubric: 55, short: 50 };

function guessHeadings(blocks: readonly RootContent[], known: readonly Rubric[]): { blocks: RootContent[]; count: number } {
  const base = baseSize(blocks);
  const candidates = blocks.flatMap((block, index) => candidate(blocks, index, block, base, known));
  const keys = [...new Set(candidates.map(({ key }) => key))];
  const end = lastBody(blocks, candidates);
  const groups = keys.map((key) => candidates.filter((each) => each.key === key && each.index < end)).filter(isGood).sort((a, b) => (b[0]?.rank ?? 0) - (a[0]?.rank ?? 0));
  const depths = new Map<number, Heading["depth"]>();
  for (const [position, group] of groups.entries()) {
    // Below the first group only what is clearly marked is a heading; "short lines" then are short lines.
    if (position > 0 && (group[0]?.rank ?? 0) < 55) continue;
    for (const { index } of group) depths.set(index, Math.min(6, position + 2) as Heading["depth"]);
  }
  const starts = [...depths.values()].filter((depth) => depth === 2).length;
  return { blocks: blocks.map((block, index) => asHeading(block, depths.get(index))), count: starts };
}

/** Nothing is headed by what stands last: a signature, a name. */
function lastBody(blocks: readonly RootContent[], candidates: readonly Candidate[]): number {
  const lines = new Set(candidates.map(({ index }) => index));
  return blocks.findLastIndex((block, index) => !lines.has(index) && block.type !== "thematicBreak");
}

function isGood(group: readonly Candidate[]): boolean {
  return group.filter(({ hasBody }) => hasBody).length >= 2 || group.some(({ isRubric, hasBody }) => isRubric && hasBody);
}

function asHeading(block: RootContent, depth: Heading["depth"] | undefined): RootContent {
  if (depth === undefined || block.type !== "paragraph") return block;
  const children = unwrapped(block.children);
  // A picture's description stands for it, without the brackets that say so.
  if (lookOf(block)?.picture === true) return { type: "heading", depth, children: [{ type: "text", value: textOfNode(block).replace(/^\[|\]$/g, "") }] };
  return { type: "heading", depth, children };
}

/** All of a heading is bold or slanted: it need not be said. */
function unwrapped(children: Paragraph["children"]): Paragraph["children"] {
  const only = children.length === 1 ? children[0] : undefined;
  return only?.type === "strong" || only?.type === "emphasis" ? unwrapped(only.children) : children;
}

function candidate(blocks: readonly RootContent[], index: number, block: RootContent, base: number, known: readonly Rubric[]): Candidate[] {
  const look = lookOf(block);
  if (!look || block.type !== "paragraph" || block.data?.margin === true) return [];
  const text = textOfNode(block).trim();
  const style = styleOfHeading(look, text, block, base);
  if (!style || !isHeadingText(text, style.rank)) return [];
  const next = blocks[index + 1];
  const hasBody = next !== undefined && !(lookOf(next) && next.type === "paragraph" && styleOfHeading(lookOf(next) as Look, textOfNode(next).trim(), next, base)?.key === style.key && isHeadingText(textOfNode(next).trim(), style.rank));
  return [{ index, ...style, hasBody, isRubric: rubricOf(text, known) !== null }];
}

function styleOfHeading(look: Look, text: string, block: Paragraph, base: number): { key: string; rank: number } | null {
  if (look.mark !== null) return { key: look.mark, rank: markRanks[look.mark] ?? 50 };
  if (look.size === null || block.children.some((child) => child.type === "break")) return null;
  const size = Math.round(look.size);
  const isLink = block.children.every((child) => child.type === "link" || (child.type === "text" && child.value.trim() === ""));
  if (look.picture) return text.length <= 50 ? { key: "picture", rank: 40 } : null;
  if (size >= base * 1.1 && !(isLink && !look.bold && size < base * 1.3)) return { key: `size-${size}-${look.bold}`, rank: 60 + Math.min(60, size) + (look.bold ? 0.5 : 0) };
  if (!look.bold || isLink || size < base * 0.8) return null;
  return { key: `bold-${size}`, rank: 56 + size / 100 };
}

const courtesies = /^(?:bonjour|bonsoir|chers?\b|cheres?\b|salut|hello|dear|hi\b|madame|monsieur|bonne (?:lecture|journee|semaine|soiree|annee|rentree|fin)|belle (?:journee|lecture|semaine|soiree)|bel ete|bonnes? (?:vacances|fetes)|a bientot|a tres (?:vite|bientot)|au plaisir|cordialement|bien cordialement|amicalement|amities|solidairement|fraternellement|bien a vous|merci|l'equipe|lire la suite|en savoir plus|read more|learn more|regards|best|see you|enjoy|thank|je m'inscris|s'inscrire|inscription$|cliquez|telecharger|voir (?:le|la|les|tout)|plus d'info)/;

/** Short, without the end of a sentence, and no greeting. */
function isHeadingText(text: string, rank: number): boolean {
  if (text === "" || text.length > 110 || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (/[,;]$/.test(text) || (/[.:…]$/.test(text) && rank < 56) || /[^.]\.$/.test(text)) return false;
  if (text.split(/\s+/).length > 16 || /^(?:https?:|www\.)\S+$/.test(text) || /^[^\s@]+@\S+$/.test(text)) return false;
  return !courtesies.test(fold(text).replace(/^[^a-z]+/, ""));
}

/** The size that most of the text has. */
function baseSize(blocks: readonly RootContent[]): number {
  const lengths = new Map<number, number>();
  for (const block of blocks) {
    const look = lookOf(block);
    if (look?.size && !look.bold) lengths.set(look.size, (lengths.get(look.size) ?? 0) + textOfNode(block).length);
  }
  const [most] = [...lengths].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 16;
}
