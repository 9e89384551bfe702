/** What every index answers, sealed or live. Passages go by number: their place among those that were indexed. */
import type { QueryTree } from "./queryTree.ts";
import type { Following } from "./sealed/neighbours.ts";

export interface Scored {
  passage: number;
  score: number;
}

export interface TermCount {
  term: string;
  /** Passages that have it. */
  documents: number;
}

/** What ranks passages besides the index's own scores. */
export interface PassageRanking {
  /** What the score of a passage is multiplied by. */
  weigh?(passage: number): number;
  /** Which of two with the same score stands first (below 0: the first one); unless given, an order of the index's own. */
  order?(a: number, b: number): number;
}

export interface PassageIndex {
  /** The best that answer and are accepted; `accept` is asked once for each that answers. */
  search(tree: QueryTree, limit: number, accept: (passage: number) => boolean, ranking?: PassageRanking): Scored[];
  /** Terms that begin with a prefix, the most frequent first. */
  completions(prefix: string, limit: number): TermCount[];
  /** Terms at most so many edits away, the term itself left out: the nearest first, then the most frequent. */
  nearest(term: string, mostEdits: number, limit: number): TermCount[];
  /** Visits all passages that have one of some words, once or more. */
  having(words: readonly string[], visit: (passage: number) => void): void;
  /** How many passages have a term. */
  documentsWith(term: string): number;
  /** What is known of where the words of a phrase stand one after the other. Null, or absent, when that is nothing. */
  following?(words: readonly WantedWord[]): Following | null;
}

/** A word of a phrase. What has several forms is null. */
export interface WantedWord {
  term: string | null;
  before: string | null;
  after: string | null;
}
