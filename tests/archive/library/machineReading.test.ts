/** What the machine read is kept beside its report: found, on record, lasting, passed on, and forgotten without a trace. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MachineLine, MachinePage } from "../../../archive/model.ts";
import { openLibraryIn, type OpenLibrary, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const engine = "Tesseract, for a test";
const lineOf = (text: string): MachineLine => text.split(" ").map((word, index) => [word, index / 10, 0.1, 0.08, 0.02, 93]);
const pageOf = (page: number, ...lines: string[]): MachinePage => ({ page, lines: lines.map(lineOf) });

let here: OpenLibrary;
let id: string;

beforeEach(async () => {
  here = await openLibraryIn(folder);
  folder.put("scan.pdf", makePdf([{ lines: [] }, { lines: ["Une page qui a son texte"] }, { lines: [] }]));
  id = (await here.importOne(folder.at("scan.pdf"))).document ?? "";
});
afterEach(() => here.archive.close());

const keep = async (page: MachinePage): Promise<null> => valueOf(await here.library.keepMachinePage(id, page, engine));
const file = (): string => folder.at(`library/reports/${id}/ocr.json`);

async function again(): Promise<void> {
  await here.archive.close();
  here = await openLibraryIn(folder);
}

describe("a page read by machine", () => {
  test("is found at once, its hit says so, and the coverage counts it", async () => {
    expect(here.archive.overview().coverage.pagesWithoutText).toBe(2);
    expect(valueOf(await here.library.machineReading(id))).toEqual({ unread: [1, 3], read: [], isKept: true });
    await keep(pageOf(1, "La médiathèque", "éphémère du quar-", "tier"));
    expect(here.found("quartier mediatheque")).toEqual([`${id}#p1`]);
    const [hit] = here.archive.search({ text: "éphémère", limit: 5 }).groups.flatMap(({ hits }) => hits);
    expect(hit?.passage).toMatchObject({ page: 1, byMachine: true });
    expect(here.archive.search({ text: "texte", limit: 5 }).groups[0]?.hits[0]?.passage).not.toHaveProperty("byMachine");
    expect(here.archive.overview().coverage.pagesWithoutText).toBe(1);
    expect(valueOf(await here.library.machineReading(id))).toEqual({ unread: [3], read: [1], isKept: true });
    expect(valueOf(await here.library.machineLines(id, 1))?.[0]).toEqual(lineOf("La médiathèque"));
    expect(valueOf(await here.library.machineLines(id, 3))).toBeNull();
  });

  test("is there after closing, verifying, sealing anew and correcting the card", async () => {
    await keep(pageOf(3, "Une passerelle"));
    await again();
    expect(here.found("passerelle")).toEqual([`${id}#p3`]);
    expect((await here.library.verify()).findings).toEqual([]);
    valueOf(await here.library.reindex());
    expect(here.found("passerelle")).toEqual([`${id}#p3`]);
    await again();
    expect(here.found("passerelle")).toEqual([`${id}#p3`]);
    valueOf(await here.library.edit(id, { title: "Une enquête" }));
    expect(here.found("passerelle")).toEqual([`${id}#p3`]);
    expect((await here.library.verify()).findings).toEqual([]);
  });

  test("where no word was found is not to be read again, and has none", async () => {
    await keep(pageOf(1));
    expect(valueOf(await here.library.machineReading(id))).toEqual({ unread: [3], read: [1], isKept: true });
    expect(here.archive.overview().coverage.pagesWithoutText).toBe(2);
  });

  test("takes the place of what was read there before", async () => {
    await keep(pageOf(1, "Une mauvaise lecture"));
    await keep(pageOf(1, "Une bonne lecture"));
    expect([here.found("mauvaise"), here.found("bonne")]).toEqual([[], [`${id}#p1`]]);
  });

  test("goes to the bin with its report and comes back with it", async () => {
    await keep(pageOf(1, "éphémère"));
    valueOf(await here.library.remove(id));
    expect(here.found("éphémère")).toEqual([]);
    valueOf(await here.library.restore(id));
    expect(here.found("éphémère")).toEqual([`${id}#p1`]);
  });

  test("travels in a pack with its report", async () => {
    await keep(pageOf(1, "éphémère"));
    valueOf(await here.archive.pack({ output: folder.at("a.relire") }));
    const there = await openLibraryIn(folder, { at: "there" });
    await there.importFiles({ paths: [folder.at("a.relire")] });
    expect(there.found("éphémère")).toEqual([`${id}#p1`]);
    expect(valueOf(await there.library.machineReading(id))).toMatchObject({ read: [1], isKept: true });
    expect((await there.library.verify()).findings).toEqual([]);
    await there.archive.close();
  });

  test("is forgotten without a trace", async () => {
    await keep(pageOf(1, "éphémère"));
    valueOf(await here.library.forgetMachine(id));
    expect([here.found("éphémère"), existsSync(file())]).toEqual([[], false]);
    expect((await here.library.verify()).findings).toEqual([]);
    await again();
    expect(here.found("éphémère")).toEqual([]);
    expect(valueOf(await here.library.machineReading(id))).toEqual({ unread: [1, 3], read: [], isKept: true });
  });
});

describe("a file of what was read", () => {
  test.each([
    ["that is none", "{"],
    ["with a word outside of its page", '{"format":1,"sha256":"x","engine":"x","pages":[{"page":1,"lines":[[["mot",2,0,0,0,90]]]}]}'],
  ])("%s is as good as none, and is told by verify", async (_name, text) => {
    await keep(pageOf(1, "éphémère"));
    writeFileSync(file(), text);
    await again();
    valueOf(await here.library.reindex());
    expect(here.found("éphémère")).toEqual([]);
    expect(here.found("texte")).toEqual([`${id}#p2`]);
    expect((await here.library.verify()).findings).toMatchObject([{ code: "file-changed", file: expect.stringContaining("ocr.json") }]);
    await keep(pageOf(1, "éphémère"));
    expect((await here.library.verify()).findings).toEqual([]);
  });

  test("that was written just before the catalogue could tell is taken in when the library is put in order", async () => {
    const catalogue = readFileSync(folder.at("library/catalogue.json"));
    await keep(pageOf(1, "éphémère"));
    await here.archive.close();
    writeFileSync(folder.at("library/catalogue.json"), catalogue);
    here = await openLibraryIn(folder);
    valueOf(await here.library.reindex());
    expect(here.found("éphémère")).toEqual([`${id}#p1`]);
  });
});

test("a letter, and a report that is not the library's, are told apart", async () => {
  expect(await here.library.keepMachinePage("imports/nothing", pageOf(1), engine)).toMatchObject({ ok: false, failure: { code: "unknown-document" } });
  expect(await here.library.machineReading("imports/nothing")).toMatchObject({ ok: false, failure: { code: "unknown-document" } });
});
