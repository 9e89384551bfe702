import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPack, packHeadBytes } from "../../../archive/share/packContainer.ts";
import { decodeManifest, encodeManifest, manifestDigest, type PackManifest, withoutCarried } from "../../../archive/share/packManifest.ts";
import { summarize } from "../../../archive/share/packSummary.ts";
import { zipOf } from "../../../archive/share/packZip.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";
import { anyShelf, documentOf, keyOf, letterHead, open, pack, reportHead, sha256, type Shelf, shelfOf, unpack } from "./anyPack.ts";

const folder = temporaryFolder();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const derivation = keyOf("La Dérivation");

const small: Shelf = shelfOf(
  documentOf(letterHead("la-derivation/2022-10"), { "letter.md": utf8("# Lettre"), "pictures/livre.svg": utf8("<svg/>") }),
  documentOf(reportHead("la-derivation/carnet"), { "report.pdf": utf8("%PDF-1.7 …") }, 3),
);

/** The zip of these entries, in this order, as a pack would have them. */
async function zip(entries: [path: string, content: Uint8Array][]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(entries.map(([path, content]) => ({ path, bytes: content.length, read: async () => content })))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The entries of a pack, to be put together otherwise. */
async function entriesOf(shelf: Shelf, key = derivation): Promise<[string, Uint8Array][]> {
  const { manifest } = await pack(shelf, { key });
  const text = encodeManifest(manifest);
  const files = manifest.documents.flatMap((document) => document.files).map(({ path }): [string, Uint8Array] => [path, shelf.files[path] ?? utf8("")]);
  return [["mimetype", utf8("application/vnd.relire+zip")], ["manifest.json", text], ["manifest.sig", key.sign(text)], ...files];
}

async function codeOf(bytes: Uint8Array): Promise<string | null> {
  const opened = await open(bytes);
  return opened.ok ? null : opened.failure.code;
}

describe("a pack", () => {
  test("gives back every document, revision and byte, signed or not", async () => {
    await fc.assert(
      fc.asyncProperty(anyShelf, fc.boolean(), async (shelf, signed) => {
        const { bytes, manifest } = await pack(shelf, { key: signed ? derivation : null });
        const found = await unpack(bytes);
        expect(found.manifest).toEqual(manifest);
        expect(found.files).toEqual(Object.fromEntries(Object.entries(shelf.files).map(([path, content]) => [path, Buffer.from(content)])));
        const revisions = (documents: Shelf["documents"]): string[] => documents.map(({ head, revision }) => `${head.id} ${revision}`).sort();
        expect(revisions(found.manifest.documents)).toEqual(revisions(shelf.documents));
      }),
      { numRuns: 60 },
    );
  });

  test("has the same bytes for the same content, in whatever order, zone and time", async () => {
    const zone = process.env["TZ"];
    await fc.assert(
      fc.asyncProperty(anyShelf, fc.constantFrom("Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu"), async (shelf, other) => {
        const { bytes } = await pack(shelf, { key: derivation });
        process.env["TZ"] = other;
        const again = await pack({ ...shelf, documents: [...shelf.documents].reverse() }, { key: derivation });
        expect(sha256(again.bytes)).toBe(sha256(bytes));
      }),
      { numRuns: 20 },
    );
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  test("keeps the bytes that its first version gave, so that a pack made then is still read", async () => {
    expect(sha256((await pack(small)).bytes)).toBe("abb60c76edef035855363af1a61f8d09391fd91755569b8e7e872a1ff0e61970");
  });

  test("is a zip that other programs read, laid out as an archive's folder", async () => {
    folder.put("a.relire", (await pack(small)).bytes);
    mkdirSync(folder.at("out"));
    execFileSync("python3", ["-m", "zipfile", "-e", folder.at("a.relire"), folder.at("out")]);
    expect(folder.read("out/letters/la-derivation/2022-10/letter.md")).toBe("# Lettre");
    expect(JSON.parse(folder.read("out/manifest.json"))).toMatchObject({ format: 1, publisher: null });
    expect(execFileSync("python3", ["-m", "zipfile", "-t", folder.at("a.relire")], { encoding: "utf8" })).toContain("Done testing");
  });

  test("is told from other zips by its first bytes, even when the rest is gone", async () => {
    const { bytes } = await pack(small);
    expect(isPack(bytes.subarray(0, packHeadBytes))).toBe(true);
    expect(isPack(await zip([["lettre.md", utf8("a")]]))).toBe(false);
    expect(isPack(bytes.subarray(0, packHeadBytes - 1))).toBe(false);
  });

  test("may hold nothing", async () => {
    const { manifest } = await unpack((await pack({ documents: [], files: {} }, { key: derivation })).bytes);
    expect(manifest.documents).toEqual([]);
  });

  test("holds only the collections and rubrics that its documents need", async () => {
    const { manifest } = await pack(documentOf(reportHead("a/b"), { "report.pdf": utf8("%PDF-") }));
    expect([manifest.collections.map(({ id }) => id), manifest.rubrics]).toEqual([["a"], []]);
  });

  test("cannot be made when a file is not what was said of it", async () => {
    const shelf = documentOf(letterHead("a/b"), { "letter.md": utf8("un") });
    await expect(pack({ ...shelf, files: { "letters/a/b/letter.md": utf8("deux") } })).rejects.toThrow(/unexpected number of bytes/);
    await expect(pack({ ...shelf, files: {} })).rejects.toThrow("letters/a/b/letter.md");
  });
});

describe("a pack that is not what was made", () => {
  test("is refused for any flipped bit, wherever it is", async () => {
    const packs = [(await pack(small, { key: derivation })).bytes, (await pack(small)).bytes];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...packs), fc.nat(), fc.nat({ max: 7 }), async (bytes, where, bit) => {
        const at = where % bytes.length;
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(await codeOf(flipped), `bit ${bit} of byte ${at}`).toMatch(/^pack-(?:damaged|altered|newer)$/);
      }),
      { numRuns: 400 },
    );
  });

  test("is refused for any flipped byte of a small one, each in turn", async () => {
    const { bytes } = await pack(documentOf(letterHead("a/b"), { "letter.md": utf8("un") }), { key: derivation });
    const read: number[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0xff : byte));
      if ((await codeOf(flipped)) === null) read.push(at);
    }
    expect(read).toEqual([]);
  });

  test("is damaged when it is cut short, wherever", async () => {
    const { bytes } = await pack(small, { key: derivation });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        expect(await codeOf(bytes.subarray(0, length))).toBe("pack-damaged");
      }),
      { numRuns: 100 },
    );
  });

  test("is refused with bytes before it or after it", async () => {
    const { bytes } = await pack(small);
    for (const changed of [Buffer.concat([utf8("x"), bytes]), Buffer.concat([bytes, utf8("x")]), Buffer.concat([bytes, bytes])]) {
      expect(await codeOf(changed)).toMatch(/^pack-(?:damaged|altered)$/);
    }
  });

  type Entries = [string, Uint8Array][];
  const replaced = (entries: Entries, ending: string, by: (content: Uint8Array) => Uint8Array): Entries => entries.map(([path, content]) => [path, path.endsWith(ending) ? by(content) : content]);

  test.each<[string, (entries: Entries) => Entries]>([
    ["with an entry more", (entries) => [...entries, ["letters/la-derivation/2022-10/pictures/plus.svg", utf8("<svg/>")]]],
    ["with an entry less", (entries) => entries.slice(0, -1)],
    ["with two entries of one name", (entries) => [...entries, entries.at(-1)!]],
    ["with its entries in another order", (entries) => [...entries.slice(0, 3), ...entries.slice(3).reverse()]],
    ["without its signature", (entries) => entries.filter(([path]) => path !== "manifest.sig")],
    ["with the signature of another manifest", (entries) => replaced(entries, "manifest.sig", () => derivation.sign(utf8("autre")))],
    ["with a longer file", (entries) => replaced(entries, ".svg", (content) => Buffer.concat([content, utf8(" ")]))],
    ["with another file of the same length", (entries) => replaced(entries, "letter.md", () => utf8("# Autres"))],
    ["with a manifest written anew under the old signature", (entries) => replaced(entries, "manifest.json", (content) => utf8(new TextDecoder().decode(content).replace("Lettre la-", "Lettre de-")))],
  ])("is altered %s", async (_, change) => {
    const entries = await entriesOf(small);
    expect(await codeOf(await zip(entries))).toBe(null);
    expect(await codeOf(await zip(change(entries)))).toBe("pack-altered");
  });

  test("is altered when it is zipped again by another program", async () => {
    folder.put("a.relire", (await pack(small)).bytes);
    mkdirSync(folder.at("out"));
    execFileSync("python3", ["-m", "zipfile", "-e", folder.at("a.relire"), folder.at("out")]);
    const names = ["mimetype", "manifest.json", "letters", "reports"].map((name) => folder.at(`out/${name}`));
    execFileSync("python3", ["-m", "zipfile", "-c", folder.at("b.relire"), ...names]);
    expect(await codeOf(readFileSync(folder.at("b.relire")))).toBe("pack-altered");
  });

  test.each([
    ["an empty file", utf8("")],
    ["a text", utf8("Bonjour")],
    ["a zip of other things", null],
  ])("is damaged when it is no pack at all: %s", async (_, bytes) => {
    expect(await codeOf(bytes ?? (await zip([["lettre.md", utf8("a")]])))).toBe("pack-damaged");
  });
});

