/**
 * The text of a PDF page from the pieces that pdf.js gives, and the way back. Used alike when a report is indexed and when its
 * page is on screen, so that a mark found in the text falls on the right piece.
 */

import { combineAccents } from "./spacingAccents.ts";

/** The part of pdf.js' TextItem that matters here. */
export interface TextPiece {
  str: string;
  hasEOL: boolean;
  /** Drawn apart from the piece before: the number of a note, the next label of a map. */
  isApart?: boolean;
}

export interface PageText {
  text: string;
  /** For each piece, the offset in `text` where its string begins. */
  starts: number[];
}

/** Joins pieces, one line of text a line of the page. Line-end hyphens stay: `words` reads through them. Every piece keeps its length. */
export function pageText(pieces: readonly TextPiece[]): PageText {
  let text = "";
  const starts: number[] = [];
  for (const piece of pieces) {
    if (piece.isApart && /\S$/.test(text)) text += " ";
    starts.push(text.length);
    text += piece.str;
    if (piece.hasEOL) text += "\n";
  }
  return { text: combineAccents(text), starts };
}

/** A text with the words that line ends cut made whole again; a hyphen that the word also has elsewhere is its own and stays. */
export function joinCutWords(text: string): string {
  const hyphened = new Set(text.toLowerCase().match(/\p{L}+-\p{Ll}[\p{L}\p{M}]*/gu));
  return text.replace(/(\p{L}+)([-\u00AD\u2010])\n(\p{Ll}[\p{L}\p{M}]*)/gu, (_cut, before: string, hyphen: string, after: string) => {
    return hyphen !== "\u00AD" && hyphened.has(`${before}-${after}`.toLowerCase()) ? `${before}${hyphen}${after}` : before + after;
  });
}

/** Words of a page as a person quotes them: its lines tell nothing of its paragraphs. */
export function inOneLine(lines: string): string {
  return joinCutWords(lines).replace(/\s*\n\s*/g, " ");
}
