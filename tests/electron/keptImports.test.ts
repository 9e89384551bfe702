import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ImportItem } from "../../archive/draft.ts";
import type { KeptImport } from "../../electron/importContract.ts";
import { openKeptImports } from "../../electron/keptImports.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const item: ImportItem = {
  file: "Lettres/mai.md",
  status: "added",
  document: "imports/mai-1",
  kind: "letter",
  collection: "imports",
  title: "Mai",
  date: null,
  sections: [{ id: "edito", title: "Édito", rubric: null }],
  pages: null,
  revision: 1,
  notes: [{ code: "no-date", detail: "" }],
  failure: null,
};

function kept(id: string, minute: number, items = [item]): KeptImport {
  const at = new Date(Date.UTC(2026, 10, 25, 19, minute)).toISOString();
  return { head: { id, at, added: items.length, unchanged: 0, failed: 0, cancelled: false }, items };
}

describe("the reports of imports", () => {
  test("are there again after a restart, oldest first", async () => {
    const first = await openKeptImports(folder.at("imports"));
    expect(first.all).toEqual([]);
    await first.keep(kept("b", 2));
    await first.keep(kept("a", 1));
    expect((await openKeptImports(folder.at("imports"))).all).toEqual([kept("a", 1), kept("b", 2)]);
  });

  test("are replaced by a later word on the same import", async () => {
    const imports = await openKeptImports(folder.at("imports"));
    await imports.keep(kept("a", 1, []));
    await imports.keep(kept("a", 1));
    expect(imports.all).toEqual([kept("a", 1)]);
    expect((await openKeptImports(folder.at("imports"))).all).toEqual([kept("a", 1)]);
  });

  test.each(["", "{", "[]", '{"head":{}}', JSON.stringify({ ...kept("x", 1), items: [{ ...item, status: "eaten" }] }), JSON.stringify({ ...kept("x", 1), items: [{ ...item, notes: [{ code: "?", detail: "" }] }] })])(
    "set aside and name a file that holds %j",
    async (text) => {
      folder.put("imports/x.json", text);
      folder.put("imports/y.json", JSON.stringify(kept("y", 1)));
      const imports = await openKeptImports(folder.at("imports"));
      expect(imports.all).toEqual([kept("y", 1)]);
      expect(imports.troubles).toMatchObject([{ code: "import-report-damaged", file: folder.at("imports/x.json.damaged") }]);
      expect(folder.read("imports/x.json.damaged")).toBe(text);
      expect((await openKeptImports(folder.at("imports"))).troubles).toEqual([]);
    },
  );

  test("leave alone, and name, a file of a later Relire", async () => {
    const later = JSON.stringify({ format: 2, head: "otherwise" });
    folder.put("imports/x.json", later);
    const imports = await openKeptImports(folder.at("imports"));
    expect(imports.troubles).toEqual([{ code: "import-report-newer", file: folder.at("imports/x.json") }]);
    await imports.keep(kept("y", 1));
    expect(folder.read("imports/x.json")).toBe(later);
  });

  test("give way to newer ones beyond a hundred", async () => {
    const imports = await openKeptImports(folder.at("imports"));
    for (let number = 0; number < 103; number += 1) await imports.keep(kept(`n${number}`, number));
    expect(imports.all).toHaveLength(100);
    expect(imports.all[0]?.head.id).toBe("n3");
    expect(readdirSync(folder.at("imports"))).toHaveLength(100);
  });

  test("that cannot be written stop nothing", async () => {
    folder.put("imports", "a file in the folder's place");
    const imports = await openKeptImports(folder.at("imports"));
    await imports.keep(kept("a", 1));
    expect(imports.all).toEqual([kept("a", 1)]);
  });
});
