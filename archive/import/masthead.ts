/**
 * The head of a letter: its title and its date, found in its first lines or in what its file says of it, and taken out of the text where they
 * only say that. A line that says more stays where it is.
 */
import type { RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { fold } from "../text/fold.ts";
import { isOnlyDate, letterDateIn } from "./dates.ts";
import { type LetterSource, lookOf, type TitleClue } from "./letterSource.ts";
import type { Rubric } from "../model.ts";
import { rubricOf } from "./rubrics.ts";

export interface Masthead {
  /** Null when nothing names the letter. */
  title: string | null;
  /** As the letter's own first lines or title say it. */
  date: string | null;
  /** The blocks without what was taken as title and date. */
  blocks: RootContent[];
}

/** As many blocks as a letter's head may have. */
const headSize = 10;

export function readMasthead(source: LetterSource, blocks: readonly RootContent[], rubrics: readonly Rubric[]): Masthead {
  const head = blocks.slice(0, headSize);
  const titleAt = titleIndex(source, blocks, rubrics);
  const own = titleAt === null ? null : lineOf(blocks[titleAt]);
  const clue = (...kinds: TitleClue["from"][]): string | null => source.titles.find(({ from }) => kinds.includes(from))?.text ?? null;
  const title = clue("front-matter") ?? own ?? clue("heading") ?? clue("meta") ?? clue("subject") ?? clue("page-title");
  const dateAt = head.findIndex((block, index) => index !== titleAt && isMastheadLine(block) && !isEntry(blocks, index) && letterDateIn(lineOf(block)) !== null && isBeforeSections(blocks, index, titleAt));
  const dateLine = dateAt < 0 ? null : lineOf(blocks[dateAt]);
  const date = (dateLine === null ? null : letterDateIn(dateLine)) ?? (title === null ? null : letterDateIn(title)) ?? dateInSubject(source);
  const dropped = new Set<number>();
  if (titleAt !== null && (own === title || sameWords(own ?? "", title ?? ""))) dropped.add(titleAt);
  if (dateLine !== null && isOnlyDate(dateLine)) dropped.add(dateAt);
  return { title, date, blocks: blocks.map((block, index) => (titleAt !== null && index < titleAt ? withoutLook(block) : block)).filter((_, index) => !dropped.has(index)) };
}

/** What stands over the title heads no section. */
function withoutLook(block: RootContent): RootContent {
  if (block.type !== "paragraph") return block;
  const { data: _look, ...plain } = block;
  return plain;
}

function dateInSubject({ titles }: LetterSource): string | null {
  const subject = titles.find(({ from }) => from === "subject" || from === "page-title" || from === "meta");
  return subject ? letterDateIn(subject.text) : null;
}

/** Where the letter's own title stands, or null. */
function titleIndex(source: LetterSource, blocks: readonly RootContent[], rubrics: readonly Rubric[]): number | null {
  const headings = blocks.flatMap((block, index) => (block.type === "heading" ? [{ index, depth: block.depth }] : []));
  const first = headings.find(({ index }) => index < headSize && !isOnlyDate(lineOf(blocks[index])));
  if (first) return isTitleHeading(source, blocks, headings, first, rubrics) ? first.index : titleLine(source, blocks.slice(0, first.index), rubrics);
  return titleLine(source, blocks, rubrics);
}

function isTitleHeading(source: LetterSource, blocks: readonly RootContent[], headings: readonly { index: number; depth: number }[], { index, depth }: { index: number; depth: number }, rubrics: readonly Rubric[]): boolean {
  const text = lineOf(blocks[index]);
  if (source.titles.some((title) => sameWords(title.text, text))) return true;
  if (rubricOf(text, rubrics) !== null) return false;
  const others = headings.filter((heading) => heading.index !== index && !isOnlyDate(lineOf(blocks[heading.index])));
  const isHighest = others.every((heading) => heading.depth > depth);
  const next = blocks[index + 1];
  const isEmpty = next === undefined || next.type === "heading" || (next.type === "paragraph" && letterDateIn(lineOf(next)) !== null);
  if (source.titles.some(({ from }) => from === "front-matter")) return false;
  if (isHighest) return depth === 1 || isEmpty || others.length >= 2 || isNamed(text);
  return isEmpty && (depth === 1 || isNamed(text)) && others.every((heading) => heading.depth >= depth);
}

/** In a letter without headings: its first line, when it is short and more than a section's. */
function titleLine(source: LetterSource, blocks: readonly RootContent[], rubrics: readonly Rubric[]): number | null {
  const first = blocks.findIndex((block) => block.type !== "thematicBreak");
  const second = blocks[first + 1];
  // "La Dérivation", then "Lettre d'information": the second line names the letter.
  const isSecond = lookOf(blocks[first] ?? nothing)?.size === null && second?.type === "paragraph" && lineOf(second).length <= 60 && isNamed(lineOf(second)) && !isNamed(lineOf(blocks[first])) && !isOnlyDate(lineOf(second)) && letterDateIn(lineOf(second)) === null && isMastheadLine(blocks[first]);
  const index = isSecond ? first + 1 : first;
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || !isMastheadLine(block)) return null;
  const text = lineOf(block);
  if (text.length > 100 || isOnlyDate(text) || rubricOf(text, rubrics) !== null || /[.,;:]$/.test(text) || isGreeting(text)) return null;
  const isRelated = source.titles.some((title) => sameWords(title.text, text));
  const isDated = next !== undefined && letterDateIn(lineOf(next)) !== null;
  const startsAlone = next !== undefined && lookOf(block) !== null && (next.type === "heading" || typeof lookOf(next)?.mark === "string");
  if (isRelated || isDated || startsAlone || isNamed(text)) return index;
  const look = lookOf(block);
  const isShown = look?.alone === true && (look.size === null || look.bold);
  return source.titles.length === 0 && isShown ? index : null;
}

