/** A sealed index as a PassageIndex, and the sealing of passages. */
import type { Answer, DocumentHead, Passage } from "../model.ts";
import { succeed } from "../model.ts";
import { fields, fieldTerms, isWord } from "./fields.ts";
import type { PassageIndex } from "./passageIndex.ts";
import { openSealed, type SealedIndex } from "./sealed.ts";
import { seal } from "./sealing.ts";

/**
 * Opens a file that `sealPassages` made, of as many passages. Fails with `index-damaged` or `index-outdated`, the latter also when its
 * fingerprint is another.
 */
export function openSealedPassages(file: Uint8Array, fingerprint: string, count: number): Answer<PassageIndex> {
  const opened = openSealed(file);
  if (!opened.ok) return opened;
  const index = opened.value;
  if (index.fingerprint !== fingerprint || index.documentCount !== count) {
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
  return seal(entries(passages, headOf), { fields, fingerprint, ...(signal && { signal }) });
}

function* entries(passages: readonly Passage[], headOf: (document: string) => DocumentHead | undefined) {
  for (const passage of passages) yield { id: passage.id, terms: fieldTerms(passage, headOf(passage.document)) };
}

function asPassageIndex(index: SealedIndex): PassageIndex {
  return {
    search(tree, limit, accept, order) {
      const { hits } = index.search(tree, { limit, accept, ...(order && { order }) });
      return hits.map(({ document, score }) => ({ passage: document, score }));
    },
    completions: (prefix, limit) => index.completions(prefix, limit, isWord),
    nearest: (term, mostEdits, limit) => index.nearest(term, mostEdits, limit, isWord),
    documentsWith: (term) => index.documentsWith(term),
  };
}
