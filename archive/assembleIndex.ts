/**
 * The search index over an opened folder: what was saved of it, and beside it, held live, what came or changed since. Where nothing usable was saved,
 * it is made anew in memory.
 */
import type { DocumentHead, Failure, Passage } from "./model.ts";
import type { ReadPdf } from "./import/pdfContent.ts";
import type { OpenFolder } from "./openFolder.ts";
import type { IndexedPassages } from "./search/engine.ts";
import { GrowingPassages } from "./search/growingPassages.ts";
import { createLiveIndex } from "./search/live.ts";
import type { PassageIndex } from "./search/passageIndex.ts";
import { PassageTable } from "./search/passageTable.ts";
import { letterPassages, reportPassages } from "./search/passages.ts";
import { openSealedPassages, sealPassages } from "./search/sealedPassages.ts";
import type { CatalogueEntry } from "./store/catalogue.ts";
import { readDocumentBytes } from "./store/documents.ts";
import { coverageOf, type IndexCoverage, readCoverage, writeCoverage } from "./store/indexCoverage.ts";
import { documentFolder, indexFile, machineFile } from "./store/layout.ts";
import type { Listed } from "./store/listing.ts";
import { isNewerMachineFile, readMachinePages } from "./store/machinePages.ts";
import { readReportText } from "./store/reportText.ts";
import { readIndex, writeIndex } from "./store/savedIndex.ts";
import { openPassages, type SavedPassages, writePassages } from "./store/savedPassages.ts";
import { machineText } from "./text/machineText.ts";

export type HeadOf = (document: string) => DocumentHead | undefined;

/** Up to this many passages without a sealed index are held live; more are sealed in memory, which searches faster. */
export const mostLive = 500;

export interface FolderIndex {
  growing: GrowingPassages;
  /** Gives the saved passages' file back to the system. */
  close(): void;
}

/** The index of a folder over these of its documents, all of which can be read. Damage found in saved files, which is made good in memory, and what only a later Relire can read are added to `troubles`. */
export async function openIndex(folder: string, documents: readonly Listed[], headOf: HeadOf, readPdf: ReadPdf, troubles: Failure[]): Promise<FolderIndex> {
  const coverage = await readCoverage(folder);
  const saved = coverage && openSavedPassages(folder, coverage, troubles);
  if (!saved) return { growing: await indexAnew(folder, documents, headOf, readPdf, troubles), close: () => undefined };
  const index = (await savedIndex(folder, coverage.fingerprint, saved.count, troubles)) ?? (await indexSaved(saved, headOf));
  if (!index) return { growing: await indexAnew(folder, documents, headOf, readPdf, troubles), close: () => saved.close() };
  const growing = new GrowingPassages({ passages: saved, index });
  await catchUp(growing, folder, documents, coverage, readPdf, troubles);
  return { growing, close: () => saved.close() };
}

/**
 * Makes and saves the passages and the sealed index of a folder. Each file is whole or not there; stopped by the signal, or interrupted, those
 * from before stay in use.
 */
export async function sealFolder(folder: OpenFolder, headOf: HeadOf, readPdf: ReadPdf, signal?: AbortSignal): Promise<void> {
  const entries = readableOf(folder);
  await saveIndex(folder.path, entries, await readAllPassages(folder.path, entries, readPdf), headOf, signal);
}

/** Seals passages and saves them with their index; `entries` are the documents that they are all the passages of. */
export async function saveIndex(folder: string, entries: readonly CatalogueEntry[], passages: readonly Passage[], headOf: HeadOf, signal?: AbortSignal): Promise<void> {
  const { text, fingerprint } = coverageOf(entries);
  const sealed = await sealPassages(passages, headOf, fingerprint, signal);
  await writeCoverage(folder, text);
  await writePassages(folder, fingerprint, passages);
  await writeIndex(folder, sealed);
}

