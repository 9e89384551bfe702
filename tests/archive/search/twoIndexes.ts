/** The same passages in MiniSearch and in a sealed index, and what both answer. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { asMiniSearch } from "../../../archive/search/live.ts";
import type { QueryTree } from "../../../archive/search/queryTree.ts";
import { openSealed, type SealedIndex } from "../../../archive/search/sealed.ts";
import { seal } from "../../../archive/search/sealing.ts";

/** Each field holds its terms; null when the passage lacks it. With `derivedFrom`, the last field is derived from the field of that number. */
export type Corpus = { fields: string[]; passages: (string[] | null)[][]; derivedFrom?: number };

/** As stems come from words: several from one, one from several. */
export function derivedTerms(term: string): string[] {
  return term.length > 4 ? [`=${term.slice(0, 4)}`, `=${term.slice(0, 2)}`] : [`=${term.slice(0, 2)}`];
}

export interface Found {
  id: string;
  score: number;
}

export function sealCorpus({ fields, passages, derivedFrom }: Corpus): Promise<Uint8Array<ArrayBuffer>> {
  return seal(
    passages.map((terms) => ({ terms })),
    { fields, step: Infinity, ...(derivedFrom !== undefined && { derived: [...fields.slice(1).map(() => null), { from: derivedFrom, termsOf: derivedTerms }] }) },
  );
}

export function opened(file: Uint8Array): SealedIndex {
  const answer = openSealed(file);
  if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.detail}`);
  return answer.value;
}

export function idOf(index: number): string {
  return `letters/${String(index % 7)}#${String(index)}`;
}

export function miniOf({ fields, passages }: Corpus): MiniSearch {
  const mini = new MiniSearch({
    fields,
    extractField: (passage: Record<string, unknown>, name) => passage[name] as string,
    stringifyField: (value) => value as string,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
  });
  mini.addAll(
    passages.map((terms, index) => ({ id: idOf(index), ...Object.fromEntries(fields.map((field, at) => [field, terms[at] ?? null])) })),
  );
  return mini;
}

export function askMini(mini: MiniSearch, query: QueryTree, accept?: (id: string) => boolean): Found[] {
  const whole: SearchOptions = { tokenize: (term) => [term], processTerm: (term) => term };
  if (accept) whole.filter = ({ id }) => accept(id as string);
  return mini.search(asMiniSearch(query), whole).map(({ id, score }) => ({ id: id as string, score }));
}

export function askSealed(index: SealedIndex, query: QueryTree, limit?: number, accept?: (id: string) => boolean): Found[] {
  const options = { ...(limit !== undefined && { limit }), ...(accept && { accept: (document: number) => accept(idOf(document)) }) };
  return index.search(query, options).hits.map(({ document, score }) => ({ id: idOf(document), score }));
}
