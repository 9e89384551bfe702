/**
 * A draft becomes a document of the library: new, a new revision of one that is there, or nothing new at all. The original's bytes decide; then, for
 * what changed since it was last received, the collection, kind, date and title.
 */
import { basename } from "node:path/posix";
import type { Draft, ImportNote, ReportDraft } from "../draft.ts";
import { type CatalogueEntry, type Original, writtenEntry } from "../store/catalogue.ts";
import { sha256 } from "../store/digest.ts";
import { readDocumentBytes } from "../store/documents.ts";
import { deleteFolder, makeFolder, moveFromBin, moveToBin, reviseFolder, unreviseFolder } from "../store/documentFolders.ts";
import { mainFile, recordFile } from "../store/layout.ts";
import { shortSlug } from "../store/letterMarkdown.ts";
import { type DocumentRecord, readRecordToChange, recordText } from "../store/record.ts";
import type { Desk } from "./desk.ts";
import { type Prepared, prepareLetter, prepareReport } from "./prepareDocument.ts";
import { isSameLetter } from "./sameLetter.ts";

/** A draft with all that tells where it belongs. */
export interface Arrival<Kind extends Draft = Draft> {
  draft: Kind;
  /** As the person gave it, with the path inside. */
  file: string;
  original: { bytes: Uint8Array; extension: string };
  /** Id of the collection it is for. */
  collection: string;
}

export interface Kept {
  arrival: Arrival;
  status: "added" | "unchanged";
  entry: CatalogueEntry;
  /** Its files are on the disk. Rejects with the system's error. */
  written: Promise<void>;
  /** Makes it as if it had not been kept, for when that cannot be put on record. */
  undo(): Promise<void>;
}

/**
 * Stores a draft, and before it the reports that came with it, each a document of its own. They are found at once; they are there for good once all
 * are written, and are all to be undone when one cannot be. Rejects with the system's error.
 */
export async function keepDraft(desk: Desk, arrival: Arrival): Promise<Kept[]> {
  const kept: Kept[] = [];
  const parts = arrival.draft.kind === "letter" ? arrival.draft.attachments.map((report) => attachmentOf(arrival, report)) : [];
  try {
    for (const part of parts) kept.push(await keepOne(desk, part, []));
    kept.push(await keepOne(desk, arrival, kept.map(({ entry }) => entry.head.id)));
    return kept;
  } catch (error) {
    for (const each of kept.reverse()) await each.undo();
    throw error;
  }
}

async function keepOne(desk: Desk, arrival: Arrival, attached: readonly string[]): Promise<Kept> {
  const original = originalOf(arrival);
  return (await findKnown(desk, arrival, original.sha256)) ?? keepNew(desk, arrival, original, attached);
}

function attachmentOf({ file, collection }: Arrival, draft: ReportDraft): Arrival<ReportDraft> {
  return { draft, file: `${file}/${shortSlug(draft.title) || "report"}.pdf`, original: { bytes: draft.bytes, extension: "pdf" }, collection };
}

function originalOf({ original: { bytes, extension }, file }: Arrival): Original {
  return { name: basename(file), extension: extension.toLowerCase(), bytes: bytes.length, sha256: sha256(bytes) };
}

/** The document that was made from these bytes, now or before it was received anew. One in the bin is brought back. */
async function findKnown(desk: Desk, arrival: Arrival, digest: string): Promise<Kept | null> {
  const entry = desk.known.fromOriginal(digest);
  if (entry) return { arrival, status: "unchanged", entry, written: desk.written(entry.head.id), undo: async () => {} };
  const binned = [...desk.bin.values()].find(({ entry: { original } }) => original?.sha256 === digest);
  if (!binned) return null;
  await moveFromBin(desk.folder, binned.entry.head);
  await desk.bringBack(binned.entry);
  return {
    arrival,
    status: "added",
    entry: binned.entry,
    written: Promise.resolve(),
    async undo() {
      await moveToBin(desk.folder, binned.entry.head);
      desk.take(binned.entry.head.id);
      desk.bin.set(binned.entry.head.id, binned);
    },
  };
}

