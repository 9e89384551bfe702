/**
 * The library's index, sealed anew: by itself once much came since the last time, or when it is asked for. It takes a while, in short steps; search and
 * imports go on meanwhile, and what they brought is caught up with in the end. Interrupted, it leaves the index of before.
 */
import { openIndex, saveIndex } from "../assembleIndex.ts";
import { type Answer, type Passage, succeed } from "../model.ts";
import { listedEntry } from "../store/listing.ts";
import { answerOf } from "../store/systemFailure.ts";
import type { Desk } from "./desk.ts";

/**
 * Whether so much came, changed or went since the last sealing that the next opening would be slow: each letter that is not sealed is read again then. A
 * large index takes longer to seal, and waits for more.
 */
export function isSealingDue({ index: { growing } }: Desk): boolean {
  const sealed = growing.sets.reduce((sum, { passages }) => sum + passages.count, 0) - growing.liveCount;
  return growing.liveCount + growing.removedCount > Math.min(500, Math.max(20, sealed / 50));
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
      desk.useIndex(await openIndex(desk.folder, desk.ownEntries().map(listedEntry), (id) => desk.holdings.document(id), desk.readPdf, []));
      return succeed(passages.length);
    });
  } finally {
    await held.value();
  }
}
