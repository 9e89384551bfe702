/**
 * Dates as letters write them, in French and English, however accents and capitals were treated. Says what a line dates and what else it
 * says, so that a letter's own date is not taken from an event's. Never completes a date: a month without a year is none.
 */
import { LetterDate } from "../model.ts";
import { fold } from "../text/fold.ts";

const months: readonly (readonly string[])[] = [
  ["janvier", "january", "janv", "jan"],
  ["fevrier", "february", "fevr", "fev", "feb"],
  ["mars", "march", "mar"],
  ["avril", "april", "avr", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "july", "juil", "jul"],
  ["aout", "august", "aug"],
  ["septembre", "september", "sept", "sep"],
  ["octobre", "october", "oct"],
  ["novembre", "november", "nov"],
  ["decembre", "december", "dec"],
];
const monthNumbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const month = `(${months.flat().join("|")})\\.?`;
const day = "(\\d{1,2})(?:er|ere|e|st|nd|rd|th)?";
const year = "((?:19|20)\\d{2})(?!\\d)";
const season = "(?:printemps|ete|automne|hiver|rentree|spring|summer|autumn|fall|winter)";

interface Form {
  pattern: RegExp;
  read(groups: string[]): string | null;
}

/** Tried in this order; the first that is found reads the line. */
const forms: readonly Form[] = [
  { pattern: form(`${day}\\s*(?:of\\s)?\\s*${month},?\\s*${year}`), read: ([d, m, y]) => written(y, monthNumber(m), d) },
  { pattern: form(`${month}\\s*${day},?\\s+${year}`), read: ([m, d, y]) => written(y, monthNumber(m), d) },
  { pattern: form(`(${year})-(\\d{2})-(\\d{2})(?!\\d)`), read: ([, y, m, d]) => written(y, m, d) },
  { pattern: form(`(\\d{1,2})[/.-](\\d{1,2})[/.-]${year}`), read: ([d, m, y]) => written(y, m, d) ?? written(y, d, m) },
  { pattern: form(`(\\d{1,2})[/.](\\d{1,2})[/.](\\d{2})(?!\\d)`), read: ([d, m, y]) => written(`20${y}`, m, d) },
  { pattern: form(`${month}\\s*(?:[-/–&,+]|et|and|a)\\s*${month}\\s*${year}`), read: ([m, , y]) => written(y, monthNumber(m)) },
  { pattern: form(`${month},?\\s*(?:de\\s|of\\s)?\\s*${year}`), read: ([m, y]) => written(y, monthNumber(m)) },
  { pattern: form(`${season}\\s*${year}`), read: ([y]) => written(y) },
];

