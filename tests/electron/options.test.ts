import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOptions } from "../../electron/options.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

describe("the shell's options", () => {
  test("are the bundled archive, the usual library and no screenshot, when nothing is asked", () => {
    const options = readOptions(["electron", ".", "--no-sandbox"]);
    expect(options.archive).toMatch(/[/\\]archive$/);
    expect(options).toMatchObject({ library: null, screenshot: null });
  });

  test("take another archive, another library and the picture to save, as absolute paths", () => {
    expect(readOptions([`--archive=${folder.path}`, "--library=mine", "--screenshot=shot.png"])).toEqual({ archive: folder.path, library: join(process.cwd(), "mine"), screenshot: join(process.cwd(), "shot.png") });
  });

  test("keep what stands after the first equals sign", () => {
    expect(readOptions([`--screenshot=${folder.at("a=b.png")}`]).screenshot).toBe(folder.at("a=b.png"));
  });

  test("refuse an archive that is no folder, in a sentence", () => {
    folder.put("file", "");
    for (const path of [folder.at("nowhere"), folder.at("file")]) expect(() => readOptions([`--archive=${path}`])).toThrow(`--archive: ${path} is not a folder.`);
    expect(() => readOptions(["--archive="])).toThrow(/is not a folder\.$/);
  });
});