async function keepNew(desk: Desk, arrival: Arrival, original: Original, attached: readonly string[]): Promise<Kept> {
  const { collection } = arrival;
  const before = await findEarlier(desk, arrival);
  const id = before?.head.id ?? newId(desk, arrival, original.sha256);
  // What a person called it stands above what it is called each time that it comes.
  const draft = before?.known ? { ...arrival.draft, title: before.head.title, date: before.head.date } : arrival.draft;
  const prepared = draft.kind === "report" ? prepareReport(draft, id, collection) : prepareLetter(draft, id, collection, attached, arrival.original);
  const entry = before ? await revise(desk, before, arrival, original, prepared) : await add(desk, arrival, original, prepared);
  desk.put(entry, prepared.passages);
  return {
    arrival,
    status: "added",
    entry,
    written: desk.written(id),
    async undo() {
      desk.take(id);
      if (!before) return deleteFolder(desk.folder, entry.head);
      await unreviseFolder(desk.folder, before.head, before.revision ?? 1);
      await desk.bringBack(before);
    },
  };
}

/** The document that this one is a new state of. */
async function findEarlier(desk: Desk, { draft, collection }: Arrival): Promise<CatalogueEntry | undefined> {
  const called = desk.known.called(collection, draft.kind, draft);
  if (!called || draft.kind === "report") return called;
  await desk.written(called.head.id);
  const stored = await readDocumentBytes(desk.folder, called);
  return stored.ok && isSameLetter(draft, stored.value.toString("utf8")) ? called : undefined;
}

/** `la-derivation/2022-10-lettre-d-informations-3f9a2c1b` */
function newId(desk: Desk, { draft, collection }: Arrival, digest: string): string {
  const slug = [...(draft.date === null ? [] : [draft.date]), shortSlug(draft.title) || draft.kind].join("-");
  const idOf = (length: number): string => `${collection}/${slug}-${digest.slice(0, length)}`;
  const length = [8, 16, 32].find((each) => !desk.documents.has(idOf(each)) && !desk.bin.has(idOf(each)) && !desk.holdings.holds(idOf(each)));
  return idOf(length ?? digest.length);
}

async function add(desk: Desk, arrival: Arrival, original: Original, { head, main, beside, pictures }: Prepared): Promise<CatalogueEntry> {
  const entry: CatalogueEntry = { head, bytes: Buffer.byteLength(main), sha256: sha256(main), pictures, original };
  const record: DocumentRecord = { format: 1, entry, ...importOf(arrival), files: digestsOf(beside), revisions: [], edits: [] };
  await desk.writeLater(entry, () => makeFolder(desk.folder, head, new Map([...beside, [mainFile(head.kind), main], [recordFile, recordText(record)]])));
  return entry;
}

/** The document before becomes one of the revisions of the new one, which keeps its id, its collection and what a person called it. */
async function revise(desk: Desk, before: CatalogueEntry, arrival: Arrival, original: Original, prepared: Prepared): Promise<CatalogueEntry> {
  const number = before.revision ?? 1;
  await desk.written(before.head.id);
  const record = await readRecordToChange(desk.folder, before.head);
  const head = { ...prepared.head, collection: before.head.collection };
  const entry: CatalogueEntry = {
    head,
    bytes: Buffer.byteLength(prepared.main),
    sha256: sha256(prepared.main),
    pictures: prepared.pictures,
    original,
    revision: number + 1,
    ...(before.known && { known: { title: arrival.draft.title, date: arrival.draft.date } }),
    earlier: [...(before.earlier ?? []), ...(before.original ? [before.original.sha256] : [])],
  };
  const past = { number, importedAt: record?.importedAt ?? new Date(before.modified ?? 0).toISOString(), file: record?.file ?? "", notes: record?.notes ?? [], original: before.original ?? null };
  const next: DocumentRecord = { format: 1, entry, ...importOf(arrival), files: digestsOf(prepared.beside), revisions: [...(record?.revisions ?? []), past], edits: [] };
  await reviseFolder(desk.folder, head, number, new Map([...prepared.beside, [mainFile(head.kind), prepared.main], [recordFile, recordText(next)]]));
  return writtenEntry(desk.folder, entry);
}

function importOf({ draft, file }: Arrival): { importedAt: string; file: string; notes: ImportNote[] } {
  return { importedAt: new Date().toISOString(), file, notes: draft.notes };
}

function digestsOf(files: ReadonlyMap<string, string | Uint8Array>): DocumentRecord["files"] {
  return Object.fromEntries([...files].map(([path, content]) => [path, { bytes: Buffer.byteLength(content), sha256: sha256(content) }]));
}