const nothing: RootContent = { type: "thematicBreak" };

/** Words by which letters call themselves. */
function isNamed(text: string): boolean {
  return /\b(?:lettres?|infolettre|gazette|newsletter|bulletin|infos|flash|journal|edition|numero|issue|digest|chronique)\b|n[°ºo]\s*\d|#\d/.test(fold(text));
}

function isGreeting(text: string): boolean {
  return /^(?:bonjour|bonsoir|chers?|cheres?|salut|hello|dear|hi|madame|monsieur)\b/.test(fold(text));
}

/** One of several dates that each head what happened then: "Lundi 3 mai 2021", "Mardi 4 mai 2021"… */
function isEntry(blocks: readonly RootContent[], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  const hasBody = next !== undefined && (!isMastheadLine(next) || /[.!?…]$/.test(lineOf(next)));
  return hasBody && isOnlyDate(lineOf(block)) && blocks.some((other, at) => at > index && other.type === block?.type && isOnlyDate(lineOf(other)));
}

/** Only what stands before the letter's first body may date it. */
function isBeforeSections(blocks: readonly RootContent[], index: number, titleAt: number | null): boolean {
  const before = blocks.slice(titleAt !== null && titleAt < index ? titleAt + 1 : 0, index);
  const long = before.filter((block) => !isMastheadLine(block) && block.type !== "thematicBreak").length;
  const headings = before.filter((block) => block.type === "heading").length;
  return long <= 1 && headings === 0;
}

function isMastheadLine(block: RootContent | undefined): boolean {
  if (block?.type !== "heading" && block?.type !== "paragraph") return false;
  return lineOf(block).length <= 120;
}

function lineOf(block: RootContent | undefined): string {
  if (block?.type !== "heading" && block?.type !== "paragraph") return "";
  const texts = block.children.map((child) => (child.type === "break" ? " " : textOfNode(child)));
  return texts.join("").replace(/[ \t\n]+/g, " ").trim();
}

export function sameWords(one: string, other: string): boolean {
  const plain = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, " ").trim();
  return plain(one) !== "" && plain(one) === plain(other);
}
