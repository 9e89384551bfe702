/**
 * Inclusive writing read back into plain words: "usager·es", "tou.te.s", "étudiant-e-s", "directeur(trice)s", "lecteur/lectrice". It
 * works from a closed list of suffixes (`genders`): what is not known there is left to be read as ordinary words. A mid-height dot
 * serves nothing else in French; a hyphen, a dot, a bracket or a slash does, so these must fit more strictly.
 */
import { beginsWord, closing, dot, hyphen, kindAt, midDot, opening, runEnd, slash } from "./characterKind.ts";
import { fold } from "./fold.ts";
import { feminineOf, isPair, pluralOf, singularsOf } from "./genders.ts";

export interface InclusiveWord {
  /** Where it ends in the text. */
  to: number;
  /** Folded: its own letters joined ("usageres"), then its masculine and feminine, singular and plural. */
  forms: readonly string[];
  /** Null when what is meant cannot be written out with certainty. */
  full: FullForms | null;
}

/** An inclusive word written out, folded, in the number that is written: masculine and feminine, or the one form that serves both. */
export interface FullForms {
  forms: readonly [string] | readonly [masculine: string, feminine: string];
  isPlural: boolean;
}

/** All that can be found, and what would be written in full. */
interface Reading {
  forms: string[];
  full: FullForms | null;
}

/** What follows the first word: "te" and "s" in "tou·te·s". */
interface Segment {
  /** Folded. */
  letters: string;
  /** The kind of the character before it. */
  mark: number;
  to: number;
}

/** No French word, and no suffix, is longer; what is longer is not looked at. */
const longestWord = 30;

/** The inclusive word whose first letters run from `from` to `to`, or null when what follows them is something else. */
export function readInclusive(text: string, from: number, to: number): InclusiveWord | null {
  const mark = kindAt(text, to);
  if (!isMark(mark) || to - from > longestWord) return null;
  const base = fold(text.slice(from, to));
  if (!/^[a-z]{2,}$/.test(base)) return null;
  const segments = segmentsAfter(text, to, mark);
  for (let count = segments.length; count > 0; count--) {
    const taken = segments.slice(0, count);
    const end = taken.at(-1)?.to ?? to;
    // "étudiant-e-s-chercheur-e-s": a lone s closes the word.
    const isClosed = mark === hyphen && taken.at(-1)?.letters === "s";
    if (!(isClosed ? !beginsWord(text, end) : standsAlone(text, from, end, mark)) || !hasOneCase(text, to, mark)) continue;
    const reading = readingOf(base, taken);
    if (reading) return { to: end, forms: [...new Set([base + taken.map(({ letters }) => letters).join(""), ...reading.forms])], full: reading.full };
  }
  return null;
}

function isMark(kind: number): boolean {
  return kind === midDot || kind === hyphen || kind === dot || kind === opening || kind === slash;
}

/** At most two, all behind the same mark, or in brackets: "attentif·ve(s)". */
function segmentsAfter(text: string, start: number, mark: number): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  while (segments.length < 2) {
    const kind = kindAt(text, at);
    if (kind !== mark && kind !== opening) break;
    const end = runEnd(text, at + 1);
    if (end === at + 1 || end - at > longestWord) break;
    const segment = { letters: fold(text.slice(at + 1, end)), mark: kind, to: end };
    if (kind !== opening) {
      segments.push(segment);
      at = end;
      continue;
    }
    if (kindAt(text, end) !== closing) break;
    segments.push({ ...segment, to: end + 1 });
    at = end + 1;
    if (!beginsWord(text, at)) continue;
    // "étudiant(e)s"; anything but an s or an x behind the bracket makes it something else.
    const tail = runEnd(text, at);
    const letters = fold(text.slice(at, tail));
    if (letters === "s" || letters === "x") segments.push({ letters, mark: opening, to: tail });
    else segments.pop();
    break;
  }
  return segments;
}

/** Not a stretch of something longer: "www.amazon.es", "fr/es/it", "a-e-s-a-e-s", "f(e)f". */
function standsAlone(text: string, from: number, to: number, mark: number): boolean {
  if (beginsWord(text, to)) return false;
  if (mark === midDot || mark === opening) return true;
  const before = text[from - 1];
  if (mark !== hyphen && before !== undefined && "./@:_\\".includes(before)) return false;
  const after = text[to];
  return after === undefined || !("/@:_\\".includes(after) || kindAt(text, to) === mark) || !beginsWord(text, to + 1);
}

