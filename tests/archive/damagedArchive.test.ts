import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { readPdf } from "../../archive/import/pdf.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../archive/archive.ts";
import type { Failure } from "../../archive/model.ts";
import { sealPassages } from "../../archive/search/sealedPassages.ts";
import { writePassages } from "../../archive/store/savedPassages.ts";
import { built, copyArchive } from "../fixtures/built.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const queries = ["geek de service", "économie", "mutualis", "soupe de fanes", "imprimante guichet"];

let whole: Archive;
beforeAll(async () => {
  whole = await openArchive({ bundled: [built("archive")], library: null, readPdf });
});

/** Where a sealed index says of which version it is. */
const versionAt = 4;

/** A copy of the bundled archive, broken and opened. */
async function openBroken(damage: (path: (file: string) => string) => unknown): Promise<Archive> {
  copyArchive(folder.at("archive"));
  await damage((file) => folder.at(`archive/${file}`));
  return openArchive({ bundled: [folder.at("archive")], library: null, readPdf });
}

const troublesOf = (archive: Archive) => archive.overview().troubles.map(({ code, subject, file }): Partial<Failure> => Object.assign({ code }, subject && { subject }, file && { file }));

const hitsOf = (archive: Archive, text: string) =>
  archive.search({ text, limit: 1000 }).groups.flatMap(({ hits }) => hits.map(({ passage, score, excerpt, marks }) => ({ id: passage.id, score, excerpt, marks })));

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1;
  writeFileSync(path, bytes);
}

/** In the same order, with the same scores. */
function expectSameHits(archive: Archive): void {
  for (const query of queries) {
    const expected = hitsOf(whole, query);
    expect(expected.length).toBeGreaterThan(0);
    expect(hitsOf(archive, query)).toEqual(expected);
  }
}

const byId = <Item extends { id: string }>(items: Item[]): Item[] => items.toSorted((a, b) => a.id.localeCompare(b.id));

describe("a search index", () => {
  test.each([
    ["cut short", (path: string) => truncateSync(path, 1000)],
    ["of which a bit flipped", (path: string) => flipBit(path, Math.floor(statSync(path).size / 2))],
    ["of JSON, as older versions wrote it", (path: string) => writeFileSync(path, '{"fingerprint":"0","index":{}}')],
  ])("%s is made anew in memory, and said", async (_, damage) => {
    const archive = await openBroken((path) => damage(path("index.sealed")));
    expect(troublesOf(archive)).toEqual([{ code: "index-damaged", file: "index.sealed" }]);
    expectSameHits(archive);
    // The archive may be read-only: what is damaged is left as it is.
    expect(readdirSync(folder.at("archive"))).toEqual(readdirSync(built("archive")));
  });

  test("of another version is made anew, and said", async () => {
    const archive = await openBroken((path) => flipBit(path("index.sealed"), versionAt));
    expect(troublesOf(archive)).toEqual([{ code: "index-outdated", file: "index.sealed" }]);
    expectSameHits(archive);
  });

  test("that is missing is made anew, and said", async () => {
    const archive = await openBroken((path) => rmSync(path("index.sealed")));
    expect(troublesOf(archive)).toEqual([{ code: "index-missing", file: "index.sealed" }]);
    expectSameHits(archive);
  });

  test("made from other passages is made anew, and said", async () => {
    const other = await sealPassages([], () => undefined, "other");
    const archive = await openBroken((path) => writeFileSync(path("index.sealed"), other));
    expect(troublesOf(archive)).toEqual([{ code: "index-outdated", file: "index.sealed" }]);
    expectSameHits(archive);
  });
});

describe("saved passages", () => {
  test("that are damaged are taken from the documents again, and said", async () => {
    const archive = await openBroken((path) => truncateSync(path("passages.texts"), 5000));
    expect(troublesOf(archive)).toEqual([{ code: "index-damaged", file: "passages.texts" }]);
    expectSameHits(archive);
  });

  test("made from other documents are taken anew, without a word", async () => {
    const archive = await openBroken((path) => writePassages(path("."), "other", []));
    expect(troublesOf(archive)).toEqual([]);
    expectSameHits(archive);
  });
});

