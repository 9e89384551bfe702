/** What a query demands of a passage beyond what an index can tell: filters, and the words of a phrase in a row. */
import type { DocumentHead, Passage } from "../model.ts";
import { answers } from "../text/marks.ts";
import { findPhrase } from "../text/phrase.ts";
import { words as readWords } from "../text/words.ts";
import { passes } from "./filter.ts";
import { alternatives, type FilterPart, type PhrasePart, type Query, type QueryPart, type WordPart } from "./query.ts";
import { type Step, wordTerm } from "./ranking.ts";
import type { Shelves } from "./setSearch.ts";

export interface DocumentFilter {
  isWanted(document: DocumentHead, rubric: string | null): boolean;
  /** Whether it matters which rubric is given. */
  readsRubrics: boolean;
}

/** Hidden collections and filters. */
export function documentFilter({ parts }: Query, shelves: Pick<Shelves, "collection" | "rubric">, hidden: ReadonlySet<string>): DocumentFilter {
  const filters = parts.filter(isFilter);
  const excluded = filters.filter((part) => part.isExcluded);
  const groups = alternatives(parts).map((group) => group.filter(isFilter).filter((part) => !part.isExcluded));
  const wanted = groups.filter((group) => group.length > 0);
  return {
    readsRubrics: filters.some(({ filter }) => filter.name === "rubric"),
    isWanted(document, rubricId) {
      if (hidden.has(document.collection)) return false;
      if (filters.length === 0) return true;
      const rubric = rubricId === null ? undefined : shelves.rubric(rubricId);
      const collectionTitle = shelves.collection(document.collection)?.title ?? "";
      const isPassed = ({ filter }: FilterPart) => passes(filter, { passage: { rubric: rubricId }, document, rubric, collectionTitle });
      return !excluded.some(isPassed) && wanted.every((group) => group.some(isPassed));
    },
  };
}

/** Phrases, to be verified on the text; null when there is none. */
export function passageFilter({ parts }: Query, step: Step): ((passage: Passage, document: DocumentHead) => boolean) | null {
  const excluded = parts.filter((part) => part.isExcluded).filter(isLongPhrase);
  const groups = alternatives(parts).map((group) => group.filter((part) => !part.isExcluded));
  const phrases = groups.filter((group) => group.some(isLongPhrase));
  if (excluded.length === 0 && phrases.length === 0) return null;
  return (passage, document) => {
    const texts = [passage.text, passage.heading, document.title];
    if (excluded.some((part) => hasPhrase(texts, part))) return false;
    const answersOne = (part: QueryPart): boolean => (part.kind === "word" ? hasWord(texts, part, step) : part.kind === "phrase" && hasPhrase(texts, part));
    return phrases.every((group) => group.some(answersOne));
  };
}

function isFilter(part: QueryPart): part is FilterPart {
  return part.kind === "filter";
}

/** A phrase of one word is the index's to find. */
function isLongPhrase(part: QueryPart): part is PhrasePart {
  return part.kind === "phrase" && part.words.length > 1;
}

function hasPhrase(texts: readonly string[], { words }: PhrasePart): boolean {
  return texts.some((text) => findPhrase(readWords(text), words).length > 0);
}

function hasWord(texts: readonly string[], part: WordPart, step: Step): boolean {
  return texts.some((text) => answers(text, [wordTerm(part, step)]).length > 0);
}
