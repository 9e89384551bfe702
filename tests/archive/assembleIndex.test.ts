/** The index of a folder: sealed whole or not at all, used while it fits the documents, and honest about what it cannot cover. */
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readPdf } from "../../archive/import/pdf.ts";
import { describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../archive/archive.ts";
import { sealFolder } from "../../archive/assembleIndex.ts";
import { openFolder } from "../../archive/openFolder.ts";
import { openSealed } from "../../archive/search/sealed.ts";
import { openSealedPassages } from "../../archive/search/sealedPassages.ts";
import { openPassages } from "../../archive/store/savedPassages.ts";
import { type ArchiveContent, putArchive } from "../fixtures/letterArchive.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const words = "soupe pain médiation usagers économie atelier lettre rencontre numérique geek service partage outil commun jardin quartier".split(" ");
/** Enough text that sealing takes several steps. */
function longLetter(sections: number, length: number): string {
  return Array.from({ length: sections }, (_, section) => {
    const text = Array.from({ length }, (__, at) => `${words[(section * 7 + at * at) % words.length] ?? ""}${at % 3 === 0 ? String((section * 31 + at) % 997) : ""}`);
    return `## Partie ${String(section)} {#partie-${String(section)}}\n\n${text.join(" ")}.`;
  }).join("\n\n");
}

const content: ArchiveContent = { letters: { "essai/2022-10": longLetter(40, 40), "essai/2023-01": "## Une soupe {#soupe}\n\nUne soupe de fanes." } };

async function sealArchive(signal?: AbortSignal): Promise<void> {
  const opened = await openFolder(folder.at("archive"), readPdf);
  const heads = new Map(opened.documents.map(({ entry }) => [entry.head.id, entry.head]));
  await sealFolder(opened, (id) => heads.get(id), readPdf, signal);
}

const open = (): Promise<Archive> => openArchive({ bundled: [folder.at("archive")], library: null, readPdf });
const answersOf = (archive: Archive) =>
  ["soupe ", "mediat", '"soupe de fanes"', "gek servise ", "commun -jardin", "dans:2023-01"].map((text) => {
    const { groups, total, facets, step, suggestion, completions } = archive.search({ text, limit: 30 });
    return { hits: groups.flatMap(({ hits }) => hits.map(({ passage, score }) => [passage.id, score])), total, facets, step, suggestion, completions };
  });
const filesOf = (): string[] => readdirSync(folder.at("archive")).sort();
const bytesOf = (file: string): Buffer => readFileSync(folder.at(`archive/${file}`));

/** Aborts by itself when it is asked for the n-th time whether it has been. */
function abortingAt(count: number): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  controller.signal.throwIfAborted = () => {
    asked += 1;
    if (asked === count) controller.abort(new Error("stopped by the test"));
    AbortSignal.prototype.throwIfAborted.call(controller.signal);
  };
  return controller.signal;
}

describe("a folder that is sealed", () => {
  test("answers as it did with an index made in memory", async () => {
    putArchive(folder, "archive", content);
    const before = answersOf(await open());
    await sealArchive();
    expect(filesOf()).toEqual(["catalogue.json", "index.documents", "index.sealed", "letters", "passages.texts"]);
    const archive = await open();
    expect(archive.overview().troubles).toEqual([]);
    expect(answersOf(archive)).toEqual(before);
  });

  test("is the same, byte for byte, when it is sealed again", async () => {
    putArchive(folder, "archive", content);
    await sealArchive();
    const [index, passages] = [bytesOf("index.sealed"), bytesOf("passages.texts")];
    await sealArchive();
    expect(bytesOf("index.sealed").equals(index)).toBe(true);
    expect(bytesOf("passages.texts").equals(passages)).toBe(true);
  });

  test("answers as a live one when it holds too many passages to be held live", async () => {
    putArchive(folder, "archive", { letters: { "essai/2022-10": longLetter(501, 12) } });
    const archive = await open();
    expect(filesOf()).toEqual(["catalogue.json", "letters"]);
    expect(archive.search({ text: "soupe médiation ", limit: 1 }).total).toBeGreaterThan(3);
    const before = answersOf(archive);
    await sealArchive();
    expect(answersOf(await open())).toEqual(before);
  });

  test("without any document is sealed too", async () => {
    putArchive(folder, "archive", {});
    await sealArchive();
    const archive = await open();
    expect(archive.overview().troubles).toEqual([]);
    expect(archive.search({ text: "soupe ", limit: 5 })).toMatchObject({ total: 0 });
  });

  test("is read anew once a document changed, without a word", async () => {
    putArchive(folder, "archive", content);
    await sealArchive();
    appendFileSync(folder.at("archive/letters/essai/2023-01/letter.md"), "\nUn ornithorynque.\n");
    const archive = await open();
    expect(archive.overview().troubles).toEqual([]);
    expect(archive.search({ text: "ornithorynque ", limit: 5 })).toMatchObject({ total: 1, step: "exact" });
    await sealArchive();
    expect((await open()).search({ text: "ornithorynque ", limit: 5 })).toMatchObject({ total: 1, step: "exact" });
  });
});