describe("a manifest", () => {
  type Change = (manifest: PackManifest) => unknown;
  const manifestOf = async (change: Change) => decodeManifest(utf8(JSON.stringify(change((await pack(small)).manifest))));

  test("of a newer format says so, whatever else it holds, signed or not", async () => {
    expect(decodeManifest(utf8('{"format":4,"chapters":[]}'))).toMatchObject({ ok: false, failure: { code: "pack-newer" } });
    const entries = await entriesOf(small);
    const newer = entries.map(([path, content]): [string, Uint8Array] => [path, path === "manifest.json" ? utf8('{"format":4}') : content]);
    expect(await codeOf(await zip(newer))).toBe("pack-newer");
  });

  test.each<[string, Change]>([
    ["of no format", (manifest) => ({ ...manifest, format: undefined })],
    ["of format 0", (manifest) => ({ ...manifest, format: 0 })],
    ["with two documents of one id", (manifest) => ({ ...manifest, documents: [...manifest.documents, ...manifest.documents] })],
    ["without a document's own file", (manifest) => ({ ...manifest, documents: manifest.documents.map((document) => ({ ...document, files: [] })) })],
    ["with a collection that nothing describes", (manifest) => ({ ...manifest, collections: [] })],
    ["with a rubric that nothing describes", (manifest) => ({ ...manifest, rubrics: [] })],
  ])("is damaged %s", async (_, change) => {
    expect(await manifestOf(change)).toMatchObject({ ok: false, failure: { code: "pack-damaged" } });
  });

  test.each([
    "../letter.md",
    "letters/la-derivation/2022-10/../../x.md",
    "letters/la-derivation/2023-01/letter.md",
    "/etc/passwd",
    "letters/la-derivation/2022-10/pictures/a:b.svg",
    "letters/la-derivation/2022-10/pictures/CON.svg",
    "letters/la-derivation/2022-10/pictures/.cache",
    "letters/la-derivation/2022-10/pictures\\x.svg",
    "letters/la-derivation/2022-10//x.svg",
    "letters/la-derivation/2022-10/pictures/x.svg.",
    "letters/la-derivation/2022-10/LETTER.md",
  ])("is damaged with a file at %s", async (path) => {
    const withFile = await manifestOf((manifest) => ({
      ...manifest,
      documents: manifest.documents.map((document, index) => (index === 0 ? { ...document, files: [...document.files, { path, bytes: 1, sha256: "0".repeat(64) }] } : document)),
    }));
    expect(withFile).toMatchObject({ ok: false, failure: { code: "pack-damaged" } });
  });

  test("has one text for one content", async () => {
    await fc.assert(
      fc.asyncProperty(anyShelf, async (shelf) => {
        const { manifest } = await pack(shelf);
        const again = decodeManifest(encodeManifest(manifest));
        expect(again.ok && manifestDigest(again.value)).toBe(manifestDigest(manifest));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is new since another pack", () => {
  const shelf = shelfOf(small, documentOf(letterHead("la-derivation/2023-01"), { "letter.md": utf8("Nouvelle") }));

  test("is what the other does not carry", async () => {
    const old = (await pack(small)).manifest;
    expect(withoutCarried(shelf.documents, [old]).map(({ head }) => head.id)).toEqual(["la-derivation/2023-01"]);
    expect(withoutCarried(small.documents, [old])).toEqual([]);
  });

  test("is also what changed: its bytes, its revision, or what is said of it", async () => {
    const old = (await pack(small)).manifest;
    const changedBytes = documentOf(letterHead("la-derivation/2022-10"), { "letter.md": utf8("# Lettre, corrigée"), "pictures/livre.svg": utf8("<svg/>") });
    const files = { "letter.md": utf8("# Lettre"), "pictures/livre.svg": utf8("<svg/>") };
    const changedRevision = documentOf(letterHead("la-derivation/2022-10"), files, 2);
    const changedTitle = documentOf(letterHead("la-derivation/2022-10", { title: "Autre titre" }), files);
    for (const { documents } of [changedBytes, changedRevision, changedTitle]) expect(withoutCarried(documents, [old])).toHaveLength(1);
  });

  test("together with the other, is all", async () => {
    await fc.assert(
      fc.asyncProperty(anyShelf, anyShelf, async (one, other) => {
        const base = (await pack(one)).manifest;
        const rest = withoutCarried(other.documents, [base]);
        const all = new Set([...base.documents, ...rest].map((document) => JSON.stringify(document)));
        const whole = (await pack(other)).manifest;
        expect(whole.documents.filter((document) => !all.has(JSON.stringify(document)) && !rest.some(({ head }) => head.id === document.head.id))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("is told by the pack", async () => {
    const old = (await pack(small)).manifest;
    const documents = withoutCarried(shelf.documents, [old]);
    const { bytes } = await pack({ ...shelf, documents }, { base: [{ name: "hiver.relire", sha256: manifestDigest(old) }] });
    const opened = await open(bytes);
    expect(opened.ok && summarize(opened.value, [])).toEqual({
      publisher: null,
      signature: "unsigned",
      fingerprint: null,
      documents: [{ id: "la-derivation/2023-01", title: "Lettre la-derivation/2023-01", date: "2022-10", kind: "letter", revision: 1 }],
      dossiers: [],
      notes: 0,
      base: "hiver.relire",
    });
  });
});

test("a signed pack tells its publisher, the key's fingerprint, and whether that key is the one known", async () => {
  const opened = await open((await pack(small, { key: derivation })).bytes);
  if (!opened.ok) throw new Error(opened.failure.detail);
  const known = { publisher: "La Dérivation", collection: "la-derivation", publicKey: derivation.publicKey };
  expect(summarize(opened.value, [])).toMatchObject({ publisher: "La Dérivation", signature: "new-key", fingerprint: expect.stringMatching(/^[0-9a-f ]{24}$/) });
  expect(summarize(opened.value, [known]).signature).toBe("verified");
  expect(summarize(opened.value, [{ ...known, publicKey: keyOf("Autres").publicKey }]).signature).toBe("changed-key");
});
