import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withLock } from "../../build/setup/lock.mjs";

let folder = "";
let lock = "";
let said: string[] = [];

beforeEach(async () => {
  said = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => said.push(String(line)) > 0);
  folder = await mkdtemp(join(tmpdir(), "relire-lock-"));
  lock = join(folder, "deep/make.lock");
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe("withLock", () => {
  test("lets one work at a time, and tells the others that they wait", async () => {
    let atWork = 0;
    let most = 0;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(5);
      atWork -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(lock, "Waiting.", work)));
    expect(most).toBe(1);
    expect(said).toEqual(["Waiting.\n", "Waiting.\n"]);
  });

  test("gives the work's answer, leaves nothing behind, and is free after a failure", async () => {
    await expect(withLock(lock, "Waiting.", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(lock, "Waiting.", () => Promise.resolve(7))).toBe(7);
    expect(await readdir(join(folder, "deep"))).toEqual([]);
  });

  test("takes over from a process that is gone", async () => {
    await withLock(lock, "Waiting.", () => Promise.resolve());
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await writeFile(lock, String(pid));
    expect(await withLock(lock, "Waiting.", () => Promise.resolve("mine"))).toBe("mine");
    expect(said).toEqual([]);
  });

  test("takes over a lock that nobody has touched for long, though a process has its number", async () => {
    await withLock(lock, "Waiting.", () => Promise.resolve());
    await writeFile(lock, String(process.pid));
    const long = new Date(Date.now() - 60_000);
    await utimes(lock, long, long);
    await withLock(lock, "Waiting.", () => Promise.resolve());
    expect(existsSync(lock)).toBe(false);
  });
});
