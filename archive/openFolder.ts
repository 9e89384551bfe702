/** Opens one folder: its catalogue, each document's file checked against it, and what is read anew because it changed. */
import type { Collection, Failure, Letter, ReportHead, Rubric } from "./model.ts";
import type { PdfContent, ReadPdf } from "./import/pdfContent.ts";
import { type CatalogueEntry, readCatalogue } from "./store/catalogue.ts";
import { sha256 } from "./store/digest.ts";
import { readDocumentBytes } from "./store/documents.ts";
import { documentFile } from "./store/layout.ts";
import { missingPictures } from "./store/pictures.ts";

/** A document as found. With a failure, it is shown on the shelf and cannot be opened. */
export interface OpenDocument {
  entry: CatalogueEntry;
  failure: Failure | null;
}

export interface OpenFolder {
  path: string;
  collections: Collection[];
  rubrics: Rubric[];
  documents: OpenDocument[];
  /** Of documents and pictures. */
  troubles: Failure[];
}

/** Never rejects for what the folder holds: a catalogue that cannot be read gives an empty folder with its trouble. */
export async function openFolder(path: string, readPdf: ReadPdf): Promise<OpenFolder> {
  const catalogue = await readCatalogue(path);
  if (!catalogue.ok) return { path, collections: [], rubrics: [], documents: [], troubles: [catalogue.failure] };
  const { collections, rubrics, documents } = catalogue.value;
  return { path, collections, rubrics, ...(await openEntries(path, documents, readPdf)) };
}

/** Documents as their files are now, and what is wrong with them and their pictures. */
export async function openEntries(path: string, entries: readonly CatalogueEntry[], readPdf: ReadPdf): Promise<Pick<OpenFolder, "documents" | "troubles">> {
  const documents = await Promise.all(entries.map((entry) => openDocument(path, entry, readPdf)));
  const pictures = await Promise.all(documents.map(({ entry }) => missingPictures(path, entry)));
  const failures = documents.flatMap(({ failure }) => (failure ? [failure] : []));
  return { documents, troubles: [...failures, ...pictures.flat()] };
}

/** A document as its file is now: read anew when it differs from the catalogue. */
export async function openDocument(folder: string, entry: CatalogueEntry, readPdf: ReadPdf): Promise<OpenDocument> {
  const bytes = await readDocumentBytes(folder, entry);
  if (!bytes.ok) return { entry, failure: bytes.failure };
  const digest = sha256(bytes.value);
  if (digest === entry.sha256) return { entry, failure: null };
  const changed = { ...entry, bytes: bytes.value.length, sha256: digest };
  return entry.head.kind === "letter" ? openChangedLetter(changed, bytes.value) : openChangedReport(changed, entry.head, bytes.value, readPdf);
}

async function openChangedLetter(entry: CatalogueEntry, bytes: Buffer): Promise<OpenDocument> {
  const { parseLetter } = await import("./store/letterFile.ts");
  const letter = parseLetter(bytes.toString("utf8"), entry.head.id, entry.head.collection);
  return letter.ok ? { entry: letterEntry(entry, letter.value), failure: null } : { entry, failure: about(entry, letter.failure) };
}

async function openChangedReport(entry: CatalogueEntry, head: ReportHead, bytes: Buffer, readPdf: ReadPdf): Promise<OpenDocument> {
  const content = await readPdf(bytes);
  return content.ok ? { entry: reportEntry(entry, head, content.value), failure: null } : { entry, failure: about(entry, content.failure) };
}

function letterEntry(entry: CatalogueEntry, { head, pictures }: Letter): CatalogueEntry {
  return { ...entry, head, pictures };
}

function reportEntry(entry: CatalogueEntry, head: ReportHead, { pageLabels, outline }: PdfContent): CatalogueEntry {
  return { ...entry, head: { ...head, pageLabels, outline } };
}

function about({ head }: CatalogueEntry, failure: Failure): Failure {
  return { ...failure, subject: head.id, title: head.title, file: documentFile(head) };
}
