/**
 * Finds quoted words again in a text that may have been set, imported or corrected anew. Letters are compared folded and without the spaces between them, so
 * that typography and line ends make no difference. The very words are taken where they stand among the same words as before; else the nearest to where they were; else words that
 * are nearly the same (Myers' approximate search). What is too different is not found: a note on the wrong words is worse than a note without a place.
 */
import search from "approx-string-match";
import { fold } from "./fold.ts";

interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

export interface Anchored {
  /** UTF-16 offsets, the end excluded. */
  start: number;
  end: number;
  /** The very words, spaces and typography aside. */
  isExact: boolean;
  /** From 0 to 1: how sure it is. */
  likeness: number;
}

/** A text made ready to be searched many times. */
export interface AnchorText {
  text: string;
  /** Folded, without spaces. */
  letters: string;
  /** Where each of the letters comes from in the text. */
  at: Uint32Array;
}

/** How much stands on each side of a quotation, in characters. */
const contextLength = 48;
/** What shows itself only by the company it keeps: shorter quotations need their context. */
const telling = 20;
/** Part of a quotation that may differ. */
const mostDifferent = 0.25;
/** Below this likeness of what stands around it, a short quotation is another one. */
const leastContext = 0.5;
/** Longer quotations are found by their beginning and their end. */
const longest = 400;

export function anchorText(text: string): AnchorText {
  const at = new Uint32Array(text.length * 4);
  let letters = "";
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number;
    const width = code > 0xffff ? 2 : 1;
    const folded = fold(text.slice(index, index + width)).replace(/\s/g, "");
    for (let each = 0; each < folded.length && letters.length + each < at.length; each += 1) at[letters.length + each] = index;
    letters += folded;
    index += width - 1;
  }
  return { text, letters, at };
}

/** The quotation of a stretch of a text. */
export function quoteAt(text: string, start: number, end: number): Quote {
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - contextLength), start), suffix: text.slice(end, end + contextLength) };
}

/** `hint` is where the quotation began when it was made. Null when it is not there. */
export function findQuote(text: AnchorText, quote: Quote, hint: number): Anchored | null {
  const wanted = { exact: lettersOf(quote.exact), prefix: lettersOf(quote.prefix), suffix: lettersOf(quote.suffix) };
  if (wanted.exact === "" || text.letters === "") return null;
  const exact = occurrences(text.letters, wanted.exact).map((from) => weigh(text, wanted, { from, to: from + wanted.exact.length, errors: 0 }));
  const found = exact.length > 0 ? exact : nearly(text.letters, wanted.exact).map((each) => weigh(text, wanted, each));
  const credible = found.filter((each) => isCredible(each, wanted));
  const best = credible.toSorted((a, b) => b.likeness - a.likeness || distance(text, a, hint) - distance(text, b, hint))[0];
  return best ? { start: startOf(text, best.from), end: endOf(text, best.to), isExact: best.errors === 0, likeness: best.likeness } : null;
}

/** A passage to look in; its text is asked for when it is looked into. */
export interface AnchorPassage {
  id: string;
  text(): AnchorText;
}

/** Passages on each side in which words that are only nearly the same are looked for. */
const nearby = 30;

/**
 * Looks in the passage a quotation was made in, then in the others of its document, nearest first. The very words elsewhere go before nearly those at home
 * only where they stand among the same ones.
 */
