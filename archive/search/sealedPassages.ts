/** A sealed index as a PassageIndex, and the sealing of passages. */
import type { Answer, DocumentHead, Passage } from "../model.ts";
import { succeed } from "../model.ts";
import { fields, isWord, passageTerms, stemTermsOf, surfaceFields } from "./fields.ts";
import type { PassageIndex } from "./passageIndex.ts";
import { openSealed, type SealedIndex } from "./sealed.ts";
import { neighbourBits } from "./sealed/neighbours.ts";
import { seal } from "./sealing.ts";

/**
 * Opens a file that `sealPassages` made, of as many passages. Fails with `index-damaged` or `index-outdated`, the latter also when its
 * fingerprint is another.
 */
export function openSealedPassages(file: Uint8Array, fingerprint: string, count: number): Answer<PassageIndex> {
  const opened = openSealed(file);
  if (!opened.ok) return opened;
  const index = opened.value;
  const isOurs = fields.every((field, at) => index.fields[at] === field && index.sources[at] === (derived[at]?.from ?? -1));
  if (index.fingerprint !== fingerprint || index.documentCount !== count || index.fields.length !== fields.length || !isOurs) {
    return { ok: false, failure: { code: "index-outdated", detail: "made from other documents" } };
  }
  return succeed(asPassageIndex(index));
}

/** The file of an index over passages, in their order. The signal stops it. */
export function sealPassages(
  passages: readonly Passage[],
  headOf: (document: string) => DocumentHead | undefined,
  fingerprint: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return seal(entries(passages, headOf), { fields, derived, neighbours, fingerprint, ...(signal && { signal }) });
}

/** Stems come from the words of the same text. */
const sources = new Map<string, (typeof fields)[number]>([["headingStems", "heading"], ["textStems", "text"]]);
const derived = fields.map((field) => {
  const source = sources.get(field);
  return source === undefined ? null : { from: fields.indexOf(source), termsOf: stemTermsOf };
});

/** A few hundred passages are soon read; of what stands in most, little would be learnt. */
const neighbours = { field: fields.indexOf("text"), from: 300, share: 0.5 };

function* entries(passages: readonly Passage[], headOf: (document: string) => DocumentHead | undefined) {
  for (const passage of passages) yield passageTerms(passage, headOf(passage.document));
}

function asPassageIndex(index: SealedIndex): PassageIndex {
  return {
    search(tree, limit, accept, ranking) {
      const { hits } = index.search(tree, { limit, accept, ...ranking });
      return hits.map(({ document, score }) => ({ passage: document, score }));
    },
    completions: (prefix, limit) => index.completions(prefix, limit, isWord),
    nearest: (term, mostEdits, limit) => index.nearest(term, mostEdits, limit, isWord),
    having(words, visit) {
      for (const word of words) index.visit(word, surfaceFields, visit);
    },
    documentsWith: (term) => index.documentsWith(term),
    following: (words) => index.following(words.map(({ term, before, after }) => ({ term, before: neighbourBits(before), after: neighbourBits(after) }))),
  };
}
