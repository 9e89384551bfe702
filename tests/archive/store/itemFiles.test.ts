import { readdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Failure, ItemId } from "../../../archive/model.ts";
import { openItemFiles } from "../../../archive/store/itemFiles.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const library = temporaryFolder();
const schema = z.object({ id: ItemId, revision: z.int().min(0), text: z.string() });

async function open() {
  const troubles: Failure[] = [];
  return { items: await openItemFiles({ library: library.path, folder: "notes", schema, format: 2 }, troubles), troubles };
}

const first = { id: "a", revision: 0, text: "tou·te·s" };

describe("openItemFiles", () => {
  test("keeps items over a closing, each change making the next revision", async () => {
    const { items } = await open();
    const kept = await items.keep(first);
    expect(kept).toEqual({ ok: true, value: { ...first, revision: 1 } });
    await items.keep({ ...first, revision: 1, text: "autre" });
    const again = await open();
    expect(again.items.all()).toEqual([{ id: "a", revision: 2, text: "autre" }]);
    expect(again.troubles).toEqual([]);
  });

  test("refuses a change made from another state, and gives what is there", async () => {
    const [one, other] = [await open(), await open()];
    await one.items.keep(first);
    const late = await other.items.keep({ ...first, text: "en même temps" });
    expect(late).toMatchObject({ ok: false, failure: { code: "item-changed", subject: "a" } });
    expect(other.items.get("a")).toEqual({ ...first, revision: 1 });
    expect(await other.items.remove("a", 0)).toMatchObject({ ok: false, failure: { code: "item-changed" } });
  });

  test("lets one of two changes asked for at once through, and keeps it", async () => {
    const { items } = await open();
    const answers = await Promise.all(["un", "deux"].map((text) => items.keep({ ...first, text })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect((await open()).items.get("a")?.text).toBe("un");
  });

  test("writes again what was deleted by hand", async () => {
    const { items } = await open();
    await items.keep(first);
    rmSync(library.at("notes/a.json"));
    expect(await items.keep({ ...first, revision: 1, text: "encore" })).toMatchObject({ ok: true });
    expect((await open()).items.get("a")?.text).toBe("encore");
  });

  test("still knows what was in a folder that is gone, as with the key that holds it", async () => {
    const { items } = await open();
    await items.keep(first);
    renameSync(library.at("notes"), library.at("ailleurs"));
    expect(await items.refresh()).toEqual([]);
    expect(items.get("a")?.text).toBe(first.text);
    renameSync(library.at("ailleurs"), library.at("notes"));
    expect(await items.refresh()).toEqual([]);
  });

  test("removes one, once", async () => {
    const { items } = await open();
    await items.keep(first);
    expect(await items.remove("a", 1)).toEqual({ ok: true, value: null });
    expect(await items.remove("a", 1)).toMatchObject({ ok: false, failure: { code: "unknown-item" } });
    expect(readdirSync(library.at("notes"))).toEqual([]);
  });

  test.each([
    ["cut short", '{"format": 2, "id": "b", "te'],
    ["of another shape", '{"format": 2, "id": "b", "revision": 1, "text": 7}'],
    ["under another's name", '{"format": 2, "id": "c", "revision": 1, "text": "c"}'],
  ])("sets a file aside that is %s, names it, and reads the others", async (_, text) => {
    await (await open()).items.keep(first);
    library.put("notes/b.json", text);
    const { items, troubles } = await open();
    expect(items.all().map(({ id }) => id)).toEqual(["a"]);
    expect(troubles).toMatchObject([{ code: "item-damaged", file: expect.stringMatching(/^notes\/b\.json\..*\.damaged$/) }]);
    expect(library.read(troubles[0]?.file ?? "")).toBe(text);
  });

  test("leaves a file of a newer format as it is, even when the item is to be kept", async () => {
    const newer = '{"format": 3, "id": "a", "revision": 9, "shape": "new"}';
    library.put("notes/a.json", newer);
    const { items, troubles } = await open();
    expect(troubles).toMatchObject([{ code: "item-newer", file: "notes/a.json" }]);
    expect(await items.keep(first)).toMatchObject({ ok: false, failure: { code: "item-changed" } });
    expect(library.read("notes/a.json")).toBe(newer);
  });

  test("clears what a writing that was cut off left behind, and nothing that may still be under way", async () => {
    await (await open()).items.keep(first);
    library.put("notes/a.json.0123abcd", "cut sho");
    library.put("notes/a.json.89abcdef", "under way");
    const before = new Date(Date.now() - 3_600_000);
    utimesSync(library.at("notes/a.json.0123abcd"), before, before);
    const { items } = await open();
    expect(items.all()).toHaveLength(1);
    expect(readdirSync(library.at("notes")).sort()).toEqual(["a.json", "a.json.89abcdef"]);
  });

  test("says why nothing can be written", async () => {
    library.put("notes", "a file stands in the way");
    expect(await (await open()).items.keep(first)).toMatchObject({ ok: false, failure: { code: "write-failed", subject: "a" } });
  });
});
