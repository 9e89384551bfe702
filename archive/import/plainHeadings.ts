/** Lines by which plain texts mark their headings: underlined, numbered, in capitals, between stars or dashes, or short and alone. */
import { fold } from "../text/fold.ts";

export interface HeadingLine {
  text: string;
  /** A key of `markRanks` in `headings`. */
  mark: string;
}

/** A line of one repeated sign. */
export function isRule(line: string): boolean {
  const plain = line.replace(/\s/g, "");
  return plain.length >= 3 && /^[-=_*~#+•·–—.─━═]/.test(plain) && plain === plain.charAt(0).repeat(plain.length);
}

/** 1 for a line under which a row of = runs, 2 for other rows; 0 when it is not underlined. */
export function underlineLevel(line: string, next: string): 0 | 1 | 2 {
  const isTitle = line.trim().length <= 110 && !/[.,;]$/.test(line) && /[\p{L}\p{N}]/u.test(line);
  if (!isTitle || !isRule(next)) return 0;
  return /[=═━#]/.test(next) ? 1 : 2;
}

/** What a line is the heading of; `isAlone` when blank lines stand around it, else `next` follows at once. */
export function headingLine(line: string, isAlone: boolean, next: string | undefined): HeadingLine | null {
  const text = line.trim();
  if (text.length > 110 || text === "") return null;
  return hash(text) ?? framed(text, isAlone) ?? capitals(text) ?? numbered(text, isAlone) ?? rubric(text, isAlone, next) ?? short(text, isAlone);
}

function hash(text: string): HeadingLine | null {
  const match = /^(#{1,6}) +(.*?)(?: +#+)?$/.exec(text);
  return match?.[1] && match[2] ? { text: match[2], mark: `hash-${Math.min(3, match[1].length)}` } : null;
}

/** `*** Titre ***`, `=== Titre ===`, `— Titre —`, `>> Titre`, `[ Titre ]`; one star or dash only on both sides. */
function framed(text: string, isAlone: boolean): HeadingLine | null {
  const both = /^([*=~_#+•·■★☆◆]{1,10}|[-–—]{1,10}|<{2,4}|>{2,4}|\[) *(\S.*?\S|\S) *([*=~_#+•·■★☆◆]{1,10}|[-–—]{1,10}|<{2,4}|>{2,4}|\])$/.exec(text);
  if (both?.[1] && both[2] && both[1][0] === mirrored(both[3]?.[0] ?? "")) return { text: both[2], mark: /[-–—]/.test(both[1]) ? "dashes" : "stars" };
  if (!isAlone) return null;
  const one = /^(?:[*=~]{2,10}|[■★☆◆▶►➤]|>{2,4}|-{2,10}) *(\S.{0,100})$/.exec(text);
  return one?.[1] && !/[.;,]$/.test(one[1]) ? { text: one[1], mark: "stars" } : null;
}

function mirrored(sign: string): string {
  return { "<": ">", ">": "<", "]": "[" }[sign] ?? sign;
}

function capitals(text: string): HeadingLine | null {
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length < 4 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return null;
  return /[.,;]$/.test(text) ? null : { text, mark: "caps" };
}

function numbered(text: string, isAlone: boolean): HeadingLine | null {
  const match = /^(?:\d{1,2}[.)°]|[IVX]{1,5}[.)]|[A-H][.)]) *[-–—/]? *(\p{Lu}.{1,90})$/u.exec(text);
  return isAlone && match?.[1] && !/[.,;:]$/.test(text) ? { text: match[1], mark: "numbered" } : null;
}

/** "Une lecture" over a paragraph, without a blank line between. */
function rubric(text: string, isAlone: boolean, next: string | undefined): HeadingLine | null {
  return !isAlone && next !== undefined && next.length > 60 && /^une? [a-z-]+$/.test(fold(text)) ? { text, mark: "rubric" } : null;
}

function short(text: string, isAlone: boolean): HeadingLine | null {
  if (!isAlone || text.length > 90 || /[.,;:…]$/.test(text) || !/^[^\p{Ll}]/u.test(text)) return null;
  if (/^[-–—•*+>] ?\S/.test(text) || /^«.*»$/.test(text) || /https?:|@/.test(text)) return null;
  return { text, mark: "short" };
}
