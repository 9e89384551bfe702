/**
 * One writer at a time for a library: a file that says who writes, and since when. Whoever writes touches it every few seconds. It is stale, and may be
 * taken over, when its process is gone, when the computer was started since, or when it was not touched for long: a minute on another computer, whose
 * processes cannot be asked for, five on this one. A lock that is taken over tells that the writer before was interrupted.
 */
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Answer, fail, succeed } from "../model.ts";
import { lockFile } from "./layout.ts";
import { answerOf } from "./systemFailure.ts";

const Holder = z.object({ pid: z.int(), host: z.string(), startedAt: z.iso.datetime(), key: z.string() });
type Holder = z.infer<typeof Holder>;

export interface Lock {
  /** The writer before did not end its work. */
  wasInterrupted: boolean;
  release(): Promise<void>;
}

const touchEvery = 5000;
/** Milliseconds without a touch after which a lock is stale. */
const staleAfter = { elsewhere: 60_000, here: 300_000 };
/** A lock file is made before its content is written. An empty one is waited for so long; then its writer was killed in between. */
const emptyFor = 2000;

/** Takes a folder's lock, of some name, making the folder when needed. Fails with `library-locked`, or with why nothing can be written there. */
export function takeLock(folder: string, name: string = lockFile): Promise<Answer<Lock>> {
  return answerOf(async () => {
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    let wasInterrupted = false;
    // More than once only when others take and leave it meanwhile.
    for (let attempt = 0; attempt < 5; attempt++) {
      const key = await create(path);
      if (key !== null) return succeed({ wasInterrupted, release: keepTouching(path, key) });
      while (await isBeingMade(path)) await pause(emptyFor / 20);
      if (!(await isStale(path))) break;
      wasInterrupted = await setAside(path) || wasInterrupted;
    }
    return fail("library-locked", { file: name });
  });
}

/** Whether a writer was interrupted: its lock is still there, and stale. */
export async function wasInterrupted(folder: string): Promise<boolean> {
  const path = join(folder, lockFile);
  return (await stat(path).catch(() => null)) !== null && isStale(path);
}

/** The key of a lock that was made; null when there is one already. */
async function create(path: string): Promise<string | null> {
  const holder: Holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString(), key: randomUUID() };
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(JSON.stringify(holder));
    } finally {
      await file.close();
    }
    return holder.key;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
    await rm(path, { force: true });
    throw error;
  }
}

/** Whether it is there, empty, and not for long. */
async function isBeingMade(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === 0 && Date.now() - found.mtimeMs <= emptyFor;
}

async function isStale(path: string): Promise<boolean> {
  const touched = await stat(path).then(({ mtimeMs }) => mtimeMs, () => null);
  if (touched === null) return true;
  const holder = await readHolder(path);
  if (!holder) return Date.now() - touched > emptyFor;
  const untouched = Date.now() - touched;
  if (holder.host !== hostname()) return untouched > staleAfter.elsewhere;
  // Numbers of processes are given anew at every start of the computer.
  return !isRunning(holder.pid) || untouched > Math.min(staleAfter.here, uptime() * 1000);
}

/**
 * Takes a stale lock out of the way. It is renamed first, which only one of several can do; whoever finds that it renamed a fresh one, made in between,
 * gives it back.
 */
async function setAside(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    await rename(path, aside);
  } catch {
    return false;
  }
  if (await isStale(aside)) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, path);
  return false;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Signal 0 asks whether a process is there (kill(2)); EPERM says that it is, and another person's. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Touches a lock until it is released; gives the way to release it. */
function keepTouching(path: string, key: string): () => Promise<void> {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, touchEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    if ((await readHolder(path))?.key === key) await rm(path, { force: true });
  };
}
