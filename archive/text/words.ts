/**
 * The only tokenizer: index, query, excerpt and highlight all read words here, so that what is found and what is marked
 * cannot disagree. A word keeps its place in the original text; its term is the folded form.
 */
import { fold } from "./fold.ts";

export interface Word {
  /** Folded: what is compared. */
  term: string;
  /** UTF-16 offsets into the text, the end excluded. */
  from: number;
  to: number;
}

const letter = "[\\p{L}\\p{N}]";
const joiner = "[\\p{M}\\u00AD\\u034F\\u200B-\\u200D\\u2060]";
const apostrophe = "['’ʼ‘′]";

/** Letters and digits, with the marks and invisible characters inside them; an apostrophe only between two letters. */
const run = new RegExp(`${letter}(?:${letter}|${joiner}|${apostrophe}(?=${letter}))*`, "gu");

/** A word cut at the end of a line of a PDF: "mutuali-" then "sation". */
const cutAtLineEnd = new RegExp(`(${letter}+)[-\\u00AD\\u2010]\\n(${letter}+)`, "gu");

const elided = /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’ʼ‘′]/iu;
const keptWhole = new Set(["aujourd'hui", "prud'homme", "prud'hommes", "prud'homal", "prud'homale"]);

/** The words of a text, in order of their beginning. Words cut at a line's end come joined, then as their two parts. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(run)) found.push(...parts(match[0], match.index));
  const joined = joinedWords(text);
  if (joined.length === 0) return found;
  return [...joined, ...found].sort((a, b) => a.from - b.from || b.to - a.to);
}

function joinedWords(text: string): Word[] {
  const found: Word[] = [];
  cutAtLineEnd.lastIndex = 0;
  for (const match of text.matchAll(cutAtLineEnd)) {
    found.push({ term: fold(`${match[1]}${match[2]}`), from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** Splits a run at its apostrophes, dropping an elided article: "l’économie" is the word "économie". */
function parts(piece: string, start: number): Word[] {
  const plain = piece.toLowerCase().replace(/[’ʼ‘′]/g, "'");
  if (keptWhole.has(plain)) return [word(piece, start)];
  const elision = elided.exec(piece)?.[0].length ?? 0;
  const found: Word[] = [];
  let from = elision;
  for (const match of piece.slice(elision).matchAll(/['’ʼ‘′]/g)) {
    found.push(word(piece.slice(from, elision + match.index), start + from));
    from = elision + match.index + 1;
  }
  found.push(word(piece.slice(from), start + from));
  return found.filter((each) => each.term !== "");
}

function word(piece: string, from: number): Word {
  return { term: fold(piece).replaceAll("'", "").replaceAll("’", ""), from, to: from + piece.length };
}
