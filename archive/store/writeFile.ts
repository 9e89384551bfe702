/** Writing that is whole or not at all: a temporary file, flushed, then renamed over the old one. */
import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The last writing under way of each path: each waits for the one before, so that what was asked for last stands. */
const underWay = new Map<string, Promise<void>>();

/** Writes text (UTF-8) or bytes, making the folder when needed. Rejects with the system's error; the old file then stands. */
export function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  const writing = (underWay.get(path) ?? Promise.resolve()).then(() => writeWhole(path, content));
  const ended = writing
    .catch(() => undefined)
    .then(() => {
      if (underWay.get(path) === ended) underWay.delete(path);
    });
  underWay.set(path, ended);
  return writing;
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A link stays one; a file keeps its permissions.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then((found) => found.mode, () => undefined);
  const temporary = `${target}.${randomUUID().slice(0, 8)}`;
  try {
    await writeFlushed(temporary, content, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A single call of the system may write a part only, and say nothing: `writeFile` of a handle goes on to the end, or fails. */
async function writeFlushed(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
