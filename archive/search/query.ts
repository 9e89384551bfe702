/**
 * What was typed, understood: words, "exact phrases", -exclusions, alternatives (OR, OU) and filters (rubrique:lecture). Nothing typed is an
 * error: what is not understood is read as words. Each part keeps its place in what was typed, so that it can be shown and taken out again.
 */
import { stopWords } from "../text/stopWords.ts";
import { fold } from "../text/fold.ts";
import { wholeWords } from "../text/terms.ts";
import { type Word, words } from "../text/words.ts";
import { type Filter, readFilter } from "./filter.ts";

interface Part {
  /** UTF-16 offsets into what was typed, the end excluded. */
  from: number;
  to: number;
  /** As typed, without quotes, hyphen or filter's name. */
  text: string;
  isExcluded: boolean;
  /** Joined by OR to the part before it. */
  isAlternative: boolean;
}

export interface WordPart extends Part {
  kind: "word";
  word: Word;
  /** Still being typed: what begins with it answers too. */
  isPrefix: boolean;
  /** Dropped when other words say more. */
  isStopWord: boolean;
  /** A word of several parts, part by part: it may be written without its hyphens. Empty for a simple word. */
  apart: readonly Word[];
}

export interface PhrasePart extends Part {
  kind: "phrase";
  /** In order, stop words kept. */
  words: readonly Word[];
}

export interface FilterPart extends Part {
  kind: "filter";
  filter: Filter;
}

export type QueryPart = WordPart | PhrasePart | FilterPart;

export interface Query {
  /** As typed, without the spaces around it. */
  text: string;
  parts: QueryPart[];
}

const quotes: Record<string, string> = { '"': '"', "“": "”", "«": "»", "„": "“" };
/** Longer than anything a person types: the rest is not read. */
const longest = 1000;

/** Reads what was typed. The last word counts as unfinished unless something follows it. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, longest);
  const parts: QueryPart[] = [];
  let at = 0;
  let isAlternative = false;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    at = token.to;
    if (isOr(text, token, parts)) {
      isAlternative = true;
      continue;
    }
    parts.push(...partsOf(token, isAlternative, text.length));
    isAlternative = false;
  }
  return { text: typed.trim(), parts: markStopWords(parts) };
}

/** A stretch between spaces, quotes keeping theirs together. */
interface Token {
  from: number;
  to: number;
  isExcluded: boolean;
  /** Before a colon: the name of a filter. */
  name: string | null;
  value: string;
  isQuoted: boolean;
  /** All of it but the hyphen, and where that begins. */
  whole: string;
  start: number;
}

function readToken(text: string, from: number): Token {
  const isExcluded = /^[-−–](?=[\p{L}\p{N}"“«„])/u.test(text.slice(from, from + 2));
  const start = isExcluded ? from + 1 : from;
  // Accents may stand as letters of their own, as macOS writes them.
  const name = /^(\p{L}[\p{L}\p{M}]{1,15}):(?=\S)/u.exec(text.slice(start, start + 20))?.[1] ?? null;
  const valueFrom = name === null ? start : start + name.length + 1;
  const close = quotes[text[valueFrom] ?? ""];
  const end = close === undefined ? -1 : text.indexOf(close, valueFrom + 1);
  const isQuoted = end > 0;
  const to = isQuoted ? end + 1 : valueFrom + (/^\S+/.exec(text.slice(valueFrom))?.[0].length ?? 1);
  const value = isQuoted ? text.slice(valueFrom + 1, end) : text.slice(valueFrom, to);
  return { from, to, isExcluded, name, value, isQuoted, whole: text.slice(start, to), start };
}

/** OR and OU join what stands on both sides; in small letters "ou" is a word like others. */
function isOr(text: string, { from, to, isQuoted }: Token, before: readonly QueryPart[]): boolean {
  if (isQuoted || !["OR", "OU"].includes(text.slice(from, to))) return false;
  return before.length > 0 && text.slice(to).trim() !== "";
}

function partsOf(token: Token, isAlternative: boolean, length: number): QueryPart[] {
  const { from, to, isExcluded, name, value, isQuoted } = token;
  const part = { from, to, text: value.trim(), isExcluded, isAlternative };
  const filter = name === null ? null : readFilter(name, value);
  if (filter) return [{ ...part, kind: "filter", filter }];
  if (isQuoted && name === null) {
    const phrase = wholeWords(value);
    if (phrase.length > 0) return [{ ...part, kind: "phrase", words: phrase }];
    return [];
  }
  const glued = isExcluded ? wholeWords(token.whole) : [];
  // "-3.5" leaves out what has the one after the other, not all that has either.
  if (glued.length > 1) return [{ ...part, text: token.whole, kind: "phrase", words: glued }];
  return wordParts(token, isAlternative, length);
}

/** The words of a token that is nothing else. What stands before a word goes with it, so that taking it out leaves nothing of it. */
function wordParts({ from, to, isExcluded, whole, start }: Token, isAlternative: boolean, length: number): WordPart[] {
  const found = wholeWords(whole);
  return found.map((word, index): WordPart => ({
    kind: "word",
    from: index === 0 ? from : start + (found[index - 1]?.to ?? 0),
    to: index === found.length - 1 ? to : start + word.to,
    text: whole.slice(word.from, word.to),
    isExcluded,
    isAlternative: isAlternative && index === 0,
    word,
    isPrefix: start + word.to === length,
    isStopWord: stopWords.has(word.term),
    apart: partsOfWord(whole.slice(word.from, word.to)),
  }));
}

/** "rendez-vous": "rendez", then "vous". */
function partsOfWord(text: string): Word[] {
  const all = words(text);
  const inside = all.filter(({ from, to }) => from > 0 || to < text.length);
  return all.length > 1 && isCovering(inside) ? inside : [];
}

/** Whether words stand one after the other: not so where the same place has several readings. */
function isCovering(parts: readonly Word[]): boolean {
  return parts.length > 1 && parts.every(({ from }, index) => from >= (parts[index - 1]?.to ?? 0));
}

/** Parts joined by OR stand together: any of them will do. */
export function alternatives(parts: readonly QueryPart[]): QueryPart[][] {
  const groups: QueryPart[][] = [];
  for (const [index, part] of parts.entries()) {
    const last = groups.at(-1);
    if (isJoined(parts, index) && last) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Whether a part is an alternative to those before it: so also the one after a stop word that is dropped. */
export function isJoined(parts: readonly QueryPart[], index: number): boolean {
  const [part, before] = [parts[index], parts[index - 1]];
  if (!part || part.isAlternative) return part !== undefined;
  return before?.kind === "word" && before.isStopWord && isJoined(parts, index - 1);
}

/** Stop words count when there is nothing else to look for, or when the word may go on. */
function markStopWords(parts: QueryPart[]): QueryPart[] {
  const telling = parts.some((part) => !part.isExcluded && (part.kind === "phrase" || (part.kind === "word" && !part.isStopWord)));
  return parts.map((part, index) => {
    if (part.kind !== "word" || !part.isStopWord) return part;
    const mayGoOn = part.isPrefix && fold(part.text).length > 2;
    return { ...part, isStopWord: telling && !mayGoOn && !part.isExcluded && (!part.isAlternative || isHeir(parts[index + 1])) };
  });
}

/** "soupe OU la recette": the alternative is the recipe. */
function isHeir(next: QueryPart | undefined): boolean {
  return next !== undefined && next.kind !== "filter" && !next.isExcluded && !next.isAlternative;
}
