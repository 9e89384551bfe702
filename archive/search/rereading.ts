/**
 * The best passages read again, for what no index keeps: whether the words stand close to one another, and with the accents that they were typed with. Of
 * few passages only, so that a search takes no longer: the others stand below them as they did. What is found, and how much, does not change.
 */
import { fold } from "../text/fold.ts";
import { letterRange, letters } from "../text/plainPhrase.ts";
import type { Query, QueryPart, WordPart } from "./query.ts";

/** So many of the best are read again. */
export const mostReread = 48;

/** Words after these are not looked at. */
const mostWords = 6;
/** What the score is multiplied by when all words stand side by side, and for each that has its accents. */
const closeFactor = 1.5;
const accentFactor = 2;
/** Letters between two words that are no longer close. */
const farApart = 200;
/** Letters of a word that its forms share, though its last ones change. */
const leastShared = 3;
const mostChanged = 3;

/** What the score of a passage is multiplied by, given its text: 1 or more. Null for a query of which a text can tell nothing more. */
export function rereading({ parts }: Query): ((text: string) => number) | null {
  const words = parts.filter(isReread).slice(0, mostWords);
  const typed = words.map(({ text }) => text.normalize("NFC").toLowerCase());
  // One who types accents types them all.
  const hasAccents = typed.some((text) => fold(text) !== text);
  if (words.length < 2 && !hasAccents) return null;
  const any = new RegExp(words.map(({ word }) => `(?<![${letterRange}])(${beginning(word.term)}[${letterRange}]*)`).join("|"), "g");
  return (text) => {
    const places = words.map((): number[] => []);
    const asTyped = new Set<number>();
    for (const match of text.matchAll(any)) {
      const which = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
      places[which]?.push(match.index);
      if (hasAccents && isAccentedAs(match[0], typed[which] ?? "")) asTyped.add(which);
    }
    return (1 + (closeFactor - 1) * closenessOf(places)) * accentFactor ** asTyped.size;
  };
}

function isReread(part: QueryPart): part is WordPart {
  return part.kind === "word" && !part.isExcluded && !part.isStopWord && /^[a-z]+$/.test(part.word.term);
}

function beginning(term: string): string {
  return letters(term.slice(0, Math.max(leastShared, term.length - mostChanged)), "");
}

/** Whether two words have the same accents, as far as they have the same letters. */
function isAccentedAs(found: string, typed: string): boolean {
  for (let at = 0; at < Math.min(found.length, typed.length); at += 1) {
    const [one, other] = [found.charAt(at).toLowerCase(), typed.charAt(at)];
    if (one !== other) return fold(one) !== fold(other);
  }
  return true;
}

/** From 0 to 1: how near each word comes to the next one, on average. */
function closenessOf(places: readonly number[][]): number {
  let sum = 0;
  for (let at = 1; at < places.length; at += 1) sum += Math.max(0, 1 - leastDistance(places[at - 1] ?? [], places[at] ?? []) / farApart);
  return places.length < 2 ? 0 : sum / (places.length - 1);
}

function leastDistance(some: readonly number[], others: readonly number[]): number {
  let [least, one, other] = [Infinity, 0, 0];
  while (one < some.length && other < others.length) {
    const distance = (others[other] ?? 0) - (some[one] ?? 0);
    least = Math.min(least, Math.abs(distance));
    if (distance > 0) one += 1;
    else other += 1;
  }
  return least;
}
