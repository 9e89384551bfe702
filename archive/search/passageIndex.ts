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

export interface PassageIndex {
  /**
   * The best that answer and are accepted; `accept` is asked once for each that answers. Equal scores stand as `order` says (below 0: the first
   * stands first), or else in an order of the index's own.
   */
  search(tree: QueryTree, limit: number, accept: (passage: number) => boolean, order?: (a: number, b: number) => number): Scored[];
  /** Terms that begin with a prefix, the most frequent first. */
  completions(prefix: string, limit: number): TermCount[];
  /** Terms at most so many edits away, the term itself left out: the nearest first, then the most frequent. */
  nearest(term: string, mostEdits: number, limit: number): TermCount[];
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
