/**
 * A document of a pack becomes one of the library, under the id it has everywhere: new, a new revision of what is here, or nothing new at all. What a
 * pack brought before, and what is older than what is here, changes nothing; what a person removed, or the bundled archive has, stays as it is.
 */
import { type Answer, type DocumentHead, fail, type ReportHead, succeed } from "../model.ts";
import type { ImportNote } from "../draft.ts";
import { letterPassages, reportPassages } from "../search/passages.ts";
import type { Pack } from "../share/openPack.ts";
import { type PackDocument, stateDigest } from "../share/packManifest.ts";
import { type CatalogueEntry, type Original, writtenEntry } from "../store/catalogue.ts";
import { sha256 } from "../store/digest.ts";
import { deleteFolder, makeFolder, reviseFolder, unreviseFolder } from "../store/documentFolders.ts";
import { documentFolder, machineFile, mainFile, originalFile, recordFile, textFile } from "../store/layout.ts";
import { parseLetter } from "../store/letterFile.ts";
import { type DocumentRecord, readRecordToChange, recordText } from "../store/record.ts";
import { isNewerMachine, parseMachinePages } from "../store/machinePages.ts";
import { parseReportText, reportTextOf } from "../store/reportText.ts";
import { ownPicture } from "../text/hypertext.ts";
import { machineText } from "../text/machineText.ts";
import type { Desk } from "./desk.ts";
import type { Prepared } from "./prepareDocument.ts";

/** A document that comes with a pack. */
export interface PackedArrival {
  pack: Pack;
  document: PackDocument;
  /** What it is called in the report of the import. */
  file: string;
  /** Id of the collection that a person wants it in; without one, that of the pack or the one it is in already. */
  collection: string | undefined;
}

export interface KeptPacked {
  status: "added" | "unchanged";
  entry: CatalogueEntry;
  notes: ImportNote[];
  /** Its files are on the disk. */
  written: Promise<void>;
  /** Makes it as if it had not been kept, for when that cannot be put on record. */
  undo(): Promise<void>;
}

/** Files by their path in the document's folder. */
type Files = Map<string, Uint8Array>;

/** Stores all of a document, or nothing. Rejects with the system's error. */
export async function keepPacked(desk: Desk, arrival: PackedArrival): Promise<Answer<KeptPacked>> {
  const { document } = arrival;
  const here = await findHere(desk, document);
  if (here) return succeed(here);
  const before = desk.documents.get(document.head.id);
  const files = await readFiles(arrival);
  if (!files.ok) return files;
  const collection = arrival.collection ?? before?.head.collection ?? document.head.collection;
  const prepared = document.head.kind === "letter" ? prepareLetter(document, collection, files.value) : await prepareReport(desk, document.head, collection, files.value);
  if (!prepared.ok) return prepared;
  const entry = await store(desk, arrival, prepared.value, before);
  describeAlso(desk, arrival, entry.head);
  desk.put(entry, prepared.value.passages);
  return succeed({
    status: "added",
    entry,
    notes: [],
    written: Promise.resolve(),
    async undo() {
      desk.take(entry.head.id);
      if (!before) return deleteFolder(desk.folder, entry.head);
      await unreviseFolder(desk.folder, before.head, before.revision ?? 1);
      await desk.bringBack(before);
    },
  });
}

/** What makes that nothing of the document has to be taken in. */
async function findHere(desk: Desk, document: PackDocument): Promise<KeptPacked | null> {
  const { id } = document.head;
  const unchanged = (entry: CatalogueEntry, ...notes: ImportNote[]): KeptPacked => ({ status: "unchanged", entry, notes, written: Promise.resolve(), undo: async () => {} });
  const binned = desk.bin.get(id);
  if (binned) return unchanged(binned.entry, { code: "in-bin", detail: "" });
  const held = desk.holdings.held(id);
  if (held && held.folder !== desk.folder) return unchanged(held.entry, ...(held.entry.sha256 === mainDigest(document) ? [] : [{ code: "bundled-kept" as const, detail: "" }]));
  const before = desk.documents.get(id);
  if (before) return isNewer(document, before) ? null : unchanged(before);
  const same = document.original && desk.known.fromOriginal(document.original.sha256);
  return same ? unchanged(same) : null;
}

/** Whether a pack has a document in a state that was not seen here, and not in one from before. */
function isNewer(document: PackDocument, { packed, revision = 1, sha256: digest }: CatalogueEntry): boolean {
  if (packed) return packed.state !== stateDigest(document) && document.revision >= packed.revision;
  return document.revision >= revision && mainDigest(document) !== digest;
}

function mainDigest({ head, files }: PackDocument): string | undefined {
  return files.find(({ path }) => path === `${documentFolder(head)}/${mainFile(head.kind)}`)?.sha256;
}

async function readFiles({ pack, document }: PackedArrival): Promise<Answer<Files>> {
  const files: Files = new Map();
  for (const file of document.files) {
    const path = file.path.slice(documentFolder(document.head).length + 1);
    if (!isWanted(document, path)) continue;
    const content = await pack.read(file);
    if (!content.ok) return content;
    files.set(path, content.value);
  }
  return succeed(files);
}

/** Of what a document's folder may hold: a pack brings neither records nor revisions. */
function isWanted({ head, original }: PackDocument, path: string): boolean {
  if (path === mainFile(head.kind)) return true;
  if (head.kind === "report") return path === textFile || path === machineFile;
  return ownPicture(path) === path || (original !== null && path === originalFile(original.extension));
}

