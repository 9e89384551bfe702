import { describe, expect, test } from "vitest";
import { readIndex, writeIndex } from "../../../archive/store/savedIndex.ts";
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
