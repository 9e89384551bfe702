import { describe, expect, test } from "vitest";
import { answerReading } from "../../electron/readingAnswers.ts";
import type { KeptTabs, Reading } from "../../electron/readingContract.ts";
import { readingSchema, tabsSchema } from "../../electron/readingRequests.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const started: Reading = {
  document: "la-derivation/2022-10",
  state: { kind: "started", section: "une-lecture", paragraph: { index: 3, start: "ce que les lieux ont en commun" }, share: 0.4, at: 1_700_000_000_000 },
};
const read: Reading = { document: "les-passerelles/2023-01", state: { kind: "read", at: 1_700_000_000_001 } };
const onPage: Reading = { document: "la-derivation/mutualisons-2022", state: { kind: "onPage", page: 12, share: 0.5, at: 1_700_000_000_000 } };
const open: KeptTabs = {
  tabs: [
    { list: { kind: "letters", collection: null }, sheet: { kind: "start" } },
    { list: { kind: "search", text: "guichet" }, sheet: { kind: "letter", id: "la-derivation/2022-10", section: null, paragraph: null, row: { kind: "year", year: "2022" } } },
  ],
  shown: 1,
};

describe("what is kept of reading", () => {
  test("is nothing at first", async () => {
    const { calls: reading } = answerReading(folder.path);
    expect(await reading.readingStates()).toEqual({ ok: true, value: [] });
    expect(await reading.keptTabs()).toEqual({ ok: true, value: null });
  });

  test("is found again, and unread again once it is said to be", async () => {
    const { calls: before } = answerReading(folder.path);
    await before.keepReadings([started, onPage, read]);
    await before.keepTabs(open);
    const { calls: after } = answerReading(folder.path);
    expect(await after.readingStates()).toEqual({ ok: true, value: [started, onPage, read] });
    expect(await after.keptTabs()).toEqual({ ok: true, value: open });
    await after.keepReadings([{ ...started, state: null }, { ...onPage, state: null }]);
    expect(await answerReading(folder.path).calls.readingStates()).toEqual({ ok: true, value: [read] });
  });

  test("is taken over from the time when only letters were followed", async () => {
    folder.put("reading.json", JSON.stringify({ format: 1, letters: [{ letter: started.document, state: started.state }] }));
    const { calls: reading } = answerReading(folder.path);
    expect(await reading.readingStates()).toEqual({ ok: true, value: [started] });
    await reading.keepReadings([read]);
    expect(await answerReading(folder.path).calls.readingStates()).toEqual({ ok: true, value: [started, read] });
  });

  test("is the state of many at once, and of their former ones when that is taken back", async () => {
    const { calls: reading } = answerReading(folder.path);
    await reading.keepReadings([started, onPage]);
    await reading.keepReadings([started, onPage, read].map(({ document }) => ({ document, state: { kind: "read", at: 1_800_000_000_000 } })));
    await reading.keepReadings([started, onPage, { ...read, state: null }]);
    expect(await answerReading(folder.path).calls.readingStates()).toEqual({ ok: true, value: [started, onPage] });
  });

  test("is set aside when damaged, the one file without the other, and named", async () => {
    const { calls: before } = answerReading(folder.path);
    await before.keepReadings([read]);
    await before.keepTabs(open);
    folder.put("tabs.json", folder.read("tabs.json").replace('"shown":1', '"shown":7'));
    const { calls: after, troubles } = answerReading(folder.path);
    expect(troubles).toMatchObject([{ code: "tabs-damaged", file: folder.at("tabs.json.damaged") }]);
    expect(await after.keptTabs()).toEqual({ ok: true, value: null });
    expect(await after.readingStates()).toEqual({ ok: true, value: [read] });
    expect(folder.read("tabs.json.damaged")).toContain('"shown":7');
  });
});

test("of a later Relire is left as it is, and said with each change", async () => {
  const later = JSON.stringify({ format: 3, letters: "otherwise" });
  folder.put("reading.json", later);
  const { calls, troubles } = answerReading(folder.path);
  expect(troubles).toEqual([{ code: "profile-newer", file: folder.at("reading.json") }]);
  expect(await calls.keepReadings([read])).toEqual({ ok: false, failure: { code: "profile-newer" } });
  expect(await calls.readingStates()).toEqual({ ok: true, value: [read] });
  expect(folder.read("reading.json")).toBe(later);
});

describe("what may be told of reading", () => {
  test.each([
    ["a path for a letter", { ...started, document: "../../etc/passwd" }],
    ["more than all of it", { ...started, state: { ...started.state, share: 1.2 } }],
    ["a page before the first", { ...onPage, state: { ...onPage.state, page: 0 } }],
    ["a state of another kind", { ...started, state: { kind: "loved", at: 1 } }],
  ])("is not %s", (_name, told) => {
    expect(readingSchema.safeParse(told).success).toBe(false);
  });

  test.each([
    ["no tab at all", { tabs: [], shown: 0 }],
    ["one shown that is none of them", { ...open, shown: 2 }],
    ["a sheet of another kind", { ...open, tabs: [{ list: { kind: "rubrics" }, sheet: { kind: "web", address: "https://example.org" } }], shown: 0 }],
  ])("is not %s", (_name, told) => {
    expect(tabsSchema.safeParse(told).success).toBe(false);
  });
});