describe("a catalogue", () => {
  test("that is missing leaves an empty archive that says so", async () => {
    const archive = await openBroken((path) => rmSync(path("catalogue.json")));
    expect(archive.overview()).toMatchObject({ collections: [], rubrics: [], documents: [], troubles: [{ code: "catalogue-missing", file: folder.at("archive/catalogue.json") }] });
    expect(archive.search({ text: "geek", limit: 20 })).toMatchObject({ total: 0, groups: [] });
    expect(await archive.letter("la-derivation/2022-10")).toMatchObject({ failure: { code: "unknown-document" } });
  });

  test("that is damaged leaves an empty archive that says so", async () => {
    const archive = await openBroken((path) => truncateSync(path("catalogue.json"), 20_000));
    expect(archive.overview()).toMatchObject({ documents: [], troubles: [{ code: "catalogue-damaged" }] });
  });
});

test("an archive with no folder at all is empty and works", async () => {
  const archive = await openArchive({ bundled: [], library: null, readPdf });
  expect(archive.overview()).toEqual({ collections: [], rubrics: [], documents: [], imported: [], troubles: [], coverage: { reportsWithoutText: 0, pagesWithoutText: 0, closedDocuments: 0 } });
  expect(archive.search({ text: "geek", limit: 20 })).toMatchObject({ total: 0, groups: [] });
});

test("a folder that does not exist is told like a missing catalogue", async () => {
  const archive = await openArchive({ bundled: [folder.at("nowhere")], library: null, readPdf });
  expect(archive.overview().troubles).toMatchObject([{ code: "catalogue-missing" }]);
});

describe("an archive with six things broken at once", () => {
  test("says which and why, and everything else works", async () => {
    const archive = await openBroken((path) => {
      const first = path("letters/les-passerelles/2022-01/letter.md");
      writeFileSync(first, readFileSync(first, "utf8").replace("title:", "title: ["));
      rmSync(path("letters/les-passerelles/2022-03/letter.md"));
      truncateSync(path("reports/les-passerelles/enquete-guichets-2023/report.pdf"), 100_000);
      rmSync(path("reports/les-passerelles/veillees-numeriques-2022/report.pdf"));
      rmSync(path("letters/les-passerelles/2022-05/pictures/lettre-guichet.svg"));
      appendFileSync(path("letters/les-passerelles/2023-12/letter.md"), "\n\nUn ornithorynque traverse la passerelle.\n\n## Ajout {#ajout .annonce}\n\nTexte ajouté.\n");
    });
    expect(byFile(troublesOf(archive))).toEqual([
      { code: "letter-damaged", subject: "les-passerelles/2022-01", file: "letters/les-passerelles/2022-01/letter.md" },
      { code: "letter-missing", subject: "les-passerelles/2022-03", file: "letters/les-passerelles/2022-03/letter.md" },
      { code: "picture-missing", subject: "les-passerelles/2022-05", file: "letters/les-passerelles/2022-05/pictures/lettre-guichet.svg" },
      { code: "report-truncated", subject: "les-passerelles/enquete-guichets-2023", file: "reports/les-passerelles/enquete-guichets-2023/report.pdf" },
      { code: "report-missing", subject: "les-passerelles/veillees-numeriques-2022", file: "reports/les-passerelles/veillees-numeriques-2022/report.pdf" },
    ]);
    for (const { title } of archive.overview().troubles) expect(title).toMatch(/./);

    // On the shelf, all documents; opened, a failure for each of the four that are closed.
    expect(archive.overview().documents.map(({ id }) => id)).toEqual(whole.overview().documents.map(({ id }) => id));
    expect(await archive.letter("les-passerelles/2022-01")).toMatchObject({ ok: false, failure: { code: "letter-damaged", detail: expect.stringMatching(/^line \d+: /) } });
    expect(await archive.letter("les-passerelles/2022-03")).toMatchObject({ ok: false, failure: { code: "letter-missing" } });
    expect(archive.report("les-passerelles/enquete-guichets-2023")).toMatchObject({ ok: false, failure: { code: "report-truncated" } });
    expect(archive.report("les-passerelles/veillees-numeriques-2022")).toMatchObject({ ok: false, failure: { code: "report-missing" } });
    expect(await archive.letter("les-passerelles/2022-05")).toMatchObject({ ok: true });

    // The letter that was changed on disk stands on the shelf as it is now, and is found under its new words.
    const changed = archive.overview().documents.find(({ id }) => id === "les-passerelles/2023-12");
    expect(changed).toMatchObject({ sections: expect.arrayContaining([{ id: "ajout", title: "Ajout", rubric: "annonce" }]) });
    expect(hitsOf(archive, "ornithorynque").map(({ id }) => id)).toEqual(["les-passerelles/2023-12#une-annonce"]);
    expect(await archive.rubric("annonce")).toMatchObject({ ok: true, value: { items: expect.arrayContaining([expect.objectContaining({ section: expect.objectContaining({ id: "ajout" }) })]) } });

    // Search gives what it gave, without the passages of the four closed documents.
    const closed = /^les-passerelles\/(?:2022-01|2022-03|enquete-guichets-2023|veillees-numeriques-2022)#/;
    for (const query of ["geek", "économie", "mutualis", "imprimante"]) {
      // With other scores: words are as rare as the archive says.
      const left = (from: Archive) => byId(hitsOf(from, query)).map(({ id, excerpt, marks }) => ({ id, excerpt, marks })).filter(({ id }) => !closed.test(id) && !id.startsWith("les-passerelles/2023-12#"));
      expect(left(archive)).toEqual(left(whole));
      expect(hitsOf(archive, query).filter(({ id }) => closed.test(id))).toEqual([]);
    }
    expect(archive.passage("les-passerelles/2022-01#souris")).toMatchObject({ ok: false, failure: { code: "unknown-passage" } });
    expect(archive.report("la-derivation/mutualisons-2022")).toMatchObject({ ok: true });
  });
});

