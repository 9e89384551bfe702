/** A folder of small files that several processes write: one after the other, waiting for one another a little. */
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../model.ts";
import { itemsLockFile } from "./layout.ts";
import { type Lock, takeLock } from "./lock.ts";

/** Milliseconds between two tries for a lock that another process has, and tries: a writing takes a few milliseconds. */
const lockPause = 20;
const mostTries = 250;

/** Work in a folder that no other process does at the same time, in this one as it comes; failures name the item. */
export function oneAtATime(folder: string): <Value>(id: string, work: () => Promise<Answer<Value>>) => Promise<Answer<Value>> {
  let holders = 0;
  let lock: Promise<Answer<Lock>> | null = null;
  let released: Promise<unknown> = Promise.resolve();
  async function take(): Promise<Answer<Lock>> {
    await released;
    for (let tries = 1; ; tries++) {
      const taken = await takeLock(folder, itemsLockFile);
      if (taken.ok || taken.failure.code !== "library-locked" || tries === mostTries) return taken;
      await pause(lockPause);
    }
  }
  return async (id, work) => {
    holders += 1;
    const taken = await (lock ??= take());
    try {
      return taken.ok ? await work() : { ok: false, failure: { ...taken.failure, subject: id } };
    } finally {
      holders -= 1;
      if (holders === 0) {
        lock = null;
        released = taken.ok ? taken.value.release() : Promise.resolve();
      }
      await released;
    }
  };
}
