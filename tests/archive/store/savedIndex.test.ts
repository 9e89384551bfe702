import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passage } from "../../../archive/model.ts";
import { fingerprint, readIndex, readPassages, writeIndex, writePassages } from "../../../archive/store/savedIndex.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const passages: Passage[] = [
  { id: "essai/2022-10#une-lecture", document: "essai/2022-10", kind: "section", heading: "Une lecture", rubric: "lecture", page: null, text: "tou·te·s\n🍂" },
  { id: "essai/carnet#p1", document: "essai/carnet", kind: "page", heading: "i", rubric: null, page: 1, text: "Page une" },
];
const index = { documentCount: 2, words: { a: [1, 2] } };

const kinds = [
  { name: "passages", file: "passages.json", write: () => writePassages(folder.path, "made", passages), read: (made: string) => readPassages(folder.path, made), value: passages },
  { name: "index", file: "index.json", write: () => writeIndex(folder.path, "made", index), read: (made: string) => readIndex(folder.path, made), value: index },
];

describe.each(kinds)("saved $name", ({ file, write, read, value }) => {
  test("reads as it was written", async () => {
    await write();
    expect(await read("made")).toEqual({ ok: true, value });
  });

  test("is outdated when it was made from other documents", async () => {
    await write();
    expect(await read("other")).toEqual({ ok: false, failure: { code: "index-outdated", file } });
  });

  test("is missing when it is not there", async () => {
    expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-missing", file } });
  });

  test("is damaged when cut short, wherever it is cut", async () => {
    await write();
    const whole = folder.read(file);
    for (const length of [0, 1, 20, whole.length / 2, whole.length - 1]) {
      folder.put(file, whole.slice(0, length));
      expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-damaged", file } });
    }
  });

  test.each(["null", "[]", "{}", '{"fingerprint":"made"}', '{"fingerprint":1,"index":{},"passages":[]}', '{"fingerprint":"made","index":3,"passages":{}}'])("is damaged when it holds %s", async (text) => {
    folder.put(file, text);
    expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-damaged", file } });
  });
});

test("saved passages are damaged when one of them is no passage", async () => {
  folder.put("passages.json", JSON.stringify({ fingerprint: "made", passages: [passages[0], { ...passages[1], id: "<script>" }] }));
  expect(await readPassages(folder.path, "made")).toMatchObject({ ok: false, failure: { code: "index-damaged" } });
});

describe("the fingerprint", () => {
  const documents = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,4}\/[a-z]{1,4}$/), sha256: fc.stringMatching(/^[0-9a-f]{8}$/) }), { selector: ({ id }) => id, minLength: 1 });

  test("does not depend on the order of documents", () => {
    fc.assert(
      fc.property(documents, (given) => {
        expect(fingerprint(given.toReversed())).toBe(fingerprint(given));
      }),
    );
  });

  test("changes with every document that comes, goes, changes its id or its bytes", () => {
    fc.assert(
      fc.property(documents, (given) => {
        const [first, ...others] = given;
        const all = [given, others, [...given, { id: "x/new", sha256: "00" }], [{ ...first!, id: "x/other" }, ...others], [{ ...first!, sha256: "11" }, ...others]];
        expect(new Set(all.map(fingerprint)).size).toBe(all.length);
      }),
    );
  });
});
