/**
 * The only tokenizer: index, query, excerpt and highlight all read words here, so that what is found and what is marked
 * cannot disagree. A word keeps its place in the original text, and all the folded spellings under which it can be found there.
 *
 * It reads the text once, from left to right, looking at most a few words ahead: time is proportional to length, whatever the text.
 */
import { apostrophe, beginsWord, closing, digit, dot, hyphen, kindAt, lineEnd, midDot, other, runEnd } from "./characterKind.ts";
import { fold } from "./fold.ts";
import { readInclusive } from "./inclusive.ts";
import { plainForms } from "./plainForms.ts";

export interface Word {
  /** Folded: what is compared. */
  term: string;
  /** UTF-16 offsets into the text, the end excluded. An inclusive word ("usager·es") is covered whole. */
  from: number;
  to: number;
  /** Every folded form to be found here: the term first, then those that inclusive writing stands for. Shared: not to be changed. */
  forms: readonly string[];
}

/** "socio-éco-responsable" has three; longer chains ("a-b-c-d-e") are lists or addresses, of which only the parts are words. */
const mostParts = 4;

/**
 * The words of a text, in order of their beginning. Words of several parts ("rendez-vous", "mutuali-" at a line's end then "sation")
 * come joined, then part by part: a word that begins inside another is another reading of the same place.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!beginsWord(text, at)) {
      at++;
      continue;
    }
    const to = runEnd(text, at);
    if (!mayGoOn(text, to)) {
      const word = wordAt(text, at, to);
      if (word !== null) found.push(word);
      at = to;
    } else if (kindAt(text, to) === apostrophe && isElided(text, at, to)) at = to + 1;
    else at = readChain(text, at, to, found);
  }
  return found;
}

/** Whether the character after a run may join it to another: rarely, so that what follows is spared most words. */
function mayGoOn(text: string, to: number): boolean {
  const kind = kindAt(text, to);
  if (kind < apostrophe || kind === closing || kind === other) return false;
  if (kind === lineEnd) return text[to - 1] === softHyphen;
  return beginsWord(text, to + 1) || (kind === hyphen && kindAt(text, to + 1) === lineEnd);
}

/** Reads all that hangs together with the run from `start` to `runTo`; gives where it ends. */
function readChain(text: string, start: number, runTo: number, found: Word[]): number {
  const parts: Part[] = [];
  let [from, to, isCutBefore, mayElide] = [start, runTo, false, true];
  for (;;) {
    if (kindAt(text, to) === apostrophe && beginsWord(text, to + 1)) {
      // An article begins something else.
      if (parts.length > 0 && mayElide && isElided(text, from, to)) {
        to = from;
        break;
      }
      if (isKeptWhole(text, from, to)) to = runEnd(text, to + 1);
    }
    const word = inclusiveAt(text, from, to) ?? wordAt(text, from, to);
    if (word) parts.push({ word, isCutBefore });
    to = word?.to ?? to;
    const glue = glueLength(text, from, to);
    if (glue === 0) break;
    mayElide = kindAt(text, to) !== apostrophe;
    isCutBefore = glue > 1 || kindAt(text, to) === lineEnd;
    from = to + glue;
    to = runEnd(text, from);
  }
  keepParts(parts, found);
  return to;
}

interface Part {
  word: Word;
  /** Whether a line's end cuts it from the part before. */
  isCutBefore: boolean;
}

function wordAt(text: string, from: number, to: number): Word | null {
  const forms = plainForms(text, from, to);
  const term = forms[0];
  return term === undefined ? null : { term, from, to, forms };
}

function inclusiveAt(text: string, from: number, to: number): Word | null {
  const inclusive = readInclusive(text, from, to);
  return inclusive && { term: inclusive.forms[0] ?? "", from, to: inclusive.to, forms: inclusive.forms };
}

/** The length of what joins a run to the next one: an apostrophe, a hyphen, either before a line's end; 0 when nothing does. */
function glueLength(text: string, from: number, to: number): number {
  const kind = kindAt(text, to);
  if (kind === lineEnd) return text[to - 1] === softHyphen ? lineEndLength(text, to) : 0;
  if (kind === apostrophe || kind === midDot) return beginsWord(text, to + 1) ? 1 : 0;
  if (kind === dot) return isInitial(text, from, to) ? 1 : 0;
  if (kind !== hyphen) return 0;
  if (beginsWord(text, to + 1)) return 1;
  const length = lineEndLength(text, to + 1);
  return length > 0 ? 1 + length : 0;
}

const softHyphen = "\u00AD";

/** The length of a line's end that is followed by a word; 0 when there is none. */
function lineEndLength(text: string, at: number): number {
  const length = text.startsWith("\r\n", at) ? 2 : 1;
  return kindAt(text, at) === lineEnd && beginsWord(text, at + length) ? length : 0;
}

/** "U.S.A.": one letter before the dot, one after it. */
function isInitial(text: string, from: number, to: number): boolean {
  return to - from === 1 && beginsWord(text, to + 1) && runEnd(text, to + 1) === to + 2 && kindAt(text, from) !== digit && kindAt(text, to + 1) !== digit;
}

/** The parts, each after the longer readings that begin with it: the whole, and a word cut at a line's end. */
function keepParts(parts: readonly Part[], found: Word[]): void {
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (!part) continue;
    const cut = part.isCutBefore ? 1 : cutLength(parts, index);
    const readings = [index === 0 && cut < parts.length ? joined(parts) : null, cut > 1 ? joined(parts.slice(index, index + cut)) : null, part.word];
    for (const word of readings) if (word !== null) found.push(word);
  }
}

/** How many parts are one word, cut at the ends of lines. */
function cutLength(parts: readonly Part[], start: number): number {
  let length = 1;
  while (parts[start + length]?.isCutBefore) length++;
  return length;
}

/** Followers of a verb or a pronoun: "dit-elle", "donne-le" and "lui-même" are no compounds, though "rendez-vous" is. */
const followers = new Set("je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en ci meme memes".split(" "));

function joined(parts: readonly Part[]): Word | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.length > mostParts) return null;
  if (parts.some(({ word }) => word.forms.length > 1) || /^\d/.test(first.word.term)) return null;
  const term = parts.map(({ word }) => word.term).join("");
  if (!last.isCutBefore && followers.has(last.word.term) && term !== "rendezvous") return null;
  return { term, from: first.word.from, to: last.word.to, forms: [term] };
}

const elisions = new Set("l d j m t s c n qu jusqu lorsqu puisqu quoiqu quelqu".split(" "));

/** Whether a run before an apostrophe is an article or the like: "l’économie" is the word "économie". */
function isElided(text: string, from: number, to: number): boolean {
  if (to - from === 1) return "ldjmtscnLDJMTSCN".includes(text.charAt(from));
  return to - from <= 8 && elisions.has(fold(text.slice(from, to)));
}

/** Whether a run and the one after its apostrophe are one word: "aujourd’hui", "prud’hommes" and its family. */
function isKeptWhole(text: string, from: number, to: number): boolean {
  const first = to - from <= 10 ? fold(text.slice(from, to)) : "";
  if (first !== "aujourd" && first !== "prud") return false;
  return fold(text.slice(to + 1, to + 6)).startsWith(first === "prud" ? "hom" : "hui");
}