function form(pattern: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${pattern}(?![a-z])`, "g");
}

export interface DateInText {
  /** Null for a date that does not exist: "31 février 2022". */
  date: string | null;
  /** Offsets in the folded text. */
  from: number;
  to: number;
}

const weekday = /(?:^|(?<=[^a-z]))(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\b\.?,?/g;

/** The first date that stands in a text of at most 300 characters; null when there is none. */
export function dateIn(text: string): DateInText | null {
  if (text.length > 300) return null;
  const folded = fold(text);
  for (const { pattern, read } of forms) {
    pattern.lastIndex = 0;
    const match = pattern.exec(folded);
    if (match) return { date: read(match.slice(1)), from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** Words by which a line speaks of something that happens at a date, or of a stretch of days. */
const eventWords =
  /\b(?:du|au|jusqu'?au|jusqu'?a|avant|apres|depuis|des|entre|rendez-vous|rdv|inscri\w*|festival|salon|journees?|reunion|atelier|conference|colloque|rencontres?|assemblee|congres|aura|auront|tiendra|tiendront|prochain\w*|dernier\w*|save|join|from|until|till|before|after|since|between|register|event|meeting|workshop|next|last|copyright|tous droits|all rights)\b|[©→]/;
/** "Lettre n° 12 – 3 août 2021": what stands before the day is the issue's number. */
const issueNumber = /(?:n[°o.]|numero|number|issue|#)\s*\d{1,4}\s*(?:-|–|&|,)\s*$/;
const secondDay = /\d{1,2}(?:er)?\s*(?:et|and|a|au|to|-|–|&|,)\s*$/;

/**
 * The date that a line near the title gives the letter: "octobre 2022", "Nantes, le 21 octobre 2022", "Lettre n° 12 – 1er juillet 2022".
 * Null for an event's ("du 29 octobre au 2 novembre", "rendez-vous le 8 novembre 2022"), for a sentence, and for a date that does not exist.
 */
export function letterDateIn(line: string): string | null {
  if (line.length > 120) return null;
  const found = dateIn(line);
  if (!found?.date) return null;
  const folded = fold(line);
  const before = folded.slice(0, found.from);
  const rest = `${before} ${folded.slice(found.to)}`;
  const isSecondDay = found.date.length === 10 && secondDay.test(before) && !issueNumber.test(before);
  if (isSecondDay || eventWords.test(rest) || dateIn(rest) !== null) return null;
  return wordsOf(rest) <= 10 ? found.date : null;
}

/** Whether a line says nothing but a date: "octobre 2022", "Le vendredi 21 octobre 2022". */
export function isOnlyDate(line: string): boolean {
  const found = dateIn(line);
  if (!found?.date) return false;
  const folded = fold(line);
  const rest = `${folded.slice(0, found.from)} ${folded.slice(found.to)}`
    .replace(weekday, " ")
    .replace(/\b(?:le|the|du|de|on|date|publie|publiee|paru|parue|envoye|envoyee|published|sent)\b/g, " ")
    .replace(/d'/g, " ");
  return !/[a-z0-9]/.test(rest);
}

/**
 * The date in a file's name: `2022-10`, `202210`, `2022_10_05`, `lettre-octobre-2022`, `05-10-2022`, or its folders `2022/10/05`. Null when
 * it has none that exists.
 */
export function dateInFileName(file: string): string | null {
  const parts = file.split(/[\\/]/);
  const base = (parts.pop() ?? "").slice(0, 200).replace(/\.[a-z0-9]{1,8}$/i, "");
  const numbers: string[] = [];
  while (/^\d{1,4}$/.test(parts.at(-1) ?? "") && numbers.length < 3) numbers.unshift(parts.pop() ?? "");
  return dateInName(base) ?? (numbers.length > 0 ? dateInName([...numbers, base].join("-")) : null);
}

function dateInName(name: string): string | null {
  const digits =
    /(?<!\d)((?:19|20)\d{2})[-_. ]?(\d{2})(?:[-_. ]?(\d{2}))?(?!\d)/.exec(name) ?? /(?<!\d)((?:19|20)\d{2})[-_.](\d)(?:[-_.](\d{1,2}))?(?!\d)/.exec(name);
  if (digits) {
    const [, y, m, d] = digits;
    const found = written(y, m, d) ?? written(y, m);
    if (found) return found;
  }
  const reversed = /(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.]((?:19|20)\d{2})(?!\d)/.exec(name);
  if (reversed) return written(reversed[3], reversed[2], reversed[1]);
  return dateIn(name.replace(/[-_.+]+/g, " "))?.date ?? null;
}

/** A date that a machine wrote: ISO 8601 with or without a time, or a date in words. The day is the one written, in whatever time zone. */
export function machineDate(text: string): string | null {
  const iso = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])/.exec(text.slice(0, 100));
  if (iso) return written(iso[1], iso[2], iso[3]);
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(text.slice(0, 100));
  if (compact) return written(compact[1], compact[2], compact[3]);
  return dateIn(text.slice(0, 100))?.date ?? null;
}

/** The local day of a mail's Date header as it was sent (RFC 5322, 3.3): "Tue, 05 May 2020 09:00:00 +0200". */
export function mailDate(header: string): string | null {
  const match = /(\d{1,2})[ -]+([a-z]{3,9})\.?[ -]+(\d{2,4})\b/i.exec(header.slice(0, 100));
  if (!match) return machineDate(header);
  const [, d, name = "", y = ""] = match;
  return written(fullYear(y), monthNumber(fold(name)), d);
}

/** RFC 5322, 4.3: two digits below 50 are of this century; three digits count from 1900. */
function fullYear(digits: string): string {
  if (digits.length === 4) return digits;
  const number = Number(digits);
  return String(digits.length === 2 && number < 50 ? 2000 + number : 1900 + number);
}

function monthNumber(name: string | undefined): string | undefined {
  const number = monthNumbers.get(name ?? "");
  return number === undefined ? undefined : String(number);
}

/** YYYY, YYYY-MM or YYYY-MM-DD, or null when it does not exist; a month that is asked for and missing makes it none. */
function written(y: string | undefined, m?: string, d?: string): string | null {
  const parts = [y, m, d].filter((part) => part !== undefined);
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, "0"))).join("-");
  return LetterDate.safeParse(date).success ? date : null;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[a-z0-9]/.test(word)).length;
}
