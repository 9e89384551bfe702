/**
 * What a pack says it holds: documents with their ids, revisions and files, each file with its size and SHA-256. The manifest is the word of
 * record: a pack that holds a byte more, less or other than it says is refused.
 *
 * A pack is a zip laid out as an archive's folder, so that a person can open it with any tool:
 *
 *     mimetype                            first, so that a pack is told from other zips by its first bytes (as EPUB's, OCF 3.3, 4.2.2)
 *     manifest.json  manifest.sig         what there is, and the publisher's signature of that very text, if any
 *     letters/<id>/letter.md …            all that belongs to a letter
 *     reports/<id>/report.pdf …
 *     dossiers/<id>.json …                format 2
 *     notes/notes.jsonld                  format 3: notes that a person chose to give along, as `annotations.ts` writes them
 *
 * A new kind of content takes a key of its own in the manifest, a folder of its own, and the next format number; packs without any keep
 * the lowest number that holds them, so that older applications go on reading them.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type Answer, Collection, DocumentHead, fail, Rubric, SlugId, succeed } from "../model.ts";
import { DossierId } from "../dossier.ts";
import { PublicKey, PublisherName } from "./packKey.ts";

/** The newest format that is read and written. */
export const packFormat = 3;

export const mimeTypeEntry = "mimetype";
export const mimeType = "application/vnd.relire+zip";
export const manifestEntry = "manifest.json";
export const signatureEntry = "manifest.sig";
export const notesEntry = "notes/notes.jsonld";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A path that every system can hold and that leads nowhere else: no way up, no drive, no reserved name, no hidden file. */
const FilePath = z.string().max(600).refine(isPlainPath, "expected a plain relative path");

export const PackFile = z.object({ path: FilePath, bytes: z.int().min(0), sha256: Sha256 });
export type PackFile = z.infer<typeof PackFile>;

/** The file that a document was made from, which the pack may hold or not. */
const PackOriginal = z.object({ name: z.string().max(255), extension: z.string().regex(/^[a-z0-9]{1,10}$/), bytes: z.int().min(0), sha256: Sha256 });

export const PackDocument = z
  .object({
    head: DocumentHead,
    /** Counts from 1. */
    revision: z.int().min(1),
    /** Null for a document that was written for its archive, and for one whose original is not to be passed on. */
    original: PackOriginal.nullable(),
    /** SHA-256 of what the document was made from before: received again, these are known. */
    earlier: z.array(Sha256),
    /** Ids that sections had before they were merged, and where they are now. */
    former: z.record(SlugId, SlugId),
    files: z.array(PackFile),
  })
  .refine(({ head, files }) => files.every(({ path }) => path.startsWith(folderOf(head))), "a file stands outside of its document's folder")
  .refine(({ head, files }) => files.some(({ path }) => path === mainFile(head)), "a document's own file is missing");
export type PackDocument = z.infer<typeof PackDocument>;

/** A dossier, whose passages are in it as they were when they were gathered. */
export const PackDossier = z
  .object({ id: DossierId, title: z.string().min(1).max(300), file: PackFile })
  .refine(({ id, file }) => file.path === `dossiers/${id}.json`, "a dossier's file has another name");
export type PackDossier = z.infer<typeof PackDossier>;

/** What somebody wrote about the documents. */
export const PackNotes = z.object({ count: z.int().min(1), file: PackFile }).refine(({ file }) => file.path === notesEntry, "the file of notes has another name");
export type PackNotes = z.infer<typeof PackNotes>;

/** A pack that another one completes. */
const PackBase = z.object({
  /** Its file's name when the other was made. */
  name: z.string().min(1).max(255),
  /** Of its manifest. */
  sha256: Sha256,
});

export const PackManifest = z
  .object({
    format: z.int().min(1).max(packFormat),
    /** Who signs it; null for a pack that nobody signs. */
    publisher: z.object({ name: PublisherName, publicKey: PublicKey }).nullable(),
    /** The packs whose documents are left out. */
    base: z.array(PackBase),
    collections: z.array(Collection),
    rubrics: z.array(Rubric),
    documents: z.array(PackDocument),
    dossiers: z.array(PackDossier).min(1).exactOptional(),
    notes: PackNotes.exactOptional(),
  })
  .refine(({ format, ...content }) => format === formatOf(content), "it is of another format than it says")
  .refine(({ dossiers = [] }) => isWithoutRepeats(dossiers.map(({ id }) => id)), "two dossiers have one id")
  .refine(({ documents }) => isWithoutRepeats(documents.map(({ head }) => head.id)), "two documents have one id")
  .refine(({ documents }) => isWithoutRepeats(documents.flatMap(({ files }) => files.map(({ path }) => path.normalize("NFC").toLowerCase()))), "two files have one path")
  .refine(({ documents, collections }) => documents.every(({ head }) => collections.some(({ id }) => id === head.collection)), "a document's collection is not described")
  .refine(({ documents, rubrics }) => isDescribed(documents, rubrics), "a section's rubric is not described");
