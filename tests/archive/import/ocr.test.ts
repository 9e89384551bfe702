/** Words are made out of a picture, with their places, and nothing is asked of any network for it. */
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { linesIn, loadOcr, type Ocr } from "../../../archive/import/ocr.ts";
import { OcrReply, OcrRequest, type PagePicture } from "../../../archive/import/ocrWire.ts";
import { machineText } from "../../../archive/text/machineText.ts";
import { built } from "../../fixtures/built.ts";

/** The first paragraph of a bundled report, at 200 dots per inch, by pdftoppm. */
function picture(): PagePicture {
  const bytes = gunzipSync(readFileSync(join(import.meta.dirname, "../../fixtures/guichet.pgm.gz")));
  const [head = "", width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 100)) ?? [];
  return { width: Number(width), height: Number(height), dotsPerInch: 200, grey: new Uint8Array(bytes.subarray(head.length)) };
}

describe("a picture of a page", () => {
  const connect = vi.spyOn(Socket.prototype, "connect");
  const fetched = vi.spyOn(globalThis, "fetch");
  let ocr: Ocr;
  beforeAll(async () => {
    ocr = await loadOcr(built("shell/ocr"));
  }, 60_000);

  test("is read line by line, accents included, without a socket or a fetch", () => {
    const read = ocr.read(picture());
    const text = read.ok ? machineText(read.value) : read.failure.code;
    expect(text.split("\n").slice(0, 2).map((line) => line.replaceAll("’", "'"))).toEqual([
      "Au commencement, il y avait une chaise. Celle de la permanence du mercredi, à la Remise,",
      "où s'assoit la personne qui attend son tour. Un jour de septembre, une dame s'y est posée",
    ]);
    expect(connect).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
  });

  test("gives each word its place, and twice the same", () => {
    const [first, second] = [ocr.read(picture()), ocr.read(picture())];
    expect(first).toEqual(second);
    const words = first.ok ? first.value.flat() : [];
    const [, left, top, width, height, confidence] = words.find(([word]) => word === "chaise.") ?? [];
    // By eye: near the middle of the first line.
    expect(left).toBeCloseTo(0.43, 1);
    expect([top, width, height].every((share) => share !== undefined && share > 0 && share < 0.3)).toBe(true);
    expect(confidence).toBeGreaterThan(60);
  });

  test("with nothing on it has no word", () => {
    const [width, height] = [400, 300];
    expect(ocr.read({ width, height, dotsPerInch: 200, grey: new Uint8Array(width * height).fill(255) })).toEqual({ ok: true, value: [] });
  });
});

test("an engine without its files is no engine", async () => {
  await expect(loadOcr(join(import.meta.dirname, "nowhere"))).rejects.toThrow("ENOENT");
});

describe("Tesseract's table", () => {
  test("whatever it says, gives lines that the library would keep", () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: -50, max: 5000 }).map(String));
    const row = fc.tuple(fc.constantFrom("4", "5"), ...Array.from({ length: 11 }, () => cell)).map((cells) => cells.join("\t"));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const answer = { ok: true as const, value: linesIn(rows.join("\n"), 1000, 1400) };
        expect(OcrReply.safeParse({ kind: "answer", number: 1, answer }).success).toBe(true);
      }),
    );
  });
});

test("a picture with more or fewer points than it says, or too many, is not sent on", () => {
  const isTaken = (width: number, height: number, bytes: number): boolean => OcrRequest.safeParse({ number: 1, picture: { width, height, dotsPerInch: 300, grey: new Uint8Array(bytes) } }).success;
  expect([isTaken(10, 10, 100), isTaken(10, 10, 99), isTaken(10, 11, 100), isTaken(5000, 5000, 25_000_000)]).toEqual([true, false, false, false]);
});
