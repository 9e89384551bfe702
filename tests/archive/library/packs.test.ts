import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Archive } from "../../../archive/archive.ts";
import type { PackRequest } from "../../../archive/packing.ts";
import { newKeyFile, readKeyFile, type SigningKey } from "../../../archive/share/packKey.ts";
import { built } from "../../fixtures/built.ts";
import { putArchive } from "../../fixtures/letterArchive.ts";
import { letterText, openLibraryIn, type OpenLibrary, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const keyOf = (publisher: string): SigningKey => valueOf(readKeyFile(newKeyFile(publisher)));
const derivation = keyOf("La Dérivation");

/** The one who packs, and the one who receives. */
let here: OpenLibrary;
let there: OpenLibrary;

beforeEach(async () => {
  here = await openLibraryIn(folder, { at: "here" });
  there = await openLibraryIn(folder, { at: "there" });
  return async () => {
    await here.archive.close();
    await there.archive.close();
  };
});

async function importLetter(library: OpenLibrary, text = letterText(), name = "lettre.md"): Promise<string> {
  folder.put(name, text);
  return (await library.importOne(folder.at(name), { collection: "la-derivation" })).document ?? "";
}

async function pack(archive: Archive, name = "a.relire", request: Omit<PackRequest, "output"> = {}): Promise<string> {
  valueOf(await archive.pack({ output: folder.at(name), ...request }));
  return folder.at(name);
}

/** What became of each document: its status and id. */
async function receive(library: OpenLibrary, path: string, acceptedKeys: string[] = []): Promise<string[]> {
  const { items } = await library.importFiles({ paths: [path], acceptedKeys });
  return items.map(({ status, document, failure }) => (failure ? failure.code : `${status} ${document}`));
}

const headOf = (library: OpenLibrary, id: string) => library.archive.overview().documents.find((head) => head.id === id);

describe("a pack of a library", () => {
  test("brings its documents to another one: ids, texts, originals, and what can be found", async () => {
    const letter = await importLetter(here);
    folder.put("carnet.pdf", makePdf([{ lines: ["Un carnet de plantations"] }]));
    const report = (await here.importOne(folder.at("carnet.pdf"), { collection: "la-derivation" })).document ?? "";
    expect((await receive(there, await pack(here.archive))).sort()).toEqual([`added ${letter}`, `added ${report}`].sort());
    expect(there.archive.overview().documents).toEqual(here.archive.overview().documents);
    expect(there.archive.overview().collections).toEqual(here.archive.overview().collections);
    expect(there.found("fanes")).toEqual(here.found("fanes"));
    expect(there.found("plantations")).toEqual([`${report}#p1`]);
    expect(folder.read(`there/letters/${letter}/original.md`)).toBe(letterText());
    expect(await there.library.verify()).toMatchObject({ documents: 2, findings: [] });
  });

  test("brings what the bundled archive has just as well", async () => {
    const bundled = await openLibraryIn(folder, { at: "none", bundled: [built("archive")] });
    const path = await pack(bundled.archive);
    await bundled.archive.close();
    const all = bundled.archive.overview().documents;
    expect(await receive(there, path)).toHaveLength(all.length);
    expect(there.archive.overview().documents).toEqual(all);
    expect(valueOf(await there.archive.letter("la-derivation/2022-10"))).toMatchObject({ head: { title: "Lettre d’informations" }, pictures: ["pictures/livre.svg"] });
    expect(existsSync(folder.at("there/letters/la-derivation/2022-10/pictures/livre.svg"))).toBe(true);
    expect((await there.library.verify()).findings).toEqual([]);
  });

  test("changes nothing when it comes again, or when its originals do", async () => {
    const letter = await importLetter(here);
    const path = await pack(here.archive);
    await receive(there, path);
    const before = folder.read("there/catalogue.json");
    expect(await receive(there, path)).toEqual([`unchanged ${letter}`]);
    expect(await there.importOne(folder.at("lettre.md"))).toMatchObject({ status: "unchanged", document: letter });
    expect(folder.read("there/catalogue.json")).toBe(before);
  });

  test("makes nothing twice where its originals were imported before", async () => {
    await importLetter(here);
    const own = (await there.importOne(folder.at("lettre.md"), { collection: "mes-lettres" })).document;
    expect(await receive(there, await pack(here.archive))).toEqual([`unchanged ${own}`]);
  });

  test("holds what was asked for", async () => {
    const letter = await importLetter(here);
    const other = await importLetter(here, letterText({ title: "Une autre", date: "2023-06" }), "autre.md");
    expect(await receive(there, await pack(here.archive, "une.relire", { documents: [other] }))).toEqual([`added ${other}`]);
    expect(await receive(there, await pack(here.archive, "toutes.relire", { collections: ["la-derivation"] }))).toEqual([`added ${letter}`, `unchanged ${other}`]);
    expect(await here.archive.pack({ output: folder.at("x.relire"), collections: ["ailleurs"] })).toMatchObject({ failure: { code: "unknown-collection", subject: "ailleurs" } });
    expect(await here.archive.pack({ output: folder.at("x.relire"), documents: ["la-derivation/rien"] })).toMatchObject({ failure: { code: "unknown-document" } });
    expect(existsSync(folder.at("x.relire"))).toBe(false);
  });

  test("may leave originals out: they are still known when they come", async () => {
    const letter = await importLetter(here);
    await receive(there, await pack(here.archive, "a.relire", { originals: false }));
    expect(readdirSync(folder.at(`there/letters/${letter}`)).sort()).toEqual(["letter.md", "record.json"]);
    expect(await there.importOne(folder.at("lettre.md"))).toMatchObject({ status: "unchanged", document: letter });
    expect((await there.library.verify()).findings).toEqual([]);
  });

  test("has the same bytes each time, and takes the place of an older one whole", async () => {
    await importLetter(here);
    const first = readFileSync(await pack(here.archive, "a.relire", { key: derivation }));
    writeFileSync(folder.at("b.relire"), "un texte plus long que le paquet ".repeat(1000));
    expect(readFileSync(await pack(here.archive, "b.relire", { key: derivation })).equals(first)).toBe(true);
    expect(readdirSync(folder.path).filter((name) => name.includes(".relire.")) ).toEqual([]);
  });
});

describe("a pack that cannot be made", () => {
  test("leaves what stood there when a person stops it", async () => {
    await importLetter(here);
    folder.put("a.relire", "ancien");
    const stop = new AbortController();
    stop.abort();
    await expect(here.archive.pack({ output: folder.at("a.relire") }, { signal: stop.signal })).rejects.toThrow("aborted");
    expect(folder.read("a.relire")).toBe("ancien");
    expect(readdirSync(folder.path).filter((name) => name.startsWith("a.relire"))).toEqual(["a.relire"]);
  });

  test("says so when its place is a folder, and leaves nothing beside", async () => {
    await importLetter(here);
    folder.put("a.relire/x", "");
    expect(await here.archive.pack({ output: folder.at("a.relire") })).toMatchObject({ ok: false, failure: { code: "write-failed", title: "a.relire" } });
    expect(readdirSync(folder.path).filter((name) => name.startsWith("a.relire"))).toEqual(["a.relire"]);
  });
});

describe("what is new since another pack", () => {
  test("is packed alone, and completes it", async () => {
    const letter = await importLetter(here);
    const base = await pack(here.archive, "hiver.relire");
    const other = await importLetter(here, letterText({ title: "Printemps", date: "2024-03" }), "autre.md");
    const next = await pack(here.archive, "printemps.relire", { since: [base] });
    expect(valueOf(await there.archive.inspectPack(next))).toMatchObject({ base: "hiver.relire", documents: [{ id: other }] });
    expect([...(await receive(there, base)), ...(await receive(there, next))]).toEqual([`added ${letter}`, `added ${other}`]);
    expect(valueOf(await here.archive.inspectPack(await pack(here.archive, "rien.relire", { since: [base, next] }))).documents).toEqual([]);
  });

  test("is told against a pack that is whole, or not at all", async () => {
    await importLetter(here);
    const base = await pack(here.archive);
    writeFileSync(base, readFileSync(base).subarray(0, 900));
    expect(await here.archive.pack({ output: folder.at("b.relire"), since: [base] })).toMatchObject({ failure: { code: "pack-damaged", title: "a.relire" } });
    expect(existsSync(folder.at("b.relire"))).toBe(false);
  });
});

describe("a revision", () => {
  const changed = letterText({ body: "## La soupe\n\nUne soupe de courges.\n" });

  test("takes the place of the one here, which is kept", async () => {
    const letter = await importLetter(here);
    await receive(there, await pack(here.archive, "une.relire"));
    await importLetter(here, changed);
    expect(await receive(there, await pack(here.archive, "deux.relire"))).toEqual([`added ${letter}`]);
    expect([there.found("courges"), there.found("fanes")]).toEqual([[`${letter}#la-soupe`], []]);
    expect(valueOf(await there.library.revisions(letter)).map(({ number }) => number)).toEqual([1, 2]);
    expect(folder.read(`there/letters/${letter}/revisions/1/letter.md`)).toContain("fanes");
    expect((await there.library.verify()).findings).toEqual([]);
  });

  test("is never overwritten by an older one", async () => {
    const letter = await importLetter(here);
    const old = await pack(here.archive, "une.relire");
    await importLetter(here, changed);
    await receive(there, await pack(here.archive, "deux.relire"));
    expect(await receive(there, old)).toEqual([`unchanged ${letter}`]);
    expect(there.found("courges")).toEqual([`${letter}#la-soupe`]);
  });

  test("corrected by its publisher comes; corrected here stays when the same pack comes again", async () => {
    const letter = await importLetter(here);
    const path = await pack(here.archive, "une.relire");
    await receive(there, path);
    valueOf(await there.library.edit(letter, { title: "Ma soupe" }));
    expect(await receive(there, path)).toEqual([`unchanged ${letter}`]);
    expect(headOf(there, letter)?.title).toBe("Ma soupe");
    valueOf(await here.library.edit(letter, { title: "La soupe de l’atelier" }));
    expect(await receive(there, await pack(here.archive, "corrigee.relire"))).toEqual([`added ${letter}`]);
    expect(headOf(there, letter)?.title).toBe("La soupe de l’atelier");
  });

  test("stays in the collection that a person chose", async () => {
    const letter = await importLetter(here);
    await receive(there, await pack(here.archive, "une.relire"));
    valueOf(await there.library.edit(letter, { collection: "cuisine" }));
    await importLetter(here, changed);
    await receive(there, await pack(here.archive, "deux.relire"));
    expect(headOf(there, letter)?.collection).toBe("cuisine");
  });
});

describe("what a person decided stands", () => {
  test("a document in the bin stays there", async () => {
    const letter = await importLetter(here);
    const path = await pack(here.archive);
    await receive(there, path);
    valueOf(await there.library.remove(letter));
    const { items } = await there.importFiles({ paths: [path] });
    expect(items).toMatchObject([{ status: "unchanged", document: letter, notes: [{ code: "in-bin" }] }]);
    expect(there.archive.overview().documents).toEqual([]);
  });

  test("once the bin is emptied, the pack brings it back, with its collection", async () => {
    const letter = await importLetter(here);
    const path = await pack(here.archive);
    await receive(there, path);
    valueOf(await there.library.remove(letter));
    valueOf(await there.library.emptyBin());
    expect(await receive(there, path)).toEqual([`added ${letter}`]);
    expect(there.archive.overview().collections.map(({ id }) => id)).toEqual(["la-derivation"]);
  });

  test("a bundled document stands before that of a pack, and says so when they differ", async () => {
    putArchive(folder, "bundled", { letters: { "a/2022-10": "## Une\n\nCelle d’ici.", "a/2022-11": "## Une\n\nLa même." } });
    putArchive(folder, "other", { letters: { "a/2022-10": "## Une\n\nCelle d’ailleurs.", "a/2022-11": "## Une\n\nLa même." } });
    const other = await openLibraryIn(folder, { at: "none", bundled: [folder.at("other")] });
    const path = await pack(other.archive);
    const reader = await openLibraryIn(folder, { at: "reader", bundled: [folder.at("bundled")] });
    const { items } = await reader.importFiles({ paths: [path] });
    await Promise.all([other.archive.close(), reader.archive.close()]);
    expect(items.map(({ status, document, notes }) => [status, document, notes.map(({ code }) => code)])).toEqual([
      ["unchanged", "a/2022-10", ["bundled-kept"]],
      ["unchanged", "a/2022-11", []],
    ]);
    expect(existsSync(folder.at("reader/letters"))).toBe(false);
  });
});

describe("trust", () => {
  test("is given at the first pack, and recognises the publisher from then on", async () => {
    await importLetter(here);
    const path = await pack(here.archive, "a.relire", { key: derivation });
    const stateOf = async () => valueOf(await there.archive.inspectPack(path)).signature;
    expect(await stateOf()).toBe("new-key");
    expect(await stateOf()).toBe("new-key");
    await receive(there, path);
    expect(await stateOf()).toBe("verified");
  });

  test("refuses another key for the same publisher, unless a person accepts that very key", async () => {
    const letter = await importLetter(here);
    await receive(there, await pack(here.archive, "a.relire", { key: derivation }));
    await importLetter(here, letterText({ title: "Suite", date: "2023-07" }), "suite.md");
    const other = await pack(here.archive, "b.relire", { key: keyOf("La Dérivation") });
    const { signature, fingerprint } = valueOf(await there.archive.inspectPack(other));
    expect(signature).toBe("changed-key");
    expect(await receive(there, other, ["0000 0000 0000 0000 0000"])).toEqual(["pack-key-changed"]);
    expect(there.archive.overview().documents.map(({ id }) => id)).toEqual([letter]);
    expect((await receive(there, other, [fingerprint ?? ""])).filter((line) => line.startsWith("added"))).toHaveLength(1);
    expect(valueOf(await there.archive.inspectPack(other)).signature).toBe("verified");
  });

  test("begins with the keys that come with a bundled archive", async () => {
    await importLetter(here);
    const path = await pack(here.archive, "a.relire", { key: derivation });
    folder.put("bundled/catalogue.json", JSON.stringify({ format: 1, collections: [], rubrics: [], documents: [] }));
    folder.put("bundled/publishers.json", JSON.stringify({ format: 1, keys: [{ publisher: "La Dérivation", collection: "la-derivation", publicKey: derivation.publicKey }] }));
    const reader = await openLibraryIn(folder, { at: "reader", bundled: [folder.at("bundled")] });
    expect(valueOf(await reader.archive.inspectPack(path)).signature).toBe("verified");
    await reader.archive.close();
  });

  test("is told before anything is taken in", async () => {
    await importLetter(here);
    const path = await pack(here.archive, "a.relire", { key: derivation });
    const told: string[] = [];
    await there.importFiles({ paths: [path] }, { onPack: (file, { signature, publisher }) => void told.push(`${file} ${signature} ${publisher} ${there.archive.overview().documents.length}`) });
    expect(told).toEqual([`${path} new-key La Dérivation 0`]);
  });

  test("of a damaged list of keys is that of nobody known", async () => {
    await importLetter(here);
    folder.put("there/publishers.json", "{");
    expect(await receive(there, await pack(here.archive, "a.relire", { key: derivation }))).toHaveLength(1);
    expect(JSON.parse(folder.read("there/publishers.json"))).toMatchObject({ keys: [{ publisher: "La Dérivation" }] });
    expect(folder.read("there/publishers.json.damaged")).toBe("{");
  });
});

describe("a pack that is not whole", () => {
  test.each([
    ["cut short", "pack-damaged", (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ["changed", "pack-altered", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("soupe de fanes", "soupe de clous"), "latin1")],
    ["empty", "pack-damaged", () => Buffer.alloc(0)],
  ])("is refused, and nothing taken from it: %s", async (_, code, change) => {
    await importLetter(here);
    const path = await pack(here.archive);
    writeFileSync(path, change(readFileSync(path)));
    expect(await receive(there, path)).toEqual([code]);
    expect(await there.archive.inspectPack(path)).toMatchObject({ ok: false, failure: { code, title: "a.relire" } });
    expect(existsSync(folder.at("there/letters"))).toBe(false);
  });

  test("is not there at all", async () => {
    expect(await receive(there, folder.at("absent.relire"))).toEqual(["file-missing"]);
  });

  test("inside a folder is read as a pack, and the others go on", async () => {
    const letter = await importLetter(here);
    await pack(here.archive, "cle/a.relire");
    folder.put("cle/b.md", letterText({ title: "Autre", date: "2021" }));
    const { items } = await there.importFiles({ paths: [folder.at("cle")] });
    expect(items.map(({ status }) => status)).toEqual(["added", "added"]);
    expect(items[0]?.document).toBe(letter);
  });
});

