/** What a query demands of a passage beyond what an index can tell: filters, and the words of a phrase in a row. */
import type { FoundHead } from "../model.ts";
import { findPhrase, longestPhrase } from "../text/phrase.ts";
import { plainPhrase } from "../text/plainPhrase.ts";
import { onlyForm } from "../text/terms.ts";
import { words as readWords } from "../text/words.ts";
import { passes } from "./filter.ts";
import type { PassageIndex } from "./passageIndex.ts";
import { elsewhere, never } from "./sealed/neighbours.ts";
import { alternatives, type FilterPart, type PhrasePart, type Query, type QueryPart, type WordPart } from "./query.ts";
import { type Step, wordTerm, wordTree } from "./ranking.ts";
import type { Shelves, Written } from "./setSearch.ts";

export interface DocumentFilter {
  isWanted(document: FoundHead, rubric: string | null): boolean;
  /** Whether it matters which rubric is given. */
  readsRubrics: boolean;
}

/** Hidden collections and filters, for passages of documents, or what a person wrote. */
export function documentFilter({ parts }: Query, shelves: Pick<Shelves, "collection" | "rubric">, hidden: ReadonlySet<string>, written: Written | null = null): DocumentFilter {
  const filters = parts.filter(isFilter);
  const excluded = filters.filter((part) => part.isExcluded);
  const groups = alternatives(parts).map((group) => group.filter(isFilter).filter((part) => !part.isExcluded));
  const wanted = groups.filter((group) => group.length > 0);
  return {
    readsRubrics: filters.some(({ filter }) => filter.name === "rubric"),
    isWanted(document, rubricId) {
      if (document.collection !== null && hidden.has(document.collection)) return false;
      if (filters.length === 0) return true;
      const rubric = rubricId === null ? undefined : shelves.rubric(rubricId);
      const collectionTitle = shelves.collection(document.collection ?? "")?.title ?? "";
      const isPassed = ({ filter }: FilterPart) => passes(filter, { passage: { rubric: rubricId }, document, rubric, collectionTitle, written });
      return !excluded.some(isPassed) && wanted.every((group) => group.some(isPassed));
    },
  };
}

/** What of a passage is looked at, read only when it must be. */
interface Texts {
  place: number;
  /** The passage's own text, its heading, its document's title. */
  all(): readonly string[];
}

type Check = (texts: Texts) => boolean;

/** Phrases, to be verified on the text of the passage at a place; null when there is none. */
export function passageFilter({ parts }: Query, step: Step, index: PassageIndex): Check | null {
  const excluded = parts.filter((part) => part.isExcluded).filter(isLongPhrase);
  const groups = alternatives(parts).map((group) => group.filter((part) => !part.isExcluded));
  const phrases = groups.filter((group) => group.some((part) => isLongPhrase(part) || isCompound(part)));
  if (excluded.length === 0 && phrases.length === 0) return null;
  const unwanted = excluded.map((part) => phraseCheck(part, index));
  const wanted = phrases.map((group) => group.flatMap((part) => checksOf(part, step, index)));
  return (texts) => !unwanted.some((hasIt) => hasIt(texts)) && wanted.every((group) => group.some((hasIt) => hasIt(texts)));
}

/** Any of which will do. */
function checksOf(part: QueryPart, step: Step, index: PassageIndex): Check[] {
  if (part.kind === "filter") return [];
  if (part.kind === "phrase") return [phraseCheck(part, index)];
  return isCompound(part) ? [wordCheck(part, step, index), phraseCheck({ words: part.apart }, index)] : [wordCheck(part, step, index)];
}

/** Few texts are read word by word: the index knows where the words cannot follow one another, and most others are told by their letters. */
function phraseCheck({ words }: Pick<PhrasePart, "words">, index: PassageIndex): Check {
  const compared = words.slice(0, longestPhrase);
  const wanted = compared.map((word, at) => ({ term: onlyForm(word), before: onlyForm(compared[at - 1]), after: onlyForm(compared[at + 1]) }));
  const following = words.length > 1 ? (index.following?.(wanted) ?? null) : null;
  const plain = words.length > 1 ? plainPhrase(compared) : null;
  const isRead = (text: string) => (plain?.isSurelyIn(text) ?? false) || findPhrase(readWords(text), compared).length > 0;
  const isThere = (text: string) => (plain?.maybeIn(text) ?? true) && isRead(text);
  /** Where the index says that the asked word stands in plain letters. */
  const isInPlain = (text: string, at: number) => (plain?.maybeInPlain(text, at) ?? true) && isRead(text);
  return ({ place, all }) => {
    const state = following?.states[place] ?? 0;
    if (following === null || state === 0) return all().some(isThere);
    if (state === never) return false;
    const [text = "", ...others] = all();
    return ((state & never) === 0 && isInPlain(text, following.word)) || ((state & elsewhere) !== 0 && others.some(isThere));
  };
}

/** The index knows which passages answer a word: no text is read. */
function wordCheck(part: WordPart, step: Step, index: PassageIndex): Check {
  const having = new Set<number>();
  index.search(wordTree(wordTerm(part, step)), 0, (place) => {
    having.add(place);
    return false;
  });
  return ({ place }) => having.has(place);
}

function isFilter(part: QueryPart): part is FilterPart {
  return part.kind === "filter";
}

function isCompound(part: QueryPart): part is WordPart {
  return part.kind === "word" && !part.isStopWord && part.apart.length > 0;
}

/** A phrase of one word is the index's to find. */
function isLongPhrase(part: QueryPart): part is PhrasePart {
  return part.kind === "phrase" && part.words.length > 1;
}
