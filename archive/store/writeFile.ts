/** Writing that is whole or not at all: a temporary file, flushed, then renamed over the old one, and its folder flushed. */
import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The last writing under way of each path: each waits for the one before, so that what was asked for last stands. */
const underWay = new Map<string, Promise<void>>();

/** Writing under way that is not of one file. */
const others = new Set<Promise<void>>();

/** Text (UTF-8), bytes, or bytes as they are made. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Writes a file, making the folder when needed. Rejects with the system's error, or the content's own; the old file then stands. */
export function writeFile(path: string, content: Content): Promise<void> {
  const writing = (underWay.get(path) ?? Promise.resolve()).then(() => writeWhole(path, content));
  const ended = writing
    .catch(() => undefined)
    .then(() => {
      if (underWay.get(path) === ended) underWay.delete(path);
    });
  underWay.set(path, ended);
  return writing;
}

/** Has the end of the program wait for some other writing as well; gives what it gives. */
export function untilWritten<Value>(writing: Promise<Value>): Promise<Value> {
  const ended: Promise<void> = writing.then(
    () => void others.delete(ended),
    () => void others.delete(ended),
  );
  others.add(ended);
  return writing;
}

/** Waits until nothing is being written any more, for a program that is about to end. */
export async function allWritten(): Promise<void> {
  while (underWay.size + others.size > 0) await Promise.all([...underWay.values(), ...others]);
}

/** What a temporary file's name ends in: eight hexadecimal digits after a dot. */
export const temporaryName = /\.[0-9a-f]{8}$/;

async function writeWhole(path: string, content: Content): Promise<void> {
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
  await flushFolder(dirname(target));
}

/** Nothing happens when it is not there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

/**
 * Writes a file that is not there yet, straight to the disk. A single call of the system may write a part only, and say nothing: `writeFile` of a
 * handle goes on to the end, or fails.
 */
export async function writeFlushed(path: string, content: Content, mode?: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    if (typeof content === "string" || content instanceof Uint8Array) await file.writeFile(content);
    // From where the last one ended.
    else for await (const chunk of content) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Flushes the names in a folder, without which a power cut may undo a rename (fsync(2), notes). Windows knows no such thing. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems refuse it: the names are then as safe as they make them.
    if (!isRefusal(error)) throw error;
  } finally {
    await folder.close();
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["EINVAL", "ENOTSUP", "EISDIR", "EPERM"].includes(String(error.code));
}
