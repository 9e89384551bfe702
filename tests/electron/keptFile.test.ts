import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { allWritten } from "../../archive/store/writeFile.ts";
import { openKeptFile } from "../../electron/keptFile.ts";
import { NewerProfileFile } from "../../electron/readProfileFile.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const schema = z.object({ format: z.literal(1), count: z.int() });
const open = () => openKeptFile(folder.at("kept.json"), schema, { format: 1, count: 0 }, "window-damaged");

describe("a kept file", () => {
  test("is empty at first, and writes nothing by itself", () => {
    expect(open().current()).toEqual({ format: 1, count: 0 });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("holds the last of many changes, also for who waits for all writing to end", async () => {
    const kept = open();
    for (let count = 1; count <= 50; count += 1) void kept.keep({ format: 1, count });
    expect(kept.current().count).toBe(50);
    await allWritten();
    expect(open().current().count).toBe(50);
    expect(readdirSync(folder.path)).toEqual(["kept.json"]);
  });

  test.each([["cut short", '{"format":1,"cou'], ["of no version", '{"count":1}'], ["something else", "[]"]])("that is %s is set aside, and named", async (_name, text) => {
    folder.put("kept.json", text);
    const kept = open();
    expect(kept.current().count).toBe(0);
    expect(folder.read("kept.json.damaged")).toBe(text);
    expect(kept.troubles).toMatchObject([{ code: "window-damaged", file: folder.at("kept.json.damaged") }]);
    await kept.keep({ format: 1, count: 3 });
    expect(open().current().count).toBe(3);
  });

  test("is named without the home folder that it lies in", () => {
    for (const name of ["HOME", "USERPROFILE"]) vi.stubEnv(name, folder.path);
    folder.put("kept.json", "[]");
    expect(open().troubles).toMatchObject([{ file: join("~", "kept.json.damaged") }]);
    folder.put("kept.json", '{"format":2}');
    expect(open().troubles).toEqual([{ code: "profile-newer", file: join("~", "kept.json") }]);
    vi.unstubAllEnvs();
  });

  test("of a later version stays as it is; what changes holds, and is not written", async () => {
    const later = '{"format":2,"count":"many"}';
    folder.put("kept.json", later);
    const kept = open();
    expect(kept.troubles).toEqual([{ code: "profile-newer", file: folder.at("kept.json") }]);
    await expect(kept.keep({ format: 1, count: 3 })).rejects.toThrow(NewerProfileFile);
    expect(kept.current().count).toBe(3);
    expect(readdirSync(folder.path)).toEqual(["kept.json"]);
    expect(folder.read("kept.json")).toBe(later);
  });

  test("says when it cannot be written, holds all the same, and is written the next time", async () => {
    folder.put("in-the-way", "");
    const kept = openKeptFile(folder.at("in-the-way/kept.json"), schema, { format: 1, count: 0 }, "window-damaged");
    await expect(kept.keep({ format: 1, count: 1 })).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(kept.current().count).toBe(1);
    rmSync(folder.at("in-the-way"));
    await kept.keep({ format: 1, count: 2 });
    expect(JSON.parse(folder.read("in-the-way/kept.json"))).toEqual({ format: 1, count: 2 });
  });
});
