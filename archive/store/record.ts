/**
 * How a document of a library came, and what became of it: one file in its folder, read when that is asked for, or when the catalogue was lost. It
 * says all that the catalogue says of the document, and the digest of each file beside it.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { noteCodes } from "../draft.ts";
import { CatalogueEntry, Original } from "./catalogue.ts";
import { documentFolder, type Named, recordFile } from "./layout.ts";
import { isOfLaterFormat, NewerFile } from "./newerFile.ts";

const Digest = z.object({ bytes: z.int().min(0), sha256: z.string() });

const Note = z.object({ code: z.enum(noteCodes).catch("part-damaged"), detail: z.string() });

const Import = z.object({
  /** ISO 8601, UTC. */
  importedAt: z.iso.datetime(),
  /** As it was given, with the path inside an archive or a mailbox. */
  file: z.string(),
  notes: z.array(Note),
});
export type Import = z.infer<typeof Import>;

export const Revision = z.object({ number: z.int().min(1), ...Import.shape, original: Original.nullable() });
export type Revision = z.infer<typeof Revision>;

/** The state before a correction; a letter's text then is `edits/<n>.md`, counted from 1. */
export const EditedState = CatalogueEntry.pick({ head: true, known: true, former: true });
export type EditedState = z.infer<typeof EditedState>;

const recordFormat = 1;

export const DocumentRecord = z.object({
  format: z.literal(recordFormat),
  entry: CatalogueEntry,
  ...Import.shape,
  /** Files of the folder but for this one and the document's own, by their path in it. */
  files: z.record(z.string(), Digest),
  /** Earlier ones, oldest first. */
  revisions: z.array(Revision),
  /** States before each correction, oldest first. */
  edits: z.array(EditedState),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/** The record of a document's folder; null when there is none that can be read. */
export async function readRecord(folder: string): Promise<DocumentRecord | null> {
  try {
    return DocumentRecord.parse(JSON.parse(await readFile(join(folder, recordFile), "utf8")));
  } catch {
    return null;
  }
}

/** As `readRecord`, for who will write it anew. Throws `NewerFile` for one that a later Relire wrote. */
export async function readRecordToChange(library: string, document: Named): Promise<DocumentRecord | null> {
  const file = `${documentFolder(document)}/${recordFile}`;
  const text = await readFile(join(library, file), "utf8").catch(() => null);
  try {
    const json: unknown = JSON.parse(text ?? "null");
    if (isOfLaterFormat(json, recordFormat)) throw new NewerFile(file);
    return DocumentRecord.parse(json);
  } catch (error) {
    if (error instanceof NewerFile) throw error;
    return null;
  }
}

export function recordText(record: DocumentRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}
