/**
 * What to search an index for, once what was typed has been understood. The sealed index and MiniSearch give it one meaning, down
 * to the last bit of a score: that of MiniSearch 7.2.0.
 */

export type QueryTree = TermQuery | CombinedQuery;

/** Holds for a node and those below it, which may say otherwise. */
export interface QueryOptions {
  /** The fields to look into; all of them unless given. */
  fields?: readonly string[];
  /** What a field's score is multiplied by; 1 unless given. 0 counts as not given. */
  boost?: Readonly<Record<string, number>>;
  /** What a match by prefix or by likeness is multiplied by before its length is considered; 0.375 and 0.45 unless given. */
  weights?: { readonly prefix?: number; readonly fuzzy?: number };
  /** Most edits, when `fuzzy` is a part of the term's length; 6 unless given. */
  maxFuzzy?: number;
}

/** A term as the index holds it. An empty one finds nothing. */
export interface TermQuery extends QueryOptions {
  term: string;
  /** Also terms that begin with it. */
  prefix?: boolean;
  /** Also terms that are like it: at most this many edits, or when below 1 this part of its length, rounded. `true` is 0.2. */
  fuzzy?: boolean | number;
  /** What its score is multiplied by; 1 unless given. */
  termBoost?: number;
}

export interface CombinedQuery extends QueryOptions {
  /** AND_NOT: what answers the first but none of the others. */
  combine: "AND" | "OR" | "AND_NOT";
  queries: readonly QueryTree[];
}