export type PackManifest = z.infer<typeof PackManifest>;

/**
 * A manifest of documents, with the collections and rubrics they need of those given, in one order whatever the order given. Throws for
 * documents that do not fit the format: that is a bug of whoever gathered them.
 */
export function makeManifest({ dossiers = [], notes, ...content }: Omit<PackManifest, "format">): PackManifest {
  const used = new Set(content.documents.map(({ head }) => head.collection));
  const wanted = rubricsOf(content.documents);
  return PackManifest.parse({
    format: formatOf({ dossiers, notes }),
    publisher: content.publisher,
    base: sorted(content.base, ({ sha256 }) => sha256),
    collections: sorted(content.collections.filter(({ id }) => used.has(id)), ({ id }) => id),
    rubrics: sorted(content.rubrics.filter(({ id }) => wanted.has(id)), ({ id }) => id),
    documents: sorted(content.documents, ({ head }) => head.id).map(inOrder),
    ...(dossiers.length > 0 && { dossiers: sorted(dossiers, ({ id }) => id) }),
    ...(notes && { notes }),
  });
}

/** Every file of a pack's content, in the one order they have. */
export function filesOf({ documents, dossiers = [], notes }: Pick<PackManifest, "documents" | "dossiers" | "notes">): PackFile[] {
  return [...documents.flatMap(({ files }) => files), ...dossiers.map(({ file }) => file), ...(notes ? [notes.file] : [])];
}

/** The bytes of a manifest: the same content, the same bytes. */
export function encodeManifest(manifest: PackManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
}

/** Fails with `pack-newer` for a format that is not known yet, and with `pack-damaged` for what is no manifest. */
export function decodeManifest(bytes: Uint8Array): Answer<PackManifest> {
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    const { format } = z.object({ format: z.int().min(1) }).parse(json);
    if (format > packFormat) return fail("pack-newer", { detail: `format ${format}` });
    return succeed(PackManifest.parse(json));
  } catch (error) {
    return fail("pack-damaged", { detail: error instanceof z.ZodError ? z.prettifyError(error).slice(0, 300) : String(error).slice(0, 300) });
  }
}

/** What a pack is named by, whatever its file is called: the SHA-256 of its manifest, in hexadecimal. */
export function manifestDigest(manifest: PackManifest): string {
  return createHash("sha256").update(encodeManifest(manifest)).digest("hex");
}

/** The documents that none of these packs carries as they are now. */
export function withoutCarried(documents: readonly PackDocument[], packs: readonly PackManifest[]): PackDocument[] {
  const carried = new Set(packs.flatMap((pack) => pack.documents.map(stateDigest)));
  return documents.filter((document) => !carried.has(stateDigest(document)));
}

/**
 * One value for a document in one state: what is said of it, its revision and the bytes of its files, without the text that anyone can extract from a
 * report again. SHA-256, in hexadecimal.
 */
export function stateDigest(document: PackDocument): string {
  const files = document.files.filter(({ path }) => !["text.json", "ocr.json"].some((made) => path === `${folderOf(document.head)}${made}`));
  return createHash("sha256").update(JSON.stringify(PackDocument.parse(inOrder({ ...document, files })))).digest("hex");
}

/** The lowest number that holds it. */
function formatOf({ dossiers = [], notes }: { dossiers?: readonly PackDossier[] | undefined; notes?: PackNotes | undefined }): number {
  if (notes) return 3;
  return dossiers.length > 0 ? 2 : 1;
}

function inOrder(document: PackDocument): PackDocument {
  return { ...document, former: Object.fromEntries(sorted(Object.entries(document.former), ([id]) => id)), files: sorted(document.files, ({ path }) => path) };
}

export function folderOf({ id, kind }: Pick<DocumentHead, "id" | "kind">): string {
  return `${kind}s/${id}/`;
}

/** The file without which a document is none. */
export function mainFile(head: Pick<DocumentHead, "id" | "kind">): string {
  return `${folderOf(head)}${head.kind === "letter" ? "letter.md" : "report.pdf"}`;
}

function rubricsOf(documents: readonly PackDocument[]): Set<string> {
  const sections = documents.flatMap(({ head }) => (head.kind === "letter" ? head.sections : []));
  return new Set(sections.flatMap(({ rubric }) => (rubric === null ? [] : [rubric])));
}

function isDescribed(documents: readonly PackDocument[], rubrics: readonly Rubric[]): boolean {
  const described = new Set(rubrics.map(({ id }) => id));
  return [...rubricsOf(documents)].every((rubric) => described.has(rubric));
}

function isPlainPath(path: string): boolean {
  return path.split("/").every((name) => !/[\p{Cc}<>:"\\|?*]|^[. ]|[. ]$|^$/u.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name));
}

function isWithoutRepeats(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** In the order of UTF-16 code units, which no system's language changes. */
function sorted<Value>(values: readonly Value[], key: (value: Value) => string): Value[] {
  const keyed = values.map((value) => ({ value, key: key(value) }));
  return keyed.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key)).map(({ value }) => value);
}