/** Its head is what its text says, whatever the manifest does. */
function prepareLetter({ head: { id, title } }: PackDocument, collection: string, files: Files): Answer<Prepared> {
  const main = files.get(mainFile("letter")) ?? new Uint8Array();
  const letter = parseLetter(new TextDecoder().decode(main), id, collection);
  if (!letter.ok) return fail("letter-damaged", { ...letter.failure, title });
  return succeed({ head: letter.value.head, main, beside: besides(files, "letter"), pictures: letter.value.pictures, passages: letterPassages(letter.value) });
}

/** Its text is extracted again unless the pack brings it. */
async function prepareReport(desk: Desk, packed: ReportHead, collection: string, files: Files): Promise<Answer<Prepared>> {
  const main = files.get(mainFile("report")) ?? new Uint8Array();
  const pages = parseReportText(files.get(textFile), sha256(main));
  // What does not read is not kept, unless a later Relire can read it.
  const machine = parseMachinePages(files.get(machineFile), sha256(main));
  if (!machine && !isNewerMachine(files.get(machineFile))) files.delete(machineFile);
  const read = new Map(machine?.map(({ page, lines }) => [page, machineText(lines)]));
  if (pages?.length === packed.pageLabels.length) {
    const head = { ...packed, collection };
    return succeed({ head, main, beside: besides(files, "report"), pictures: [], passages: reportPassages(head, pages, read) });
  }
  const content = await desk.readPdf(main);
  if (!content.ok) return { ok: false, failure: { ...content.failure, title: packed.title } };
  const { pageLabels, outline, pages: extracted } = content.value;
  const head = { ...packed, collection, pageLabels, outline };
  const beside = new Map<string, string | Uint8Array>([...besides(files, "report"), [textFile, reportTextOf({ sha256: sha256(main), pages: extracted })]]);
  return succeed({ head, main, beside, pictures: [], passages: reportPassages(head, extracted, read) });
}

function besides(files: Files, kind: DocumentHead["kind"]): Files {
  return new Map([...files].filter(([path]) => path !== mainFile(kind)));
}

async function store(desk: Desk, { document, file }: PackedArrival, prepared: Prepared, before: CatalogueEntry | undefined): Promise<CatalogueEntry> {
  const { head, main, beside, pictures } = prepared;
  const original = keptOriginal(document, beside);
  const machine = beside.get(machineFile);
  const revision = before ? Math.max(document.revision, (before.revision ?? 1) + 1) : document.revision;
  const entry: CatalogueEntry = {
    head,
    bytes: main.length,
    sha256: sha256(main),
    pictures,
    ...(original && { original }),
    ...(revision > 1 && { revision }),
    ...earlierOf(document, before, original),
    ...(machine !== undefined && { machine: sha256(machine) }),
    ...(Object.keys(document.former).length > 0 && { former: document.former }),
    packed: { revision: document.revision, state: stateDigest(document) },
  };
  const came = { importedAt: new Date().toISOString(), file, notes: [] };
  const record: DocumentRecord = { format: 1, entry, ...came, files: digestsOf(beside), revisions: [], edits: [] };
  if (!before) {
    await makeFolder(desk.folder, head, new Map([...beside, [mainFile(head.kind), main], [recordFile, recordText(record)]]));
    return writtenEntry(desk.folder, entry);
  }
  const number = before.revision ?? 1;
  const past = await readRecordToChange(desk.folder, before.head);
  const { importedAt = new Date(before.modified ?? 0).toISOString(), file: from = "", notes = [] } = past ?? {};
  const revisions = [...(past?.revisions ?? []), { number, importedAt, file: from, notes, original: before.original ?? null }];
  await reviseFolder(desk.folder, head, number, new Map([...beside, [mainFile(head.kind), main], [recordFile, recordText({ ...record, revisions })]]));
  return writtenEntry(desk.folder, entry);
}

/** A report is its own original; that of a letter may have been left out of the pack. */
function keptOriginal({ head, original }: PackDocument, beside: Prepared["beside"]): Original | null {
  return original && (head.kind === "report" || beside.has(originalFile(original.extension))) ? original : null;
}

function earlierOf(document: PackDocument, before: CatalogueEntry | undefined, original: Original | null): Pick<CatalogueEntry, "earlier"> {
  const digests = new Set([...document.earlier, ...(before?.earlier ?? []), ...(before?.original ? [before.original.sha256] : []), ...(document.original ? [document.original.sha256] : [])]);
  if (original) digests.delete(original.sha256);
  return digests.size > 0 ? { earlier: [...digests] } : {};
}

function digestsOf(files: Prepared["beside"]): DocumentRecord["files"] {
  return Object.fromEntries([...files].map(([path, content]) => [path, { bytes: Buffer.byteLength(content), sha256: sha256(content) }]));
}

/** Lists the collection and the rubrics that come with a document. Those that are known keep their titles. */
function describeAlso(desk: Desk, { pack: { manifest } }: PackedArrival, head: DocumentHead): void {
  const { collection: id } = head;
  if (!desk.collections.has(id)) {
    const described = desk.holdings.collection(id) ?? manifest.collections.find((each) => each.id === id);
    desk.collections.set(id, described ?? { id, title: id, description: "", language: "fr", sample: false, elsewhere: [] });
  }
  const rubrics = head.kind === "letter" ? head.sections.flatMap(({ rubric }) => (rubric === null ? [] : [rubric])) : [];
  for (const rubric of rubrics) {
    const described = desk.holdings.rubric(rubric) ?? manifest.rubrics.find((each) => each.id === rubric);
    if (!desk.rubrics.has(rubric)) desk.rubrics.set(rubric, described ?? { id: rubric, title: rubric });
  }
  desk.describe();
}
