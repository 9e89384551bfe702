/** Reads a library's documents again, whatever was saved of them: the catalogue then says what stands in the folders, and the index is made anew. */
import { documentPassages } from "../assembleIndex.ts";
import { type Answer, succeed } from "../model.ts";
import type { Desk } from "./desk.ts";
import { putInOrder } from "./putInOrder.ts";
import { sealLibrary } from "./sealing.ts";

export interface ReindexWatch {
  signal?: AbortSignal | undefined;
  /** Documents read, and how many there are. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Gives the number of passages. Fails with why nothing can be written. Rejects when the signal aborts. */
export async function reindexLibrary(desk: Desk, { signal, onProgress }: ReindexWatch): Promise<Answer<number>> {
  const held = await desk.hold();
  if (!held.ok) return held;
  try {
    const read = await desk.step(async () => {
      const order = await putInOrder(desk.folder);
      if (!order.ok) return order;
      await desk.refresh();
      const entries = desk.ownEntries();
      for (const [done, entry] of entries.entries()) {
        signal?.throwIfAborted();
        onProgress?.(done, entries.length);
        desk.put(entry, await documentPassages(desk.folder, entry, desk.readPdf));
      }
      return succeed(null);
    });
    return read.ok ? await sealLibrary(desk, signal) : read;
  } finally {
    await held.value();
  }
}
