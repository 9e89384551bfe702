/**
 * What the app remembers for convenience, one file of the profile's folder for each matter: checked when it is read, written whole. A file that
 * does not read is set aside under another name and named, and the app begins afresh; one of a later Relire stays as it is.
 */
import type { Failure, FailureCode } from "../archive/model.ts";
import { writeFile } from "../archive/store/writeFile.ts";
import { readProfileFile, type Reader } from "./readProfileFile.ts";

export interface KeptFile<Value> {
  current(): Value;
  /** Holds at once; of several changes that come while the disk is busy, only the last is written. Rejects with the system's error, or `NewerProfileFile`. */
  keep(value: Value): Promise<void>;
  /** What was found wrong with it. */
  troubles: Failure[];
}

/** A missing file means `empty`; `damaged` is what is said of one that does not read; `format` is the number of today's. */
export function openKeptFile<Value>(path: string, reader: Reader<Value>, empty: Value, damaged: FailureCode, format = 1): KeptFile<Value> {
  const { value: kept, troubles, insistOurs } = readProfileFile(path, reader, damaged, format);
  let current = kept ?? empty;
  let waiting: Promise<void> | null = null;
  /** Made when its turn to be written comes. */
  async function* content(): AsyncGenerator<Uint8Array> {
    waiting = null;
    yield Buffer.from(`${JSON.stringify(current)}\n`);
  }
  return {
    current: () => current,
    troubles,
    async keep(value) {
      current = value;
      insistOurs();
      if (waiting) return waiting;
      const writing = writeFile(path, content());
      waiting = writing;
      const end = (): void => {
        if (waiting === writing) waiting = null;
      };
      writing.then(end, end);
      return writing;
    },
  };
}
