/**
 * Where a paragraph is, said so that it is found again after the letter changed: its first words above all, its number among the blocks of
 * its section only for want of them. Words are compared folded, without punctuation: a text set or spelled otherwise begins the same.
 */
import { fold } from "./fold.ts";

export interface ParagraphAddress {
  /** Id of its section; null in what stands before the first one. */
  section: string | null;
  /** From 0, among the blocks of the section's body. */
  index: number;
  /** Its first words, folded; empty when it has none. */
  start: string;
}

/** Words that tell a paragraph from its neighbours, as a rule. */
const wordsKept = 8;
const longestStart = 100;

/** The address of a block among those of its section's body. */
export function addressOf(section: string | null, blocks: readonly string[], index: number): ParagraphAddress {
  return { section, index, start: startOf(blocks[index] ?? "") };
}

/** The index of the block that an address means: the one that begins with its words, wherever it moved, or else the one nearest to its number. Null without any block. */
export function findParagraph(blocks: readonly string[], { index, start }: Pick<ParagraphAddress, "index" | "start">): number | null {
  if (blocks.length === 0) return null;
  const nearest = Math.min(Math.max(Math.trunc(index) || 0, 0), blocks.length - 1);
  const wanted = wordsIn(start);
  return wanted === "" ? nearest : (findByWords(blocks, nearest, wanted) ?? nearest);
}

/** The first words of a text, folded, with a space between them. */
export function startOf(text: string): string {
  const words = wordsIn(text).split(" ").slice(0, wordsKept).join(" ");
  if (words.length <= longestStart) return words;
  const whole = words.lastIndexOf(" ", longestStart);
  return words.slice(0, whole > 0 ? whole : longestStart);
}

/** Whether the words of a start stand somewhere in a text, one after the other. */
export function holdsStart(text: string, start: string): boolean {
  const wanted = wordsIn(start);
  return wanted !== "" && ` ${wordsIn(text)} `.includes(` ${wanted} `);
}

/** A block of the very start counts before one that goes on from it, and this one before one that has the words inside, having been joined to another. */
function findByWords(blocks: readonly string[], nearest: number, wanted: string): number | null {
  const near = blocks.map((_, at) => at).sort((one, other) => Math.abs(one - nearest) - Math.abs(other - nearest));
  const rules = [
    (block: string) => startOf(block) === wanted,
    (block: string) => `${wordsIn(block)} `.startsWith(`${wanted} `),
    (block: string) => holdsStart(block, wanted),
  ];
  for (const rule of rules) {
    const found = near.find((at) => rule(blocks[at] ?? ""));
    if (found !== undefined) return found;
  }
  return null;
}

function wordsIn(text: string): string {
  return fold(text).match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? "";
}
