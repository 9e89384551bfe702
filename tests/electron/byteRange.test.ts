import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRange } from "../../electron/byteRange.ts";

const size = 1000;

describe("readRange", () => {
  test.each([
    ["bytes=0-499", { first: 0, last: 499 }],
    ["bytes=500-999", { first: 500, last: 999 }],
    ["bytes=500-", { first: 500, last: 999 }],
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=-1", { first: 999, last: 999 }],
    ["bytes=-500", { first: 500, last: 999 }],
    ["bytes=-5000", { first: 0, last: 999 }],
    ["bytes=900-5000", { first: 900, last: 999 }],
    ["bytes=0-99999999999999999999999", { first: 0, last: 999 }],
    ["Bytes=0-1", { first: 0, last: 1 }],
  ])("reads %s", (header, range) => {
    expect(readRange(header, size)).toEqual(range);
  });

  test.each([
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=-0",
    "bytes=1000-",
    "bytes=5000-6000",
    "bytes=5-4",
    "bytes=0-1,5-6",
    "bytes=a-b",
    "bytes=1.5-2",
    "bytes=+1-2",
    "bytes=0x1-2",
    "bytes =0-1",
    "bytes=0 - 1",
    " bytes=0-1",
    "bytes=0-1\n",
    "bytes=0-1-2",
    "bytes=--1",
    "items=0-1",
    "bytes=99999999999999999999999-",
    "bytes=١-٢",
  ])("refuses %j", (header) => {
    expect(readRange(header, size)).toBeNull();
  });

  test("has nothing to give of an empty file", () => {
    for (const header of ["bytes=0-", "bytes=0-0", "bytes=-1"]) expect(readRange(header, 0)).toBeNull();
  });

  /** RFC 9110, 14.1.2, word for word: a byte at a time. */
  function reference(from: number | null, to: number | null, length: number): number[] {
    const all = Array.from({ length }, (_, index) => index);
    if (from === null) return to === null ? [] : all.slice(to >= length ? 0 : length - to);
    return to !== null && to < from ? [] : all.filter((byte) => byte >= from && (to === null || byte <= to));
  }

  test("gives the bytes that RFC 9110 says, or none", () => {
    const bound = fc.option(fc.nat({ max: 40 }), { nil: null });
    fc.assert(
      fc.property(bound, bound, fc.nat({ max: 30 }), (from, to, length) => {
        const expected = reference(from, to, length);
        expect(readRange(`bytes=${from ?? ""}-${to ?? ""}`, length)).toEqual(expected.length > 0 ? { first: expected[0], last: expected.at(-1) } : null);
      }),
      { numRuns: 1000 },
    );
  });

  test("never leaves the file, whatever the header", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^bytes=[-0-9,. ]{0,30}$/)), fc.nat(), (header, length) => {
        const range = readRange(header, length);
        expect(range === null || (0 <= range.first && range.first <= range.last && range.last < length)).toBe(true);
      }),
    );
  });
});