describe("several folders", () => {
  const catalogue = (id: string, sha256: string) => ({
    format: 1,
    collections: [{ id: "essai", title: "Essai", description: "", language: "fr", sample: false, elsewhere: [] }],
    rubrics: [{ id: "essais", title: "Un essai" }],
    documents: [{ head: { kind: "letter", id, collection: "essai", title: "Ancien titre", date: "2024-01", authors: [], sections: [] }, bytes: 0, sha256, pictures: [] }],
  });

  function putLetter(where: string, id: string, text: string): void {
    folder.put(`${where}/catalogue.json`, JSON.stringify(catalogue(id, "00".repeat(32))));
    folder.put(`${where}/letters/${id}/letter.md`, `---\ntitle: Lettre importée\ndate: 2024-01\n---\n\n## Un essai {.essais}\n\n${text}\n`);
  }

  test("are one archive: documents, rubrics and search over them all", async () => {
    putLetter("library", "essai/2024-01", "Un ornithorynque et un geek de service.");
    const archive = await openArchive({ bundled: [built("archive"), folder.at("library")], library: null, readPdf });
    // A folder that never had an index has nothing to complain of.
    expect(archive.overview().troubles).toEqual([]);
    expect(archive.overview().documents[0]).toMatchObject({ id: "essai/2024-01", title: "Lettre importée" });
    expect(archive.overview().documents).toHaveLength(whole.overview().documents.length + 1);
    expect(archive.overview().rubrics.at(-1)).toEqual({ id: "essais", title: "Un essai" });
    expect(hitsOf(archive, "ornithorynque").map(({ id }) => id)).toEqual(["essai/2024-01#un-essai"]);
    expect(byId(hitsOf(archive, "geek de service ")).map(({ id }) => id)).toEqual(byId([...hitsOf(whole, "geek de service "), { id: "essai/2024-01#un-essai" }]).map(({ id }) => id));
    expect(await archive.letter("essai/2024-01")).toMatchObject({ ok: true });
    expect(await archive.letter("la-derivation/2022-10")).toMatchObject({ ok: true });
  });

  test("with the same document have it once, from the first", async () => {
    putLetter("one", "essai/2024-01", "Un ornithorynque.");
    putLetter("two", "essai/2024-01", "Un pangolin.");
    const archive = await openArchive({ bundled: [folder.at("one"), folder.at("two")], library: null, readPdf });
    expect(archive.overview().documents.map(({ id }) => id)).toEqual(["essai/2024-01"]);
    expect(hitsOf(archive, "ornithorynque")).toHaveLength(1);
    expect(hitsOf(archive, "pangolin")).toEqual([]);
    expect(await archive.letter("essai/2024-01")).toMatchObject({ value: { sections: [{ text: "Un ornithorynque." }] } });
  });

  test("one of which is damaged leave the other as it is", async () => {
    folder.put("library/catalogue.json", "{");
    const archive = await openArchive({ bundled: [folder.at("library"), built("archive")], library: null, readPdf });
    expect(archive.overview().troubles).toMatchObject([{ code: "catalogue-damaged", file: folder.at("library/catalogue.json") }]);
    expectSameHits(archive);
  });
});

function byFile(troubles: Partial<Failure>[]): Partial<Failure>[] {
  return troubles.toSorted((a, b) => (a.subject ?? "").localeCompare(b.subject ?? ""));
}
