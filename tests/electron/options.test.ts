import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOptions } from "../../electron/options.ts";
import { projectFolder } from "../fixtures/built.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

describe("the shell's options", () => {
  test("are the bundled archive, the usual library and no screenshot, when nothing is asked", () => {
    const options = readOptions(["electron", ".", "--no-sandbox"], projectFolder);
    expect(options.archive).toMatch(/[/\\]archive$/);
    expect(options).toMatchObject({ library: null, screenshot: null });
  });

  test("take another archive, another library and the picture to save, as absolute paths", () => {
    expect(readOptions([`--archive=${folder.path}`, "--library=mine", "--screenshot=shot.png"], projectFolder)).toEqual({
      archive: folder.path,
      library: join(process.cwd(), "mine"),
      screenshot: join(process.cwd(), "shot.png"),
      given: [],
      links: [],
    });
  });

  test("take links of Relire's, which are no files", () => {
    const options = readOptions(["electron", ".", "--", "relire://letter/a/b?s=c", "RELIRE:?", "https://example.org"], projectFolder);
    expect(options).toMatchObject({ given: [], links: ["relire://letter/a/b?s=c", "RELIRE:?"] });
  });

  test("take files and folders that are there to import, and neither the project, switches nor anything else", () => {
    const file = folder.at("mai.eml");
    folder.put("mai.eml", "");
    expect(readOptions(["electron", ".", "--no-sandbox", file, folder.path, folder.at("nowhere"), ""], projectFolder).given).toEqual([file, folder.path]);
  });

  test("keep what stands after the first equals sign", () => {
    expect(readOptions([`--screenshot=${folder.at("a=b.png")}`], projectFolder).screenshot).toBe(folder.at("a=b.png"));
  });

  test("refuse an archive that is no folder, in a sentence", () => {
    folder.put("file", "");
    for (const path of [folder.at("nowhere"), folder.at("file")]) expect(() => readOptions([`--archive=${path}`], projectFolder)).toThrow(`--archive: ${path} is not a folder.`);
    expect(() => readOptions(["--archive="], projectFolder)).toThrow(/is not a folder\.$/);
  });
});
