/**
 * Makes a sealed index. It can take a minute, so it works in short steps, lets other work pass between them, says how far it is and
 * can be stopped. The same passages in the same order give the same bytes.
 */
import { SealBuilder, type SealEntry, type SealFields } from "./sealed/sealBuilder.ts";

export type { SealEntry } from "./sealed/sealBuilder.ts";

export interface SealOptions extends SealFields {
  /** Kept in the file: what it was made from. */
  fingerprint?: string;
  /** Stops the work: the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called before each pause and in the end, with the number of passages taken in so far. */
  onProgress?: (passages: number) => void;
  /** Milliseconds of work between two pauses; 12 unless given. A sort of terms in the end may take somewhat longer. */
  step?: number;
}

/** The file of an index over these passages, which may be made while they are asked for. */
export async function seal(entries: Iterable<SealEntry> | AsyncIterable<SealEntry>, options: SealOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { fingerprint = "", signal, onProgress, step = 12 } = options;
  const builder = new SealBuilder(options);
  let pauseAt = performance.now() + step;
  const pauseIfDue = async (): Promise<void> => {
    if (performance.now() < pauseAt) return;
    onProgress?.(builder.documentCount);
    await new Promise((resume) => setTimeout(resume, 0));
    signal?.throwIfAborted();
    pauseAt = performance.now() + step;
  };
  signal?.throwIfAborted();
  for await (const entry of entries) {
    builder.add(entry);
    await pauseIfDue();
  }
  const file = builder.finish(fingerprint);
  for (;;) {
    const { done, value } = file.next();
    if (done) {
      onProgress?.(builder.documentCount);
      return value;
    }
    await pauseIfDue();
  }
}