describe("sealing", () => {
  test.each([1, 2])("that is stopped leaves what was there whole and in use: at its check number %i", async (count) => {
    putArchive(folder, "archive", content);
    await sealArchive();
    const before = [bytesOf("index.sealed"), bytesOf("passages.texts")];
    const answers = answersOf(await open());
    putArchive(folder, "archive", { ...content, letters: { ...content.letters, "essai/2023-02": longLetter(150, 150) } });
    await expect(sealArchive(abortingAt(count))).rejects.toThrow("stopped by the test");
    expect(filesOf()).toEqual(["catalogue.json", "index.documents", "index.sealed", "letters", "passages.texts"]);
    expect([bytesOf("index.sealed"), bytesOf("passages.texts")]).toEqual(before);
    // Back to the documents they were made from: still good.
    putArchive(folder, "archive", content);
    const archive = await open();
    expect(archive.overview().troubles).toEqual([]);
    expect(answersOf(archive)).toEqual(answers);
  });

  test("that is stopped the first time leaves nothing", async () => {
    putArchive(folder, "archive", content);
    await expect(sealArchive(AbortSignal.abort(new Error("stopped by the test")))).rejects.toThrow("stopped by the test");
    expect(filesOf()).toEqual(["catalogue.json", "letters"]);
    expect((await open()).overview().troubles).toEqual([]);
  });

  test("interrupted between its two files is told by what does not fit, and everything is found", async () => {
    putArchive(folder, "archive", content);
    await sealArchive();
    const old = bytesOf("index.sealed");
    putArchive(folder, "archive", { letters: { ...content.letters, "essai/2023-02": "## Neuf {#neuf}\n\nUn ornithorynque." } });
    await sealArchive();
    folder.put("archive/index.sealed", old);
    const archive = await open();
    expect(archive.overview().troubles).toMatchObject([{ code: "index-outdated", file: "index.sealed" }]);
    expect(archive.search({ text: "ornithorynque ", limit: 5 })).toMatchObject({ total: 1 });
  });

  test("leaves closed documents out, and takes them in once they open again", async () => {
    putArchive(folder, "archive", content);
    const letter = bytesOf("letters/essai/2023-01/letter.md");
    rmSync(folder.at("archive/letters/essai/2023-01/letter.md"));
    await sealArchive();
    expect((await open()).search({ text: "fanes ", limit: 5 })).toMatchObject({ total: 0 });
    folder.put("archive/letters/essai/2023-01/letter.md", letter);
    const archive = await open();
    expect(archive.overview().troubles).toEqual([]);
    expect(archive.search({ text: "fanes ", limit: 5 })).toMatchObject({ total: 1 });
  });

  test("that cannot write rejects, leaves no other file behind, and the archive goes on", async () => {
    putArchive(folder, "archive", content);
    folder.put("archive/index.sealed/in-the-way", "");
    await expect(sealArchive()).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(filesOf()).toEqual(["catalogue.json", "index.documents", "index.sealed", "letters", "passages.texts"]);
    const archive = await open();
    expect(archive.overview().troubles).toMatchObject([{ code: "index-missing" }]);
    expect(archive.search({ text: "fanes ", limit: 5 })).toMatchObject({ total: 1 });
  });

  test("keeps every word and every passage in its order", async () => {
    putArchive(folder, "archive", content);
    await sealArchive();
    const sealed = openSealed(bytesOf("index.sealed"));
    const made = sealed.ok ? sealed.value.fingerprint : "";
    const passages = openPassages(folder.at("archive"), made);
    if (!passages.ok) throw new Error(passages.failure.detail);
    const opened = openSealedPassages(bytesOf("index.sealed"), made, passages.value.count);
    if (!opened.ok) throw new Error(opened.failure.detail);
    expect(passages.value.count).toBe(41);
    expect(opened.value.search({ term: "fanes" }, 5, () => true).map(({ passage }) => passages.value.at(passage)?.id)).toEqual(["essai/2023-01#soupe"]);
  });
});

describe("what search cannot cover", () => {
  const pages = [["Une page de texte."], [], ["Une autre page."], []];

  test("is counted: reports and pages without text, documents that are closed", async () => {
    putArchive(folder, "archive", { letters: { "essai/2023-01": "## A\n\nTexte." }, reports: { "essai/scan": [[], []], "essai/mixte": pages, "essai/texte": [["Tout est là."]], "essai/perdu": [[]] } });
    rmSync(folder.at("archive/reports/essai/perdu/report.pdf"));
    expect((await open()).overview().coverage).toEqual({ reportsWithoutText: 2, pagesWithoutText: 4, closedDocuments: 1 });
    await sealArchive();
    const archive = await open();
    expect(archive.overview().coverage).toEqual({ reportsWithoutText: 2, pagesWithoutText: 4, closedDocuments: 1 });
    expect(archive.search({ text: "page ", limit: 10 }).groups.flatMap(({ hits }) => hits.map(({ passage }) => passage.heading)).sort()).toEqual(["1", "3"]);
  });

  test("is nothing when every page has text", async () => {
    putArchive(folder, "archive", { letters: { "essai/2023-01": "## A\n\nTexte.\n\n## Vide {#vide}" }, reports: { "essai/texte": [["Tout est là."]] } });
    expect((await open()).overview().coverage).toEqual({ reportsWithoutText: 0, pagesWithoutText: 0, closedDocuments: 0 });
  });

  test("is counted over all folders, once for a document that stands in several", async () => {
    putArchive(folder, "archive", { reports: { "essai/mixte": pages } });
    putArchive(folder, "other", { reports: { "essai/mixte": pages, "essai/scan": [[]] } });
    expect((await openArchive({ bundled: [folder.at("archive"), folder.at("other")], library: null, readPdf })).overview().coverage).toEqual({ reportsWithoutText: 2, pagesWithoutText: 3, closedDocuments: 0 });
  });
});
