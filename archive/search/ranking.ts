/**
 * What a query asks of an index. It is asked in steps, each for less than the one before: all the words; all of them, give or take a typo; two in long
 * words; most of them. What an earlier step finds stands before what a later one does.
 */
import type { SearchTerm } from "../model.ts";
import { searchTerm } from "../text/terms.ts";
import { typosAllowed } from "../text/typos.ts";
import type { Word } from "../text/words.ts";
import { boosts, stemFields, stemTerm, surfaceFields } from "./fields.ts";
import { alternatives, type PhrasePart, type Query, type QueryPart, type WordPart } from "./query.ts";
import type { QueryTree } from "./queryTree.ts";

export type Step = "exact" | "typo" | "typos" | "some";

/** Errors that a step forgives in a word, at most. */
const forgiven: Readonly<Record<Step, number>> = { exact: 0, typo: 1, typos: 2, some: 0 };

type Wanted = WordPart | PhrasePart;

/** What a step asks; null when the query has nothing for it to look for. */
export function treeOf(query: Query, step: Step): QueryTree | null {
  const groups = alternatives(query.parts).map((group) => group.filter(isWanted).filter(({ isExcluded }) => !isExcluded));
  const asked = groups.filter((group) => group.length > 0);
  if (asked.length === 0) return null;
  if (step === "some" && asked.length === 1) return null;
  const trees = asked.map((group) => combined("OR", group.map((part) => partTree(part, step))));
  const positive = combined(step === "some" ? "OR" : "AND", trees);
  const excluded = excludedTree(query);
  return excluded ? { combine: "AND_NOT", queries: [positive, excluded] } : positive;
}

/** What no passage may have, as far as an index can tell: that the words of a phrase follow one another is seen in the text. Null for nothing. */
export function excludedTree({ parts }: Query): QueryTree | null {
  const excluded = parts.filter(isWanted).filter((part) => part.isExcluded && (part.kind === "word" || part.words.length === 1));
  return excluded.length > 0 ? combined("OR", excluded.map((part) => partTree(part, "exact"))) : null;
}

/** A word of a query that tells one passage from another by the form in which it stands there. */
export interface TypedWord {
  /** As it was typed. */
  forms: readonly string[];
  /** What the score of a passage is multiplied by that has it so, or that has a word beginning with it when it is unfinished. */
  factor: number;
  isUnfinished: boolean;
  /** The same for one that has an inflection of it instead; 1 where that tells nothing. */
  inflectedFactor: number;
}

/** A passage with the words as they were typed stands before one with other forms of them, however often it has these. */
const exactFactor = 8;
/** Between the two: another number, gender, person or tense is nearer to what was typed than a word made of it. */
const inflectedFactor = 3;
/** What goes on from a beginning is nearer to it than what only shares its stem. Of shorter ones, the stem is their own. */
const begunFactor = 3;
const shortestBegun = 5;
/** Stop words are not looked for, and still tell one passage from another. */
const stopWordFactor = 4;
/** More words than a person types are not looked at. */
const mostTyped = 16;

export function typedWords({ parts }: Query): TypedWord[] {
  const words = parts.filter((part): part is WordPart => part.kind === "word" && !part.isExcluded).slice(0, mostTyped);
  return words.flatMap(({ word: { term, forms }, isStopWord, isPrefix }): TypedWord[] => {
    if (isStopWord) return [{ forms, factor: stopWordFactor, isUnfinished: false, inflectedFactor: 1 }];
    if (!isPrefix) return [{ forms, factor: exactFactor, isUnfinished: false, inflectedFactor }];
    return term.length < shortestBegun ? [] : [{ forms, factor: begunFactor, isUnfinished: true, inflectedFactor: 1 }];
  });
}

function isWanted(part: QueryPart): part is Wanted {
  return part.kind === "phrase" || (part.kind === "word" && !part.isStopWord);
}

/** A phrase asks for all its words here; that they follow one another is verified on the text. */
function partTree(part: Wanted, step: Step): QueryTree {
  if (part.kind === "phrase") return allOf(part.words);
  const whole = wordTree(wordTerm(part, step));
  return part.apart.length > 0 && !part.isExcluded ? combined("OR", [whole, allOf(part.apart)]) : whole;
}

function allOf(words: readonly Word[]): QueryTree {
  return combined("AND", words.map(({ forms }) => combined("OR", forms.map((form) => surfaceTree(form, false, 0)))));
}

/** A typed word as a step reads it: what it asks of an index, and what is marked in a text. */
export function wordTerm({ word, isPrefix }: WordPart, step: Step): SearchTerm {
  return searchTerm(word, isPrefix, Math.min(forgiven[step], typosAllowed(word.term)));
}

export function wordTree({ term, prefix, forms = [], stems = [], fuzzy = 0 }: SearchTerm): QueryTree {
  // A text that has all the forms of an inclusive word says no more of it than one that has the word once.
  const share = 1 / (1 + forms.length);
  const typed = [term, ...forms].map((form) => surfaceTree(form, prefix, fuzzy, share));
  const swapped = fuzzy === 1 ? exchanges(term).map((other): QueryTree => ({ term: other, fields: surfaceFields, termBoost: exchangeBoost })) : [];
  return combined("OR", [...typed, ...swapped, ...stems.map((stem): QueryTree => ({ term: stemTerm(stem), fields: stemFields }))]);
}

/** An index counts two letters exchanged as two edits; where one is allowed, they are looked for by themselves. What is like a term counts as much. */
const exchangeBoost = 0.4;

function exchanges(term: string): string[] {
  const others = Array.from({ length: Math.max(0, term.length - 1) }, (_, at) => term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2));
  return [...new Set(others)].filter((other) => other !== term);
}

function surfaceTree(term: string, prefix: boolean, fuzzy: number, termBoost = 1): QueryTree {
  return { term, fields: surfaceFields, prefix, ...(fuzzy > 0 && { fuzzy }), ...(termBoost < 1 && { termBoost }) };
}

function combined(combine: "AND" | "OR", queries: QueryTree[]): QueryTree {
  const [only] = queries;
  return queries.length === 1 && only ? only : { combine, queries };
}

/** The whole tree with what each field counts for. */
export function boosted(tree: QueryTree): QueryTree {
  return { ...tree, boost: boosts };
}
