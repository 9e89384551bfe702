/** What a later Relire wrote in a library: said, and not changed, also by what would write over it. */
import { describe, expect, test } from "vitest";
import type { MachinePage } from "../../../archive/model.ts";
import { newKeyFile, readKeyFile } from "../../../archive/share/packKey.ts";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

async function openWithLetter() {
  folder.put("lettre.md", letterText());
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  return { ...opened, id: document ?? "" };
}

describe("a newer record", () => {
  test("is not written over by a correction, an undo, a revision; nothing else of the letter changes", async () => {
    const { library, importOne, id } = await openWithLetter();
    valueOf(await library.edit(id, { title: "Une autre" }));
    const file = `library/letters/${id}/record.json`;
    const newer = JSON.stringify({ ...JSON.parse(folder.read(file)), format: 2, said: "otherwise" });
    folder.put(file, newer);
    const letter = folder.read(`library/letters/${id}/letter.md`);
    const refused = { ok: false, failure: { code: "library-newer", file: `letters/${id}/record.json` } };
    expect(await library.edit(id, { title: "Encore une autre" })).toMatchObject(refused);
    expect(await library.undoEdit(id)).toMatchObject(refused);
    folder.put("lettre.md", letterText({ body: "## La soupe\n\nUne soupe de panais.\n" }));
    expect(await importOne(folder.at("lettre.md"), { collection: "essai" })).toMatchObject({ status: "failed", failure: { code: "library-newer" } });
    expect(folder.read(file)).toBe(newer);
    expect(folder.read(`library/letters/${id}/letter.md`)).toBe(letter);
  });
});

describe("keys that a newer Relire knows", () => {
  test("are named, not written over, and no signed pack is taken in without them", async () => {
    const { archive, id } = await openWithLetter();
    valueOf(await archive.pack({ output: folder.at("a.relire"), key: valueOf(readKeyFile(newKeyFile("La Dérivation"))) }));
    valueOf(await archive.pack({ output: folder.at("b.relire") }));
    const newer = '{"format":2,"keys":"otherwise"}';
    folder.put("there/publishers.json", newer);
    const there = await openLibraryIn(folder, { at: "there" });
    expect(there.archive.overview().troubles).toEqual([{ code: "library-newer", file: "publishers.json" }]);
    expect(await there.importFiles({ paths: [folder.at("a.relire")] })).toMatchObject({ items: [{ status: "failed", failure: { code: "library-newer", detail: "publishers.json comes from a newer version" } }] });
    expect(there.archive.overview().documents).toEqual([]);
    expect(await there.importFiles({ paths: [folder.at("b.relire")] })).toMatchObject({ items: [{ status: "added", document: id }] });
    expect(folder.read("there/publishers.json")).toBe(newer);
  });

  test("damaged, are set aside and named", async () => {
    folder.put("library/publishers.json", "{ half");
    const { archive } = await openLibraryIn(folder);
    expect(archive.overview().troubles).toEqual([{ code: "keys-damaged", file: "publishers.json.damaged" }]);
    expect(folder.read("library/publishers.json.damaged")).toBe("{ half");
  });
});

describe("what a later Relire read by machine", () => {
  const newer = '{"format":2,"read":"otherwise"}';

  async function openWithReading() {
    folder.put("scan.pdf", makePdf([{ lines: [] }, { lines: ["Une page qui a son texte"] }]));
    const opened = await openLibraryIn(folder);
    const id = (await opened.importOne(folder.at("scan.pdf"))).document ?? "";
    valueOf(await opened.library.keepMachinePage(id, page, "Tesseract, for a test"));
    const file = `reports/${id}/ocr.json`;
    folder.put(`library/${file}`, newer);
    return { ...opened, id, file };
  }
  const page: MachinePage = { page: 1, lines: [[["éphémère", 0.1, 0.1, 0.1, 0.1, 90]]] };

  test("is named, counts as not read, and is neither written over nor forgotten; the report is read as it is", async () => {
    const { archive, id, file } = await openWithReading();
    await archive.close();
    const again = await openLibraryIn(folder);
    const said = { code: "library-newer", file };
    expect(again.archive.overview().troubles).toEqual([said]);
    expect([again.found("éphémère"), again.found("texte")]).toEqual([[], [`${id}#p2`]]);
    const refused = { ok: false, failure: said };
    expect(await again.library.machineReading(id)).toMatchObject(refused);
    expect(await again.library.keepMachinePage(id, page, "Tesseract, for a test")).toMatchObject(refused);
    expect(await again.library.forgetMachine(id)).toMatchObject(refused);
    expect((await again.library.verify()).findings).toMatchObject([said]);
    valueOf(await again.library.edit(id, { title: "Une enquête" }));
    valueOf(await again.library.reindex());
    valueOf(await again.library.remove(id));
    valueOf(await again.library.restore(id));
    expect(folder.read(`library/${file}`)).toBe(newer);
    await again.archive.close();
  });

  test("travels in a pack, and waits there for a Relire that can read it", async () => {
    const { archive } = await openWithReading();
    valueOf(await archive.pack({ output: folder.at("a.relire") }));
    const there = await openLibraryIn(folder, { at: "there" });
    const { document } = await there.importOne(folder.at("a.relire"));
    expect(folder.read(`there/reports/${document}/ocr.json`)).toBe(newer);
    expect((await there.library.verify()).findings).toEqual([]);
    expect(there.found("texte")).toEqual([`${document}#p2`]);
    await there.archive.close();
  });
});
