/**
 * What an archive's folder holds, in one file, so that a shelf opens without reading every document. It is the word of record: what it does not list is
 * not there, and a file that differs from it is read anew or refused. JSON, one document a line; its first line carries a digest of the others. Where
 * the digest fits, what follows is as Relire wrote it, and only what becomes a path is checked again; where it does not, a person changed the file, and
 * all of it is checked.
 */
import { readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Answer, Collection, DocumentHead, fail, Rubric, SlugId, succeed } from "../model.ts";
import { sha256 } from "./digest.ts";
import { catalogueFile, documentFile, type Named } from "./layout.ts";
import { isOfLaterFormat } from "./newerFile.ts";
import { shownError, shownPath } from "./shownPath.ts";
import { writeFile } from "./writeFile.ts";

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** A path in a letter's folder, as `text/hypertext` lets letters name their pictures. */
const picturePath = /^pictures\/[^/\\]+$/;
const extension = /^[a-z0-9]{1,10}$/;
const documentId = /^[a-z0-9-]+\/[a-z0-9-]+$/;

export const Original = z.object({
  /** As it was given, without the folders on the way. */
  name: z.string(),
  /** Of the file kept; of a report it is `pdf`, and the file is the report itself. */
  extension: z.string().regex(extension),
  bytes: z.int().min(0),
  sha256: Digest,
});
export type Original = z.infer<typeof Original>;

export const CatalogueEntry = z.object({
  head: DocumentHead,
  bytes: z.int().min(0),
  /** Of the document's file, in hexadecimal. */
  sha256: Digest,
  /** Paths of the pictures a letter shows, inside its folder. */
  pictures: z.array(z.string().regex(picturePath)),
  /** When the document's file was last written, in milliseconds since 1970, rounded down. Without it, the file is read to see whether it changed. */
  modified: z.int().optional(),
  /** What it was made from; absent in a bundled archive. */
  original: Original.optional(),
  /** Counts from 1, which goes without saying. */
  revision: z.int().min(2).optional(),
  /** SHA-256 of the originals of earlier revisions. */
  earlier: z.array(Digest).optional(),
  /** The title and date of the original, when a person gave it others: by these it is known when it comes again. */
  known: z.object({ title: z.string(), date: z.string().nullable() }).optional(),
  /** Where sections that were merged or renamed can be found: their ids before, and now. */
  former: z.record(SlugId, SlugId).optional(),
  /** Of what was read by machine, when there is any. */
  machine: Digest.optional(),
  /** What the document was in the last pack it came with: its revision there, and what tells that state from others. */
  packed: z.object({ revision: z.int().min(1), state: Digest }).optional(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export const BinnedEntry = z.object({ entry: CatalogueEntry, removedAt: z.iso.datetime() });
export type BinnedEntry = z.infer<typeof BinnedEntry>;

export const catalogueFormat = 1;

export const Catalogue = z.object({
  format: z.literal(catalogueFormat),
  collections: z.array(Collection),
  rubrics: z.array(Rubric),
  documents: z.array(CatalogueEntry),
  /** Removed, and not yet for good. */
  bin: z.array(BinnedEntry).default([]),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** Reads a folder's catalogue. Fails with `catalogue-missing`, `catalogue-damaged`, or `library-newer` when a later version of Relire wrote it. */
export async function readCatalogue(folder: string): Promise<Answer<Catalogue>> {
  const file = join(folder, catalogueFile);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return fail("catalogue-missing", { file: shownPath(file), detail: shownError(error) });
  }
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    if (isOfLaterFormat(value, catalogueFormat)) return fail("library-newer", { file: shownPath(file), detail: `format ${String(value.format)}` });
    return succeed(isOwnWriting(bytes) ? withSafePaths(value as Catalogue) : Catalogue.parse(value));
  } catch (error) {
    return fail("catalogue-damaged", { file: shownPath(file), detail: shownError(error).slice(0, 500) });
  }
}

export async function writeCatalogue(folder: string, catalogue: Catalogue): Promise<void> {
  await writeFile(join(folder, catalogueFile), catalogueText(catalogue));
}

/** What the system says of a document's file; null when it is not there. */
export async function fileState(folder: string, { head }: { head: Named }): Promise<{ bytes: number; modified: number } | null> {
  const found = await stat(join(folder, documentFile(head))).catch(() => null);
  return found?.isFile() ? { bytes: found.size, modified: Math.floor(found.mtimeMs) } : null;
}

/** An entry whose document's file was just written, with when it was. */
export async function writtenEntry(folder: string, entry: CatalogueEntry): Promise<CatalogueEntry> {
  return { ...entry, ...(await fileState(folder, entry)) };
}

/** Sets a catalogue that cannot be read aside, for whoever wants to look at it. */
export async function keepDamaged(folder: string): Promise<void> {
  await rename(join(folder, catalogueFile), join(folder, `${catalogueFile}.damaged`));
}

/** What tells one writing of the catalogue from another; null when there is none. */
export async function catalogueStamp(folder: string): Promise<string | null> {
  return stat(join(folder, catalogueFile), { bigint: true }).then(
    ({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`,
    () => null,
  );
}

function catalogueText({ collections, rubrics, documents, bin }: Catalogue): string {
  const body = `"collections":${linesOf(collections)},\n"rubrics":${linesOf(rubrics)},\n"documents":${linesOf(documents, startFirst)},\n"bin":${linesOf(bin)}}\n`;
  return `${firstLine(sha256(body))}\n${body}`;
}

/** What opening a library asks of each document stands first in its line (listing.ts). */
function startFirst({ sha256: digest, modified, head, ...rest }: CatalogueEntry): object {
  return { sha256: digest, modified, head, ...rest };
}

function firstLine(digest: string): string {
  return `{"format":${catalogueFormat},"digest":"${digest}",`;
}

/** Lines of values that were written before: values are never changed, and a long import writes most of them many times. */
const written = new WeakMap<object, string>();

function linesOf<Value extends object>(values: readonly Value[], ordered: (value: Value) => object = (value) => value): string {
  const lines = values.map((value) => {
    const line = written.get(value) ?? JSON.stringify(ordered(value));
    written.set(value, line);
    return line;
  });
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
}

/** Whether Relire wrote a catalogue as it is now. */
export function isOwnWriting(bytes: Buffer): boolean {
  const end = bytes.indexOf("\n");
  return end > 0 && bytes.toString("latin1", 0, end) === firstLine(sha256(bytes.subarray(end + 1)));
}

/** A digest can be made by anyone: what leads to files is checked whoever wrote it. */
function withSafePaths({ format, collections, rubrics, documents, bin }: Catalogue): Catalogue {
  for (const entry of documents) checkPaths(entry);
  for (const { entry } of bin) checkPaths(entry);
  return { format, collections, rubrics, documents, bin };
}

/** Throws an Error. */
export function checkPaths({ head: { id, kind }, pictures, original }: CatalogueEntry): void {
  const isSafe = documentId.test(id) && id.length <= 200 && (kind === "letter" || kind === "report") && (!original || extension.test(original.extension));
  if (!isSafe || !pictures.every((picture) => picturePath.test(picture))) throw new Error(`${id}: a path that leads out of the document's folder`);
}
