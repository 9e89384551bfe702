/** One writer at a time, and none kept out by a writer that is gone. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { takeLock } from "../../../archive/store/lock.ts";
import { valueOf } from "../../fixtures/library.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const file = "library.lock";

test("a lock that is held keeps others out, and is gone once released", async () => {
  const lock = valueOf(await takeLock(folder.path));
  expect(lock.wasInterrupted).toBe(false);
  expect(await takeLock(folder.path)).toMatchObject({ ok: false, failure: { code: "library-locked" } });
  await lock.release();
  expect(existsSync(folder.at(file))).toBe(false);
});

test("the lock of a process that is gone is taken over, and tells of it", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  folder.put(file, JSON.stringify({ pid, host: hostname(), startedAt: new Date().toISOString(), key: "k" }));
  const lock = valueOf(await takeLock(folder.path));
  expect(lock.wasInterrupted).toBe(true);
  await lock.release();
});

test("a lock whose writer was killed before it said who it is keeps nobody out", async () => {
  folder.put(file, "");
  const lock = valueOf(await takeLock(folder.path));
  expect(lock.wasInterrupted).toBe(true);
  await lock.release();
});
