/** Other words to try: completions of the one being typed, and what was perhaps meant by those that nothing answers. */
import { isWithinTypos, typosAllowed } from "../text/typos.ts";
import { words } from "../text/words.ts";
import type { IndexedPassages } from "./engine.ts";
import { stemTerm } from "./fields.ts";
import type { TermCount } from "./passageIndex.ts";
import type { Query, WordPart } from "./query.ts";
import { wordTerm } from "./ranking.ts";

type Sets = readonly IndexedPassages[];

/** Words looked at for one that is near: few in any language, unless they are two edits from a short one. */
const mostNear = 500;

/** Words of the archive that begin as the last one does, the most frequent first, itself left out. */
export function completionsOf(sets: Sets, query: Query, limit: number): string[] {
  const last = query.parts.at(-1);
  if (last?.kind !== "word" || !last.isPrefix) return [];
  const prefix = last.word.term;
  if (prefix.length < 2) return [];
  const counted = merged(sets.map(({ index }) => index.completions(prefix, limit + 1)));
  const others = counted.map(({ term }) => term).filter((term) => term !== prefix);
  return others.slice(0, limit).map((term) => spellingOf(sets, term));
}

/** A term as some text or heading of the archive spells it, with its accents. */
function spellingOf(sets: Sets, term: string): string {
  for (const { index, passages } of sets) {
    for (const field of ["text", "heading"] as const) {
      const [first] = index.search({ term, fields: [field] }, 1, () => true);
      const text = first && passages.at(first.passage)?.[field];
      const word = text && words(text).find((each) => each.term === term);
      if (word) return onOneLine(text.slice(word.from, word.to).toLowerCase(), term);
    }
  }
  return term;
}

/** A word cut at a line's end, put together: with its hyphen when the term has one. */
function onOneLine(spelling: string, term: string): string {
  return spelling.replace(/-?\s+/g, term.includes("-") ? "-" : "");
}

/** What was typed with its unknown words replaced by the nearest known ones; null when there is nothing better. */
export function correctionOf(sets: Sets, typed: string, query: Query): string | null {
  let corrected = typed;
  let isChanged = false;
  for (const part of [...query.parts].reverse()) {
    if (part.kind !== "word" || part.isStopWord || part.isExcluded || isKnown(sets, part)) continue;
    const nearest = nearestTo(sets, part);
    if (nearest === null) continue;
    const at = corrected.indexOf(part.text, part.from);
    if (at < 0) continue;
    corrected = corrected.slice(0, at) + nearest + corrected.slice(at + part.text.length);
    isChanged = true;
  }
  return isChanged ? corrected.trim() : null;
}

/** Whether some text has the word, or another form of it. */
function isKnown(sets: Sets, part: WordPart): boolean {
  const { word, isPrefix } = part;
  const stems = wordTerm(part, "exact").stems ?? [];
  return sets.some(({ index }) => {
    if (stems.some((stem) => index.documentsWith(stemTerm(stem)) > 0)) return true;
    return word.forms.some((form) => index.documentsWith(form) > 0 || (isPrefix && index.completions(form, 1).length > 0));
  });
}

/** One error away if there is such a word (two letters exchanged are one error, though two edits), otherwise two. */
function nearestTo(sets: Sets, { word: { term } }: WordPart): string | null {
  const most = typosAllowed(term);
  const near = most === 0 ? [] : merged(sets.map(({ index }) => index.nearest(term, 2, mostNear)));
  const best = near.find((each) => isWithinTypos(each.term, term, 1)) ?? (most > 1 ? near[0] : undefined);
  return best ? spellingOf(sets, best.term) : null;
}

/** The counts of several indexes as one list, the most frequent first. */
function merged(lists: readonly (readonly TermCount[])[]): TermCount[] {
  const counts = new Map<string, number>();
  for (const { term, documents } of lists.flat()) counts.set(term, (counts.get(term) ?? 0) + documents);
  return [...counts].map(([term, documents]) => ({ term, documents })).sort((a, b) => b.documents - a.documents);
}