/** The passages of a document, taken from its files. None when they cannot be read. What of them only a later Relire can read is added to `troubles`. */
export async function documentPassages(folder: string, entry: CatalogueEntry, readPdf: ReadPdf, troubles: Failure[] = []): Promise<Passage[]> {
  const { head } = entry;
  if (head.kind === "report") {
    const place = `${folder}/${documentFolder(head)}`;
    const kept = await readReportText(place, entry.sha256);
    if (kept) return reportPassages(head, kept, await readMachine(folder, entry, troubles));
  }
  const bytes = await readDocumentBytes(folder, entry);
  if (!bytes.ok) return [];
  if (head.kind === "letter") {
    const { parseLetter } = await import("./store/letterFile.ts");
    const letter = parseLetter(bytes.value.toString("utf8"), head.id, head.collection);
    return letter.ok ? letterPassages(letter.value) : [];
  }
  const content = await readPdf(bytes.value);
  return content.ok ? reportPassages(head, content.value.pages, await readMachine(folder, entry, troubles)) : [];
}

/** What was read by machine, by page. */
async function readMachine(folder: string, { head, machine, sha256 }: CatalogueEntry, troubles: Failure[]): Promise<ReadonlyMap<number, string>> {
  if (machine === undefined) return new Map();
  const pages = await readMachinePages(`${folder}/${documentFolder(head)}`, sha256);
  const file = `${documentFolder(head)}/${machineFile}`;
  // Without a subject: the report itself is read as it is.
  if (pages === null && (await isNewerMachineFile(`${folder}/${file}`))) troubles.push({ code: "library-newer", file });
  return new Map(pages?.map(({ page, lines }) => [page, machineText(lines)]));
}

/** Entries of the documents that can be read. */
export function readableOf({ documents }: OpenFolder): CatalogueEntry[] {
  return documents.flatMap(({ entry, failure }) => (failure === null ? [entry] : []));
}

async function readAllPassages(folder: string, entries: readonly CatalogueEntry[], readPdf: ReadPdf, troubles: Failure[] = []): Promise<Passage[]> {
  const sets: Passage[][] = [];
  for (const entry of entries) sets.push(await documentPassages(folder, entry, readPdf, troubles));
  return sets.flat();
}

function openSavedPassages(folder: string, { fingerprint }: IndexCoverage, troubles: Failure[]): SavedPassages | null {
  const saved = openPassages(folder, fingerprint, (failure) => troubles.push(failure));
  if (saved.ok) return saved.value;
  if (saved.failure.code === "index-damaged") troubles.push(saved.failure);
  return null;
}

async function savedIndex(folder: string, made: string, count: number, troubles: Failure[]): Promise<PassageIndex | null> {
  const bytes = await readIndex(folder);
  const opened = bytes.ok ? openSealedPassages(bytes.value, made, count) : bytes;
  if (opened.ok) return opened.value;
  troubles.push({ ...opened.failure, file: indexFile });
  return null;
}

/** An index over saved passages; null when one of them cannot be read. */
async function indexSaved(saved: SavedPassages, headOf: HeadOf): Promise<PassageIndex | null> {
  const passages = Array.from({ length: saved.count }, (_, place) => saved.at(place));
  return passages.every((passage) => passage !== null) ? makeIndex(passages, headOf) : null;
}

async function indexAnew(folder: string, documents: readonly Listed[], headOf: HeadOf, readPdf: ReadPdf, troubles: Failure[]): Promise<GrowingPassages> {
  const passages = await readAllPassages(folder, documents.map(({ entry }) => entry), readPdf, troubles);
  const set: IndexedPassages = { passages: new PassageTable(passages), index: await makeIndex(passages, headOf) };
  return new GrowingPassages(set);
}

async function makeIndex(passages: readonly Passage[], headOf: HeadOf): Promise<PassageIndex> {
  if (passages.length <= mostLive) return createLiveIndex(passages, headOf);
  const opened = openSealedPassages(await sealPassages(passages, headOf, ""), "", passages.length);
  if (!opened.ok) throw new Error(`an index that was just sealed does not open: ${opened.failure.detail}`);
  return opened.value;
}

/** Passes over what is gone or changed since the index was saved, and takes in what came. */
async function catchUp(growing: GrowingPassages, folder: string, documents: readonly Listed[], { versions }: IndexCoverage, readPdf: ReadPdf, troubles: Failure[]): Promise<void> {
  const covered = new Set<string>();
  const fresh: Listed[] = [];
  for (const document of documents) {
    if (versions.get(document.id) === document.version) covered.add(document.id);
    else fresh.push(document);
  }
  for (const id of versions.keys()) if (!covered.has(id)) growing.remove(id);
  for (const { entry } of fresh) growing.put(entry.head, await documentPassages(folder, entry, readPdf, troubles));
}
