import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprint, readIndex, writeIndex } from "../../../archive/store/savedIndex.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

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
