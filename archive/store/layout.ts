/**
 * Where things stand in an archive's folder, bundled or a person's library alike. Paths are relative to that folder, with `/`; `<id>` is a
 * document's id with its slash.
 *
 *     catalogue.json                      what there is; written last
 *     index.documents  passages.texts  index.sealed       made from the documents; may be lost
 *     letters/<id>/letter.md
 *     letters/<id>/pictures/<name>
 *     reports/<id>/report.pdf
 *
 * A library has, besides:
 *
 *     library.lock                        who is writing to it
 *     letters/<id>/original.<extension>   as it was received
 *     letters/<id>/revisions/<n>/…        what stood there before the letter was received anew
 *     letters/<id>/edits/<n>.md           what stood there before each correction
 *     reports/<id>/text.json              what was extracted from the PDF
 *     reports/<id>/ocr.json               what was read by machine on its pages without text
 *     <document>/record.json              how the document came, and what became of it
 *     bin/letters/<id>/…  bin/reports/…  bin/dossiers/<item>.json    what was removed
 *     notes/<item>.json   dossiers/<item>.json    what the person wrote (`itemFiles.ts`)
 *     incoming/…                          documents being written
 *     publishers.json                     the keys that packs were signed with; a bundled archive may bring some, too
 */
import type { DocumentHead } from "../model.ts";

export const catalogueFile = "catalogue.json";
export const passagesFile = "passages.texts";
export const indexFile = "index.sealed";
export const coverageFile = "index.documents";
export const lockFile = "library.lock";
/** In a folder of what a person writes, while one is being written. */
export const itemsLockFile = "items.lock";
export const incomingFolder = "incoming";
export const keysFile = "publishers.json";
export const binFolder = "bin";
export const notesFolder = "notes";
export const dossiersFolder = "dossiers";
/** Copies that came from elsewhere, to be compared. */
export const receivedFolder = "dossiers/received";
export const binnedDossiersFolder = "bin/dossiers";

/** Inside a document's folder. */
export const recordFile = "record.json";
export const textFile = "text.json";
export const machineFile = "ocr.json";

/** In a letter's folder, what it was made from; a report is its own original. */
export function originalFile(extension: string): string {
  return `original.${extension}`;
}

/** In a letter's folder, what it was before its correction of that number, from 1. */
export function editFile(number: number): string {
  return `edits/${number}.md`;
}

export type Named = Pick<DocumentHead, "id" | "kind">;

/** The folder that holds all of a document. */
export function documentFolder({ id, kind }: Named): string {
  return `${kind}s/${id}`;
}

/** The name, in its folder, of the file that a document is read from. */
export function mainFile(kind: DocumentHead["kind"]): string {
  return kind === "letter" ? "letter.md" : "report.pdf";
}

/** The file that a document is read from: its Markdown or its PDF. */
export function documentFile(document: Named): string {
  return `${documentFolder(document)}/${mainFile(document.kind)}`;
}

/** The file of a letter's picture, from its path in the letter (`pictures/cover.svg`). */
export function pictureFile(letter: string, picture: string): string {
  return `letters/${letter}/${picture}`;
}
