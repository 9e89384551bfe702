/** The file of a sealed index: refused unless it is whole, the same each time, made in steps that can be stopped. */
import { mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSealed } from "../../../archive/search/sealed.ts";
import { sectionNames, splitSections } from "../../../archive/search/sealed/sealedFormat.ts";
import { xxHash32 } from "../../../archive/search/sealed/xxHash32.ts";
import { seal, type SealEntry } from "../../../archive/search/sealing.ts";
import { writeFile } from "../../../archive/store/writeFile.ts";

const fields = ["title", "text"];

function entries(count: number): SealEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    terms: [["lettre", `titre${index % 5}`], Array.from({ length: 12 }, (_, at) => `mot${(index * 7 + at * at) % 90}`)],
  }));
}

const file = await seal(entries(60), { fields, fingerprint: "made from these" });

function refusal(bytes: Uint8Array): string {
  const answer = openSealed(bytes);
  return answer.ok ? "opened" : answer.failure.code;
}

function reason(bytes: Uint8Array): string | undefined {
  const answer = openSealed(bytes);
  return answer.ok ? "opened" : answer.failure.detail;
}

function flipped(bit: number): Uint8Array {
  const copy = file.slice();
  copy[bit >>> 3]! ^= 1 << (bit & 7);
  return copy;
}

describe("a sealed file", () => {
  test("opens as it was made, wherever its bytes stand in memory", () => {
    const shifted = new Uint8Array(file.length + 3).subarray(3);
    shifted.set(file);
    for (const bytes of [file, shifted, Buffer.from(file)]) {
      const answer = openSealed(bytes);
      expect(answer.ok && [answer.value.fingerprint, answer.value.documentCount, answer.value.fields]).toEqual(["made from these", 60, fields]);
      expect(answer.ok && answer.value.search({ term: "mot7" }).total).toBeGreaterThan(0);
    }
  });

  test("is refused when any one bit of it has flipped", () => {
    expect(file.length).toBeLessThan(20_000);
    for (let bit = 0; bit < 8 * file.length; bit += 1) {
      const wanted = bit >= 32 && bit < 64 ? "index-outdated" : "index-damaged";
      if (refusal(flipped(bit)) !== wanted) throw new Error(`bit ${bit} of ${8 * file.length}: ${refusal(flipped(bit))}`);
    }
  });

  test("is refused when it is cut short, at the end of a section or anywhere", () => {
    const answer = splitSections(file);
    if (!answer.ok) throw new Error(answer.failure.detail);
    const ends = sectionNames.map((name) => answer.value.sections[name]).flatMap(({ byteOffset, length }) => [byteOffset, byteOffset + length]);
    expect(new Set(ends).size).toBeGreaterThan(10);
    for (const end of [...ends, ...Array.from({ length: file.length }, (_, at) => at)]) {
      const wanted = end === file.length ? "opened" : "index-damaged";
      if (refusal(file.subarray(0, end)) !== wanted) throw new Error(`cut to ${end} bytes: ${refusal(file.subarray(0, end))}`);
    }
  });

  test("is refused with something after it, zeroed in part, or with one piece over another", () => {
    expect(refusal(new Uint8Array([...file, 0]))).toBe("index-damaged");
    const random = fc.tuple(fc.nat(file.length - 1), fc.nat(file.length - 1), fc.integer({ min: 1, max: 512 }));
    fc.assert(
      fc.property(random, ([from, to, size]) => {
        for (const bytes of [file.slice().fill(0, from, from + size), file.slice().copyWithin(to, from, from + size)]) {
          expect(refusal(bytes) === "opened").toBe(Buffer.compare(bytes, file) === 0);
        }
      }),
    );
  });

  test("says why it is refused", () => {
    expect(reason(new Uint8Array(0))).toBe("0 bytes are too few");
    expect(reason(new Uint8Array(4000))).toBe("not a sealed index");
    expect(reason(file.subarray(0, 1000))).toBe(`1000 bytes, ${file.length} expected`);
    expect(reason(flipped(8 * 1000))).toBe("the checksum does not match");
    expect(reason(flipped(32))).toBe("version 3, 2 wanted");
  });

  test("is never opened from random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(refusal(bytes)).toBe("index-damaged");
      }),
    );
  });

  test("survives the disk", async () => {
    const folder = await mkdtemp(join(tmpdir(), "relire-sealed-"));
    await writeFile(join(folder, "index.sealed"), file);
    expect(refusal(await readFile(join(folder, "index.sealed")))).toBe("opened");
    await truncate(join(folder, "index.sealed"), file.length - 1);
    expect(refusal(await readFile(join(folder, "index.sealed")))).toBe("index-damaged");
    await rm(folder, { recursive: true });
  });

  test("may be empty", async () => {
    for (const [names, passages] of [[[], []], [fields, []], [fields, [{ terms: [null, []] }]]] as const) {
      const answer = openSealed(await seal(passages, { fields: names }));
      expect(answer.ok && answer.value.search({ term: "a", prefix: true, fuzzy: 2 })).toEqual({ total: 0, hits: [] });
      expect(answer.ok && answer.value.completions("", 5)).toEqual([]);
    }
  });
});

describe("sealing", () => {
  test("gives the same bytes for the same passages, however it pauses", async () => {
    async function* oneByOne(): AsyncGenerator<SealEntry> {
      for (const entry of entries(60)) {
        await Promise.resolve();
        yield entry;
      }
    }
    expect(Buffer.compare(await seal(oneByOne(), { fields, fingerprint: "made from these", step: 0 }), file)).toBe(0);
  });

  test("lets other work pass, and says how far it is", async () => {
    let passes = 0;
    const timer = setInterval(() => (passes += 1), 0);
    const progress: number[] = [];
    await seal(entries(2000), { fields, step: 1, onProgress: (passages) => progress.push(passages) });
    clearInterval(timer);
    expect(passes).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(2000);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test("stops when it is asked to, before it begins or half way", async () => {
    await expect(seal(entries(10), { fields, signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    const stop = new AbortController();
    const half = (passages: number): void => {
      if (passages >= 500) stop.abort();
    };
    await expect(seal(entries(2000), { fields, step: 0, onProgress: half, signal: stop.signal })).rejects.toThrow("aborted");
  });

  test("refuses more than 30 fields, and derived terms that a passage lacks", async () => {
    await expect(seal([], { fields: Array.from({ length: 31 }, String) })).rejects.toThrow("at most 30");
    const derived = [null, { from: 0, termsOf: (term: string) => [`=${term}`] }];
    await expect(seal([{ terms: [["a"], []] }], { fields, derived })).rejects.toThrow("lacks");
    await expect(seal([{ terms: [["a"], ["=a"]] }, { terms: [["a"], ["=b"]] }], { fields, derived })).rejects.toThrow("lacks");
  });

  test("keeps lengths that are given, beyond 65,535 too", async () => {
    const passages = [70_000, 3].map((length) => ({ terms: [["mot"]], lengths: [length] }));
    const answer = openSealed(await seal(passages, { fields: ["text"] }));
    const hits = answer.ok ? answer.value.search({ term: "mot" }).hits : [];
    expect(hits.map(({ document }) => document)).toEqual([1, 0]);
  });
});

test("XXH32 gives the published sums", () => {
  const sum = (text: string): string => xxHash32(new Uint8Array(Buffer.from(text))).toString(16).padStart(8, "0");
  expect(sum("")).toBe("02cc5d05");
  expect(sum("a")).toBe("550d7456");
  expect(sum("abc")).toBe("32d153ff");
  expect(sum("Nobody inspects the spammish repetition")).toBe("e2293b2f");
});
