/** The text of a report's page, which has a line a line of the page, as paragraphs to be set anew at another width. */
import { joinCutWords } from "./lines.ts";

/** Of the page's longest line: one that reaches so far went on because the page was at its end. */
const full = 0.85;
const endsSentence = /[.!?…:;»”)]$/u;
const goesOn = /^[\p{Ll}\d,;:!?»)]/u;
const isItem = /^(?:[•◦▪–—-]|\d+[.)°]|[a-z]\))\s/u;

/** A line goes on in the next one when that begins as no sentence does, or when it was full and ends as no sentence does. */
export function pageParagraphs(text: string): string[] {
  // In a word with hyphens before, as "c’est-à-dire", the one at the end of the line is another.
  const lines = joinCutWords(text.replace(/(-\p{L}+-)\n/gu, "$1")).split("\n").map((line) => line.trim());
  const longest = Math.max(0, ...text.split("\n").map((line) => line.trim().length));
  const paragraphs: string[] = [];
  let before = "";
  for (const line of lines) {
    const isMore = before !== "" && line !== "" && !isItem.test(line) && (goesOn.test(line) || (before.length >= longest * full && !endsSentence.test(before)));
    if (isMore) paragraphs.push(`${paragraphs.pop() ?? ""} ${line}`);
    else if (line !== "") paragraphs.push(line);
    before = line;
  }
  return paragraphs;
}
