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
const write = () => writePassages(folder.path, "made", passages);
const read = (made: string) => readPassages(folder.path, made);

describe("saved passages", () => {
  test("read as they were written", async () => {
    await write();
    expect(await read("made")).toEqual({ ok: true, value: passages });
  });

  test("are outdated when they were made from other documents", async () => {
    await write();
    expect(await read("other")).toEqual({ ok: false, failure: { code: "index-outdated", file: "passages.json" } });
  });

  test("are missing when they are not there", async () => {
    expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-missing", file: "passages.json" } });
  });

  test("are damaged when cut short, wherever they are cut", async () => {
    await write();
    const whole = folder.read("passages.json");
    for (const length of [0, 1, 20, whole.length / 2, whole.length - 1]) {
      folder.put("passages.json", whole.slice(0, length));
      expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-damaged", file: "passages.json" } });
    }
  });

  test.each(["null", "[]", "{}", '{"fingerprint":"made"}', '{"fingerprint":1,"passages":[]}', '{"fingerprint":"made","passages":{}}'])("are damaged when the file holds %s", async (text) => {
    folder.put("passages.json", text);
    expect(await read("made")).toMatchObject({ ok: false, failure: { code: "index-damaged", file: "passages.json" } });
  });
});

describe("a saved index", () => {
  test("reads byte for byte as it was written, whatever it holds: it carries its own checksum", async () => {
    for (const bytes of [Uint8Array.of(0, 255, 10, 13, 0), new Uint8Array()]) {
      await writeIndex(folder.path, bytes);
      expect(await readIndex(folder.path)).toEqual({ ok: true, value: Buffer.from(bytes) });
    }
  });

  test("is missing when it is not there", async () => {
    expect(await readIndex(folder.path)).toMatchObject({ ok: false, failure: { code: "index-missing", file: "index.sealed" } });
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