/** "fin.Elle" begins a sentence; "ÉTUDIANT.E.S" does not. */
function hasOneCase(text: string, to: number, mark: number): boolean {
  if (mark === midDot || mark === opening) return true;
  const [last = "", next = ""] = [text[to - 1], text[to + 1]];
  return !(next !== next.toLowerCase() && last !== last.toUpperCase());
}

function readingOf(base: string, [first, second]: Segment[]): Reading | null {
  if (!first || (second && !isEnding(first, second))) return null;
  return numberReading(base, first, second) ?? pairReading(base, first, second) ?? suffixReading(base, first, second);
}

/** What may follow a suffix: the s of the plural, or the masculine plural of "régional·e·aux", "local·aux·ales". */
function isEnding(first: Segment, { letters }: Segment): boolean {
  if (letters === "s" || letters === "x") return !first.letters.endsWith("s") && first.letters !== "x";
  return letters === "aux" || (first.letters === "aux" && /^(?:a?l)?es?$/.test(letters));
}

/** "document(s)", "élève·s", "réseau(x)". */
function numberReading(base: string, { letters, mark }: Segment, second: Segment | undefined): Reading | null {
  if (second || base.length < 3 || (mark !== opening && mark !== midDot)) return null;
  if (letters !== "s" && !(letters === "x" && /(?:eu|eau|ou)$/.test(base))) return null;
  const plural = base + letters;
  // In brackets, one or several are meant, of whatever gender.
  return { forms: [base, plural], full: mark === midDot ? { forms: [plural], isPlural: true } : null };
}

/** "lecteur/lectrice", "celles·ceux". */
function pairReading(base: string, { letters, mark }: Segment, second: Segment | undefined): Reading | null {
  if (second || (mark !== midDot && mark !== slash) || !isPair(base, letters)) return null;
  const full: FullForms = { forms: [base, letters], isPlural: /[sx]$/.test(letters) && /[sx]$/.test(base) && base !== "ce" };
  if (base.length < 3 || letters.length < 3) return { forms: [base, letters], full };
  return { forms: [base, letters, pluralOf(base), pluralOf(letters), singularsOf(base)[0] ?? base, letters.replace(/s$/, "")], full };
}

/** "usager·es", "tou·te·s", "attentif·ve", "régional·e·aux". */
function suffixReading(base: string, { letters, mark }: Segment, second: Segment | undefined): Reading | null {
  const isLoose = mark === midDot || mark === opening;
  if (letters === "aux") {
    if (!base.endsWith("al")) return null;
    return { forms: genderForms(base, `${base}e`), full: second ? fullForms(base, `${base}e`, true) : null };
  }
  const isPlural = letters.length > 1 && letters.endsWith("s");
  const suffix = isPlural ? letters.slice(0, -1) : letters;
  if (!isLoose && base.length < 3 && letters !== "e") return null;
  const isAll = base === "tou" || base === "tous";
  const bases = isPlural || isAll ? singularsOf(base) : [base];
  const genders = bases.flatMap((masculine): [string, string][] => {
    const feminine = feminineOf(masculine, suffix, isLoose);
    return feminine === null ? [] : [[masculine, feminine]];
  });
  const [masculine, feminine] = genders[endsInOwnS(base) ? 0 : genders.length - 1] ?? [];
  if (masculine === undefined || feminine === undefined) return null;
  const isMistyped = !isPlural && /[tdnle]s$/.test(base) && suffix === "e";
  const full = isMistyped ? null : fullForms(masculine, feminine, isPlural || isAll || second !== undefined);
  return { forms: [...genders.flatMap(([he, she]) => genderForms(he, she)), base], full };
}

function fullForms(masculine: string, feminine: string, isPlural: boolean): FullForms {
  return { forms: isPlural ? [pluralOf(masculine), pluralOf(feminine)] : [masculine, feminine], isPlural };
}

/** Whether the s of a masculine is there in the singular too: "surpris", unlike "amis". */
function endsInOwnS(masculine: string): boolean {
  return /(?:[ao]is|pris|mis|quis|assis|cis|gris|clos|gros|bas|gras|las|clus|fus)$/.test(masculine) && !/^(?:enne|a)mis$/.test(masculine);
}

function genderForms(masculine: string, feminine: string): string[] {
  return [masculine, feminine, pluralOf(masculine), pluralOf(feminine)];
}
