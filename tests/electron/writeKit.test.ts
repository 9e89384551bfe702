/** A kit that is whole or says what is not, whatever becomes of the key meanwhile: full, read-only, pulled out, or no longer wanted. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { KitProgress } from "../../electron/kitContract.ts";
import { type KitFiles, writeKit } from "../../electron/writeKit.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const files = new Map([["un.pdf", new Uint8Array([1, 2, 3])], ["LISEZMOI.txt", new TextEncoder().encode("Bonjour")]]);
const heavy: KitFiles = new Map([["lourd.pdf", new Uint8Array(2_500_000).fill(7)], ...files]);

const keys: string[] = [];
afterEach(() => {
  for (const key of keys.splice(0)) {
    spawnSync("umount", ["--lazy", key]);
    rmSync(key, { recursive: true, force: true });
  }
});

/** A key of so many megabytes, in memory; null where none can be mounted: this wants Linux and its superuser. */
function plugIn(megabytes: number): string | null {
  const key = mkdtempSync(join(tmpdir(), "relire-key-"));
  const isMounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", key]).status === 0;
  keys.push(key);
  return isMounted ? key : null;
}

test("a kit is a folder of its own, with all its files; an earlier one stays beside it", async () => {
  expect(await writeKit(folder.path, "Atelier", files)).toEqual({ ok: true, value: { folder: "Atelier", files: ["un.pdf", "LISEZMOI.txt"], bytes: 10 } });
  expect(folder.read("Atelier/LISEZMOI.txt")).toBe("Bonjour");
  expect(await writeKit(folder.path, "Atelier", files)).toMatchObject({ ok: true, value: { folder: "Atelier (2)" } });
  expect(readdirSync(folder.path).toSorted()).toEqual(["Atelier", "Atelier (2)"]);
});

test("what is done is told byte by byte: all that is written, then all that is read back", async () => {
  const told: KitProgress[] = [];
  expect(await writeKit(folder.path, "Atelier", heavy, { onProgress: (progress) => told.push(progress) })).toMatchObject({ ok: true });
  for (const step of ["writing", "reading"] as const) {
    const done = told.filter((progress) => progress.step === step);
    expect(done.length).toBeGreaterThan(3);
    expect(done.map((progress) => progress.done)).toEqual(done.map((progress) => progress.done).toSorted((a, b) => a - b));
    expect(done.at(-1)).toEqual({ step, file: "LISEZMOI.txt", done: 2_500_010, total: 2_500_010 });
  }
});

test.each(["writing", "reading"] as const)("stopped while %s, it leaves nothing, and the earlier kit as it was", async (step) => {
  await writeKit(folder.path, "Atelier", files);
  const ending = new AbortController();
  const stopped = await writeKit(folder.path, "Atelier", heavy, { signal: ending.signal, onProgress: (progress) => progress.step === step && progress.done > 1_000_000 && ending.abort() });
  expect(stopped).toEqual({ ok: true, value: null });
  expect(readdirSync(folder.path)).toEqual(["Atelier"]);
  expect(folder.read("Atelier/LISEZMOI.txt")).toBe("Bonjour");
});

test("what an earlier try left on the key is cleared; a folder with anything else in it is not", async () => {
  mkdirSync(folder.at("Atelier.part"));
  writeFileSync(folder.at("Atelier.part/un.pdf"), "la moitié");
  await writeKit(folder.path, "Atelier", files);
  expect(readdirSync(folder.path)).toEqual(["Atelier"]);
  mkdirSync(folder.at("Autre.part"));
  writeFileSync(folder.at("Autre.part/mes vacances.txt"), "");
  expect(await writeKit(folder.path, "Autre", files)).toMatchObject({ ok: true, value: { folder: "Autre (2)" } });
  expect(existsSync(folder.at("Autre.part/mes vacances.txt"))).toBe(true);
});

test("a place that is not there, and a file that cannot be written, are said; nothing that looks whole is left", async () => {
  expect(await writeKit(folder.at("gone"), "Atelier", files)).toMatchObject({ ok: false, failure: { code: "kit-gone", title: "Atelier" } });
  const bad = new Map([...files, ["n".repeat(300), new Uint8Array([1])]]);
  expect(await writeKit(folder.path, "Atelier", bad)).toMatchObject({ ok: false, failure: { code: "kit-failed", detail: "ENAMETOOLONG" } });
  expect(readdirSync(folder.path)).toEqual([]);
});

test("a full key is said before anything is written to it, and one that fills up meanwhile is cleared", async (context) => {
  const key = plugIn(4) ?? context.skip();
  writeFileSync(join(key, "photos"), Buffer.alloc(2_000_000));
  expect(await writeKit(key, "Atelier", heavy)).toMatchObject({ ok: false, failure: { code: "kit-full", title: "Atelier" } });
  rmSync(join(key, "photos"));
  const fill = ({ step, done }: KitProgress): void => void (step === "writing" && done === 1_000_000 && spawnSync("dd", ["if=/dev/zero", `of=${join(key, "autre")}`, "bs=64k"]));
  expect(await writeKit(key, "Atelier", heavy, { onProgress: fill })).toMatchObject({ ok: false, failure: { code: "kit-full", title: "lourd.pdf", detail: "ENOSPC" } });
  expect(readdirSync(key)).toEqual(["autre"]);
});

test("a key that may not be written to is said", async (context) => {
  const key = plugIn(8) ?? context.skip();
  execFileSync("mount", ["-o", "remount,ro", key]);
  expect(await writeKit(key, "Atelier", files)).toMatchObject({ ok: false, failure: { code: "kit-read-only", detail: "EROFS" } });
});

test.each(["writing", "reading"] as const)("a key that is pulled out while %s is said", async (step) => {
  const key = plugIn(8);
  if (key === null) return;
  const pullOut = (progress: KitProgress): void => void (progress.step === step && progress.file === "un.pdf" && spawnSync("umount", ["--lazy", key]));
  expect(await writeKit(key, "Atelier", heavy, { onProgress: pullOut })).toMatchObject({ ok: false, failure: { code: "kit-gone" } });
  expect(readdirSync(key)).toEqual([]);
});