export function findInPassages(passages: readonly AnchorPassage[], home: string, quote: Quote, hint: number): (Anchored & { passage: string }) | null {
  const from = passages.findIndex(({ id }) => id === home);
  const inHome = findIn(passages[from], quote, hint);
  if (inHome?.isExact) return inHome;
  const others = passages
    .map((passage, index) => ({ passage, away: from < 0 ? 0 : Math.abs(index - from) }))
    .filter(({ passage }) => passage.id !== home)
    .toSorted((a, b) => a.away - b.away);
  const letters = lettersOf(quote.exact);
  const exact = others.filter(({ passage }) => passage.text().letters.includes(letters)).flatMap(({ passage }) => findIn(passage, quote, hint) ?? []);
  const near = inHome || exact.length > 0 ? [] : others.filter(({ away }) => away <= nearby).flatMap(({ passage }) => findIn(passage, quote, hint) ?? []);
  const best = [...exact, ...near].toSorted((a, b) => Number(b.isExact) - Number(a.isExact) || b.likeness - a.likeness)[0] ?? null;
  return inHome && (best === null || best.likeness <= inHome.likeness) ? inHome : best;
}

function findIn(passage: AnchorPassage | undefined, quote: Quote, hint: number): (Anchored & { passage: string }) | null {
  const found = passage ? findQuote(passage.text(), quote, hint) : null;
  return found && passage ? { ...found, passage: passage.id } : null;
}

/** In letters. */
interface Stretch {
  from: number;
  to: number;
  errors: number;
}

interface Weighed extends Stretch {
  likeness: number;
  /** Of what stands around it, from 0 to 1; 1 where nothing stood. */
  context: number;
}

function lettersOf(text: string): string {
  return fold(text).replace(/\s/g, "");
}

function occurrences(letters: string, wanted: string): number[] {
  const found: number[] = [];
  for (let at = letters.indexOf(wanted); at >= 0 && found.length < mostFound; at = letters.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

const mostFound = 1000;

function nearly(letters: string, exact: string): Stretch[] {
  if (exact.length < 8) return [];
  if (exact.length <= longest) return search(letters, exact, Math.floor(exact.length * mostDifferent)).map(({ start, end, errors }) => ({ from: start, to: end, errors }));
  const [head, tail] = [exact.slice(0, longest / 2), exact.slice(-longest / 2)];
  const most = Math.floor((longest / 2) * mostDifferent);
  const tails = search(letters, tail, most);
  return search(letters, head, most).flatMap((first) => {
    const last = tails.find(({ end }) => Math.abs(end - first.start - exact.length) <= exact.length * mostDifferent);
    return last ? [{ from: first.start, to: last.end, errors: first.errors + last.errors }] : [];
  });
}

function weigh({ letters }: AnchorText, { exact, prefix, suffix }: Quote, stretch: Stretch): Weighed {
  const before = prefix === "" ? 1 : alike(letters.slice(Math.max(0, stretch.from - prefix.length - slack), stretch.from), prefix);
  const after = suffix === "" ? 1 : alike(letters.slice(stretch.to, stretch.to + suffix.length + slack), suffix);
  const context = Math.max(before, after);
  const words = 1 - stretch.errors / Math.min(exact.length, longest);
  return { ...stretch, context, likeness: words * 0.6 + before * 0.2 + after * 0.2 };
}

/** Letters that may have come in between. */
const slack = 6;

function alike(text: string, wanted: string): number {
  const errors = search(text, wanted, Math.floor(wanted.length * 0.6)).map((each) => each.errors);
  return errors.length === 0 ? 0 : 1 - Math.min(...errors) / wanted.length;
}

function isCredible({ errors, context }: Weighed, { exact }: Quote): boolean {
  if (exact.length >= telling && errors === 0) return true;
  if (exact.length >= telling && errors <= exact.length * 0.1) return true;
  return context >= leastContext;
}

function distance(text: AnchorText, { from }: Stretch, hint: number): number {
  return Math.abs(startOf(text, from) - hint);
}

function startOf({ at }: AnchorText, letter: number): number {
  return at[letter] ?? 0;
}

/** After the last letter's character, and after the marks that hang on it. */
function endOf({ text, at, letters }: AnchorText, letter: number): number {
  const last = at[letter - 1] ?? 0;
  let end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  const next = letter < letters.length ? (at[letter] as number) : text.length;
  while (end < next && /[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text[end] ?? "")) end += 1;
  return end;
}
