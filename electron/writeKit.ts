/**
 * Writes a workshop kit: a new folder with all its files, each flushed to the key as it is written, then read back and compared. The folder has its name only once
 * all of it was found to be right; ended before, by a person or by the key, it leaves nothing that looks whole, and what else is on the key is not touched.
 */
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Answer, fail, type FailureCode, succeed } from "../archive/model.ts";
import { flushFolder, untilWritten } from "../archive/store/writeFile.ts";
import { digestFromDisk, digestOf } from "./digestFromDisk.ts";
import type { Kit, KitProgress } from "./kitContract.ts";

/** Files by their names, which have no folders. */
export type KitFiles = ReadonlyMap<string, Uint8Array>;

export interface KitWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: KitProgress) => void) | undefined;
}

/** Bytes that are written, and flushed, at a time: what is said to be written is on the key. */
const piece = 1_000_000;

/**
 * `place` is an absolute path. Null when `signal` ended it. Fails with `kit-full`, `kit-read-only`, `kit-gone`, `kit-altered` or `kit-failed`, which name the file
 * under way.
 */
export function writeKit(place: string, name: string, files: KitFiles, watch: KitWatch = {}): Promise<Answer<Kit | null>> {
  return untilWritten(write(place, name, files, watch));
}

async function write(place: string, name: string, files: KitFiles, { signal, onProgress }: KitWatch): Promise<Answer<Kit | null>> {
  const total = sizeOf(files);
  let file = name;
  let unfinished: string | null = null;
  const tell = (step: KitProgress["step"]) => (done: number) => {
    onProgress?.({ step, file, done, total });
    signal?.throwIfAborted();
  };
  try {
    tell("writing")(0);
    await clearLeft(place, name, files);
    const { bavail, bsize } = await statfs(place);
    if (bavail * bsize < total) return fail("kit-full", { title: file, detail: `${total} bytes wanted, ${bavail * bsize} free` });
    const folder = freeName(place, name);
    const part = `${folder}${unfinishedEnd}`;
    await mkdir(part);
    unfinished = part;
    await eachOf(files, tell("writing"), async (each, bytes, told) => writeThrough(join(part, (file = each)), bytes, told));
    await flushFolder(part);
    await eachOf(files, tell("reading"), async (each, bytes, told) => {
      if ((await digestFromDisk(join(part, (file = each)), told)) !== digestOf(bytes)) throw new Altered(`${each} reads otherwise than it was written`);
    });
    await rename(part, folder);
    unfinished = null;
    await flushFolder(place);
    return succeed({ folder: basename(folder), files: [...files.keys()], bytes: total });
  } catch (error) {
    if (unfinished !== null) await clearAway(place, unfinished);
    return signal?.aborted ? succeed(null) : kitFailure(error, place, file);
  }
}

/** A kit's bytes in all. */
export function sizeOf(files: KitFiles): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

/** As far as the key is still there. */
async function clearAway(place: string, unfinished: string): Promise<void> {
  try {
    await rm(unfinished, { recursive: true, force: true });
    await flushFolder(place);
  } catch {
    // Why the kit was not written is what is told, not that the key does not let itself be cleared either.
  }
}

type Told = (done: number) => void;

/** Does the work for each file; `told` hears how many bytes of all of them are done. */
async function eachOf(files: KitFiles, told: Told, work: (name: string, bytes: Uint8Array, told: Told) => Promise<void>): Promise<void> {
  let before = 0;
  for (const [name, bytes] of files) {
    await work(name, bytes, (done) => told(before + done));
    before += bytes.length;
  }
}

async function writeThrough(path: string, bytes: Uint8Array, told: Told): Promise<void> {
  const file = await open(path, "wx");
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      told(at);
      await file.writeFile(bytes.subarray(at, at + piece));
      if (at + piece < bytes.length) await file.datasync();
    }
    await file.sync();
    told(bytes.length);
  } finally {
    await file.close();
  }
}

/** What the name of a folder ends in as long as it is not whole. */
const unfinishedEnd = ".part";

/** What a key that was pulled out kept of an earlier try; a folder with anything else in it is not ours to clear. */
async function clearLeft(place: string, name: string, files: KitFiles): Promise<void> {
  const left = join(place, `${name}${unfinishedEnd}`);
  const names = await readdir(left).catch(() => null);
  if (names?.every((each) => files.has(each))) await rm(left, { recursive: true, force: true });
}

/** The name, with a number when there is such a folder already. */
function freeName(place: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(place, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(path) && !existsSync(`${path}${unfinishedEnd}`)) return path;
  }
}

class Altered extends Error {}

const codes: Record<string, FailureCode> = {
  ENOSPC: "kit-full",
  EDQUOT: "kit-full",
  EROFS: "kit-read-only",
  EACCES: "kit-read-only",
  EPERM: "kit-read-only",
  // What systems say of a device that is no longer there.
  ENOENT: "kit-gone",
  EIO: "kit-gone",
  ENXIO: "kit-gone",
  ENODEV: "kit-gone",
  ENOTCONN: "kit-gone",
  ESTALE: "kit-gone",
};

/** A folder that is no longer there is gone whatever the system says. An error that is not the system's is a bug, and thrown. */
function kitFailure(error: unknown, place: string, title: string): Answer<never> {
  if (error instanceof Altered) return fail("kit-altered", { title, detail: error.message });
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) throw error;
  const code = existsSync(place) ? (codes[String(error.code)] ?? "kit-failed") : "kit-gone";
  return fail(code, { title, detail: String(error.code) });
}
