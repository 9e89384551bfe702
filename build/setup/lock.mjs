import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./say.mjs";

/**
 * One process at a time. The lock is a file that holds its owner's process id; the owner touches it while it works.
 * It is taken over when that process is gone, or when it has been left untouched: in a container a dead owner's id may
 * belong to somebody else by now.
 */
const TOUCHED_EVERY = 2_000;
const LEFT_AFTER = 30_000;
const LOOK_EVERY = 100;

/**
 * @template T
 * @param {string} file
 * @param {string} waiting what to tell the person who has to wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, waiting, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file);) {
    if (isLeft(file)) {
      clear(file);
      continue;
    }
    if (!told) say(waiting);
    told = true;
    await sleep(LOOK_EVERY);
  }
  const heartbeat = setInterval(() => touch(file), TOUCHED_EVERY);
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off("exit", release);
    release();
  }
}

/** A link appears whole or not at all, so nobody reads a lock without its owner. @param {string} file */
function take(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function isLeft(file) {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    return Date.now() - statSync(file).mtimeMs > LEFT_AFTER || !isAlive(owner);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/**
 * Two that find the same dead owner must not each remove a lock: the second would remove the first one's new lock.
 * So whoever clears holds a second file, and looks again once it has it.
 *
 * @param {string} file
 */
function clear(file) {
  const broom = `${file}.clearing`;
  try {
    writeFileSync(broom, "", { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    // Clearing takes no time at all; a broom this old was dropped by a process that was killed.
    if (Date.now() - (statSync(broom, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > LEFT_AFTER) {
      rmSync(broom, { force: true });
    }
    return;
  }
  if (isLeft(file)) rmSync(file, { force: true });
  rmSync(broom, { force: true });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was deleted under us; the work itself will say so.
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
