/** Quoted words with their source, as plain text, as Markdown and as HTML. The words stay as they are stored; only quotation marks inside quotation marks change, as usage has it. */
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { PhrasingContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { CslLanguage, CslStyle } from "./cslStyles.ts";
import type { Reference } from "./reference.ts";

export interface Quotation {
  text: string;
  markdown: string;
  html: string;
}

interface Quoted {
  /** A paragraph a line. */
  words: string;
  /** Of the words. */
  language: CslLanguage;
  reference: Reference;
  style: CslStyle;
}

export function quotation(quoted: Quoted): Quotation {
  return { text: asText(quoted), markdown: asMarkdown(quoted), html: asHtml(quoted) };
}

function asText({ words, language, reference: { citation, entry }, style }: Quoted): string {
  const [open, close] = language === "fr" ? ["«\u202F", "\u202F»"] : ["“", "”"];
  const inner = language === "fr" ? words.replace(/«\s*/g, "“").replace(/\s*»/g, "”") : words;
  const inMarks = `${open}${inner.trim()}${close}`;
  if (style === "note") return `${inMarks}\n${citation.text}\n`;
  if (style === "short") return `${inMarks} (${citation.text})\n`;
  return `${inMarks} ${citation.text}\n\n${entry.text}\n`;
}

/** What stands under the words: where they are from, and, where that is only a name and a year, the work. */
function sources({ reference: { citation, entry }, style }: Quoted): Piece[][] {
  return [piecesOf(citation.html), ...(style === "author-date" ? [piecesOf(entry.html)] : [])];
}

function asMarkdown(quoted: Quoted): string {
  const inline = (pieces: readonly Piece[]): PhrasingContent[] =>
    pieces.map(({ text, isItalic }) => (isItalic ? { type: "emphasis", children: [{ type: "text", value: text }] } : { type: "text", value: text }));
  const [citation = [], ...works] = sources(quoted);
  return toMarkdown({
    type: "root",
    children: [
      {
        type: "blockquote",
        children: [
          ...paragraphs(quoted.words).map((value) => ({ type: "paragraph" as const, children: [{ type: "text" as const, value }] })),
          { type: "paragraph", children: [{ type: "text", value: "— " }, ...inline(citation)] },
        ],
      },
      ...works.map((work) => ({ type: "paragraph" as const, children: inline(work) })),
    ],
  });
}

function asHtml(quoted: Quoted): string {
  const element = (tagName: string, children: ElementContent[]): Element => ({ type: "element", tagName, properties: {}, children });
  const text = (value: string): ElementContent => ({ type: "text", value });
  const inline = (pieces: readonly Piece[]): ElementContent[] => pieces.map(({ text: value, isItalic }) => (isItalic ? element("i", [text(value)]) : text(value)));
  const words = element("blockquote", paragraphs(quoted.words).map((value) => element("p", [text(value)])));
  words.properties["lang"] = quoted.language;
  const [citation = [], ...works] = sources(quoted);
  return toHtml([words, element("p", [text("— "), ...inline(citation)]), ...works.map((work) => element("p", inline(work)))]);
}

function paragraphs(words: string): string[] {
  return words.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

interface Piece {
  text: string;
  isItalic: boolean;
}

/** What citeproc writes: text with a few numeric entities, and elements of which only italics matter. */
function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  let isItalic = false;
  for (const part of html.split(/(<\/?\w+[^>]*>)/)) {
    if (part === "<i>" || part === "</i>") isItalic = part === "<i>";
    else if (part !== "" && !part.startsWith("<")) pieces.push({ text: decoded(part), isItalic });
  }
  return pieces;
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&nbsp;/g, "\u00A0").replace(/&amp;/g, "&");
}
