/**
 * The library's index, sealed anew: by itself once much came since the last time, or when it is asked for. It takes a while, in short steps; search and
 * imports go on meanwhile, and what they brought is caught up with in the end. Interrupted, it leaves the index of before.
 */
import { openIndex, saveIndex } from "../assembleIndex.ts";
import { type Answer, type Passage, succeed } from "../model.ts";
import { answerOf } from "../store/systemFailure.ts";
import type { Desk } from "./desk.ts";

/** Passages that came, changed or went since the last sealing; beyond so many, the next opening would be slow. */
const mostLoose = 500;

export function isSealingDue({ index }: Desk): boolean {
  return index.growing.liveCount + index.growing.removedCount > mostLoose;
}

/** Fails with why nothing can be written; the index in memory is then as good as it was. Gives the number of passages. */
export async function sealLibrary(desk: Desk, signal?: AbortSignal): Promise<Answer<number>> {
  const entries = desk.ownEntries();
  // As they are at this moment: what comes later is not covered.
  const passages: Passage[] = [...desk.index.growing.all()];
  const held = await desk.hold();
  if (!held.ok) return held;
  try {
    const saved = await answerOf(async () => succeed(await saveIndex(desk.folder, entries, passages, (id) => desk.holdings.document(id), signal)));
    if (!saved.ok) return saved;
    return await desk.step(async () => {
      const documents = desk.ownEntries().map((entry) => ({ entry, failure: null }));
      desk.useIndex(await openIndex({ path: desk.folder, collections: [], rubrics: [], documents, troubles: [] }, (id) => desk.holdings.document(id), desk.readPdf, []));
      return succeed(passages.length);
    });
  } finally {
    await held.value();
  }
}
