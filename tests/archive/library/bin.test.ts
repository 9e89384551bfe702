/** What is removed lies in the bin, whole, until it is brought back or the bin is emptied. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { built } from "../../fixtures/built.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

async function openWithLetter() {
  folder.put("lettre.md", letterText());
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"));
  return { ...opened, id: document! };
}

describe("a document that is removed", () => {
  test("is neither listed nor found, and comes back as it was", async () => {
    const { library, archive, found, id } = await openWithLetter();
    valueOf(await library.remove(id));
    expect(archive.overview().documents).toEqual([]);
    expect(found("fanes")).toEqual([]);
    expect(await archive.letter(id)).toMatchObject({ failure: { code: "unknown-document" } });
    expect(library.bin()).toMatchObject([{ head: { id, title: "La lettre" } }]);
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(again.archive.overview()).toMatchObject({ documents: [], troubles: [] });
    expect(valueOf(await again.library.restore(id))).toMatchObject({ id });
    expect(again.found("fanes")).toEqual([`${id}#la-soupe`]);
    expect(again.library.bin()).toEqual([]);
    expect(existsSync(folder.at("library/bin/letters"))).toBe(true);
  });

  test("comes back when it is imported again", async () => {
    const { library, importOne, found, id } = await openWithLetter();
    valueOf(await library.remove(id));
    expect(await importOne(folder.at("lettre.md"))).toMatchObject({ status: "added", document: id });
    expect(library.bin()).toEqual([]);
    expect(found("fanes")).toEqual([`${id}#la-soupe`]);
  });

  test("is gone for good once the bin is emptied", async () => {
    const { library, id } = await openWithLetter();
    valueOf(await library.remove(id));
    valueOf(await library.emptyBin());
    expect(library.bin()).toEqual([]);
    expect(existsSync(folder.at(`library/bin/letters/${id}`))).toBe(false);
    expect(await library.restore(id)).toMatchObject({ failure: { code: "unknown-document" } });
  });

  test("has to be the library's", async () => {
    const { library } = await openLibraryIn(folder, { bundled: [built("archive")] });
    expect(await library.remove("la-derivation/2022-10")).toMatchObject({ failure: { code: "unknown-document" } });
    expect(await library.restore("la-derivation/2022-10")).toMatchObject({ failure: { code: "unknown-document" } });
  });
});
