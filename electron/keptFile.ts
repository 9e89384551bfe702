/**
 * What the app remembers for convenience, one file of the profile's folder for each matter: checked when it is read, written whole. A file that
 * does not read is set aside under another name, and the app begins afresh.
 */
import type { z } from "zod";
import { writeFile } from "../archive/store/writeFile.ts";
import { readProfileFile } from "./readProfileFile.ts";

export interface KeptFile<Value> {
  current(): Value;
  /** Holds at once; of several changes that come while the disk is busy, only the last is written. Rejects with the system's error. */
  keep(value: Value): Promise<void>;
}

/** A missing file means `empty`. */
export function openKeptFile<Value>(path: string, schema: z.ZodType<Value>, empty: Value): KeptFile<Value> {
  let current = readProfileFile(path, schema).value ?? empty;
  let waiting: Promise<void> | null = null;
  /** Made when its turn to be written comes. */
  async function* content(): AsyncGenerator<Uint8Array> {
    waiting = null;
    yield Buffer.from(`${JSON.stringify(current)}\n`);
  }
  return {
    current: () => current,
    keep(value) {
      current = value;
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
