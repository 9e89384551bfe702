import { spawnSync } from "node:child_process";
import { readPdf } from "../../archive/import/pdf.ts";
import { existsSync, readdirSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { openArchive } from "../../archive/archive.ts";
import { built } from "../fixtures/built.ts";
import { contentFile, putBuilder, putContent } from "../fixtures/contentTree.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const report = "essai/reports/carnet.md";
const letter = "essai/letters/2022-10.md";

beforeEach(() => putBuilder(folder));

function build(changes: Record<string, string> = {}): { code: number | null; said: string } {
  putContent(folder, "content", changes);
  const { status, stdout, stderr } = spawnSync(process.execPath, [built("shell/buildContent.cjs"), "content", "originals", "result"], { cwd: folder.path, encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

describe("the content's builder", () => {
  test("makes an archive that opens, with its index, pictures and reports", async () => {
    expect(build()).toEqual({ code: 0, said: "" });
    expect(readdirSync(folder.at("result")).sort()).toEqual(["catalogue.json", "index.documents", "index.sealed", "letters", "passages.texts", "reports"]);
    const archive = await openArchive({ bundled: [folder.at("result")], library: null, readPdf });
    expect(archive.overview()).toMatchObject({ troubles: [], documents: [{ id: "essai/carnet", date: "2022-10-05", pageLabels: ["i", "ii", "iii", "1", "2"] }, { id: "essai/2022-10" }] });
    expect(archive.search({ text: "oeuvre", limit: 5 }).groups[0]?.hits[0]).toMatchObject({ passage: { id: "essai/carnet#p4", heading: "1" } });
    expect(existsSync(folder.at("result.making"))).toBe(false);
  });

  test("names every problem with file and line, makes nothing, and leaves what was there", () => {
    folder.put("result/catalogue.json", "what was there");
    const { code, said } = build({
      [letter]: `${contentFile(letter)}\n[mots](relire://essai/2022-11)\n`,
      [report]: contentFile(report).replace("#debut)", "#milieu)").replace("carre.svg", "rond.svg").replace("Une citation.", "<b>Une</b> citation."),
    });
    expect(code).toBe(1);
    expect(said.trimEnd().split("\n")).toEqual([
      "essai/letters/2022-10.md:14: dead link: relire://essai/2022-11",
      "essai/reports/carnet.md:11: dead link: no heading here has the id #milieu",
      "essai/reports/carnet.md:15: the picture ../pictures/rond.svg does not exist",
      "essai/reports/carnet.md:31: HTML is not shown: write it in Markdown",
      "essai/reports/carnet.md:31: HTML is not shown: write it in Markdown",
    ]);
    expect(folder.read("result/catalogue.json")).toBe("what was there");
  });

  test("names a link to a page that the report does not have, once it is made", () => {
    expect(build({ [letter]: contentFile(letter).replace("carnet#p1", "carnet#p9") })).toEqual({ code: 1, said: "essai/letters/2022-10.md:12: dead link: relire://essai/carnet#p9\n" });
  });

  test("says how it is used", () => {
    expect(spawnSync(process.execPath, [built("shell/buildContent.cjs")], { encoding: "utf8" })).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^usage: /) });
  });
});
