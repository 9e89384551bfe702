import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../../archive/zip/crc32.ts";
import { isZip, openZip, type OpenZip, zipLimits } from "../../../archive/zip/openZip.ts";
import { makeZip, type ZipPart } from "../../fixtures/makeZip.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

async function opened(source: string | Uint8Array): Promise<OpenZip> {
  const answer = await openZip(source);
  if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.detail}`);
  return answer.value;
}

/** What becomes of each entry: its text, or the code of its failure. */
async function outcomes(parts: readonly ZipPart[]): Promise<Record<string, string>> {
  const zip = await opened(makeZip(parts));
  const all: Record<string, string> = {};
  for (const entry of zip.entries) {
    const content = await zip.read(entry);
    all[entry.name] = content.ok ? Buffer.from(content.value).toString() : content.failure.code;
  }
  return all;
}

async function bombCode(parts: readonly ZipPart[], limits = zipLimits): Promise<string> {
  const answer = await openZip(makeZip(parts), limits);
  return answer.ok ? "opened" : answer.failure.code;
}

test("the checksum is that of the standard", () => {
  expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  expect(crc32(Buffer.from("6789"), crc32(Buffer.from("12345")))).toBe(0xcbf43926);
});

describe("an honest archive", () => {
  test("gives its files in the order of its directory, without its folders, stored and deflated alike", async () => {
    expect(await outcomes([{ name: "b/" }, { name: "b/un.txt", content: "Un" }, { name: "a.txt", content: "Deux", method: 0 }, { name: "vide.txt" }])).toEqual({ "b/un.txt": "Un", "a.txt": "Deux", "vide.txt": "" });
  });

  test("is read from a file as from bytes", async () => {
    folder.put("a.zip", makeZip([{ name: "lettre.txt", content: "Bonjour" }]));
    const zip = await opened(folder.at("a.zip"));
    const [entry] = zip.entries;
    expect(entry).toMatchObject({ name: "lettre.txt", size: 7, refused: null });
    expect(await zip.read(entry!)).toEqual({ ok: true, value: Buffer.from("Bonjour") });
    zip.close();
  });

  test("is told by its first bytes, an empty one too", () => {
    expect([makeZip([{ name: "a" }]), makeZip([]), Buffer.from("PK is no zip"), Buffer.from("%PDF-1.7"), Buffer.alloc(0)].map(isZip)).toEqual([true, true, false, false, false]);
  });

  test.each([
    ["UTF-8 that says so", "été/n° 3 – œuvre.txt", "été/n° 3 – œuvre.txt"],
    ["UTF-8 that does not say so, as macOS writes it, in pieces", Buffer.from("e\u0301te\u0301.txt"), "été.txt"],
    ["CP437, as the format has it", Uint8Array.from([0x82, 0x74, 0x82, 0x2e, 0x74, 0x78, 0x74]), "été.txt"],
    ["backslashes, as old Windows programs write them", "dossier\\lettre.txt", "dossier/lettre.txt"],
  ])("has names in %s", async (_, name, read) => {
    expect(Object.keys(await outcomes([{ name, content: "x" }]))).toEqual([read]);
  });

  test("gives back what was put into it", async () => {
    const parts = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?$/), content: fc.uint8Array({ maxLength: 3000 }), method: fc.constantFrom(0, 8) }), { selector: ({ name }) => name, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const zip = await opened(makeZip(all));
        const read = await Promise.all(zip.entries.map((entry) => zip.read(entry)));
        expect(read).toEqual(all.map(({ content }) => ({ ok: true, value: Buffer.from(content) })));
      }),
      { numRuns: 40 },
    );
  });
});

describe("one bad entry is refused by its name, and the others are read", () => {
  test.each<[string, ZipPart, string, string]>([
    ["that leads upwards", { name: "../../x", content: "x" }, "../../x", "zip-unsafe"],
    ["that leads upwards from inside", { name: "a/../../x", content: "x" }, "a/../../x", "zip-unsafe"],
    ["that leads upwards by backslashes", { name: "..\\..\\x", content: "x" }, "../../x", "zip-unsafe"],
    ["that is a folder and leads upwards", { name: "../x/" }, "../x/", "zip-unsafe"],
    ["that begins at the root", { name: "/etc/passwd", content: "x" }, "/etc/passwd", "zip-unsafe"],
    ["on a drive", { name: "C:\\x.txt", content: "x" }, "C:/x.txt", "zip-unsafe"],
    ["on another computer", { name: "\\\\server\\x.txt", content: "x" }, "//server/x.txt", "zip-unsafe"],
    ["whose name ends early", { name: "a.txt\u0000.exe", content: "x" }, "a.txt\u0000.exe", "zip-unsafe"],
    ["whose name is read backwards", { name: "lettre\u202Etxt.exe", content: "x" }, "lettre\u202Etxt.exe", "zip-unsafe"],
    ["that is a symbolic link", { name: "lien", content: "/etc/passwd", mode: 0o120777 }, "lien", "zip-unsafe"],
    ["that is a device", { name: "dev", mode: 0o020666 }, "dev", "zip-unsafe"],
    ["with a password", { name: "secret.txt", content: "x", isEncrypted: true }, "secret.txt", "zip-locked"],
    ["packed in another way", { name: "lzma.txt", content: "x", method: 14 }, "lzma.txt", "zip-method"],
    ["whose bytes changed", { name: "a.txt", content: "Bonjour", method: 0, checksum: 1 }, "a.txt", "zip-damaged"],
    ["that is longer than it says", { name: "long.txt", content: "x".repeat(100_000), says: 10 }, "long.txt", "zip-damaged"],
    ["that is shorter than it says", { name: "short.txt", content: "x", says: 10 }, "short.txt", "zip-damaged"],
    ["that is stored and says another length", { name: "stored.txt", content: "xyz", method: 0, says: 2 }, "stored.txt", "zip-damaged"],
  ])("%s", async (_, part, name, code) => {
    expect(await outcomes([{ name: "avant.txt", content: "Avant" }, part, { name: "apres.txt", content: "Après" }])).toEqual({ "avant.txt": "Avant", [name]: code, "apres.txt": "Après" });
  });
});

describe("a bomb is refused whole, before anything is unpacked", () => {
  const blank = (bytes: number) => Buffer.alloc(bytes, " ");

  test("by its ratio", async () => {
    expect(await bombCode([{ name: "ok.txt", content: "Bonjour" }, { name: "b.txt", content: blank(20 * 2 ** 20) }])).toBe("zip-bomb");
  });

  test("by what it says of itself, though it is small", async () => {
    expect(await bombCode([{ name: "b.txt", content: "x", says: 2 ** 31 }])).toBe("zip-bomb");
  });

  test("by the number of its entries", async () => {
    const parts = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, content: "x" }));
    expect(await bombCode(parts, { ...zipLimits, entries: 10 })).toBe("zip-bomb");
    expect(await bombCode(parts.slice(1), { ...zipLimits, entries: 10 })).toBe("opened");
  });

  test("by the size of all entries, none of which is large", async () => {
    const parts = Array.from({ length: 10 }, (_, index) => ({ name: `${index}.txt`, content: `${index}`.repeat(100) }));
    expect(await bombCode(parts, { ...zipLimits, totalBytes: 999 })).toBe("zip-bomb");
    expect(await bombCode(parts, { ...zipLimits, totalBytes: 1000 })).toBe("opened");
  });

  test("by entries that share their bytes", async () => {
    expect(await bombCode([{ name: "a.txt", content: "Bonjour" }, { name: "b.txt", content: "Bonjour", sharesWith: 0 }])).toBe("zip-bomb");
  });

  test("and what packs very well is none while it is small", async () => {
    expect(await bombCode([{ name: "blanc.txt", content: blank(2 ** 20) }])).toBe("opened");
  });
});

describe("a damaged archive", () => {
  const whole = makeZip([{ name: "un.txt", content: "Un" }, { name: "deux.txt", content: "Deux" }]);

  test("cut anywhere, is damaged", async () => {
    for (let length = 0; length < whole.length; length++) expect(await openZip(whole.subarray(0, length))).toMatchObject({ ok: false, failure: { code: "zip-damaged" } });
  });

  test("whose directory is damaged in the middle, gives the entries before", async () => {
    const second = Buffer.from(whole).lastIndexOf("PK\u0001\u0002");
    const zip = await opened(Uint8Array.from(whole).fill(0, second, second + 4));
    expect(zip.entries.map(({ name }) => name)).toEqual(["un.txt"]);
    expect(zip.damage).toMatchObject({ code: "zip-damaged" });
  });

  test("with any bytes changed, gives an answer, never an error, and no entry it did not announce", async () => {
    const damage = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const answer = await openZip(bytes);
        expect(answer.ok || answer.failure.code.startsWith("zip-")).toBe(true);
        const zip = answer.ok ? answer.value : null;
        for (const entry of zip?.entries ?? []) {
          const content = await zip!.read(entry);
          expect(content.ok ? content.value.length === entry.size : content.failure.code.startsWith("zip-")).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
