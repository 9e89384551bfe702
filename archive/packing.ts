/** Makes packs of what an archive holds, bundled or in the library, and tells what a pack holds before anything of it is taken in. */
import { basename } from "node:path";
import type { HeldDocument, Holdings } from "./holdings.ts";
import { knownKeys } from "./library/knownKeys.ts";
import { openPackFile } from "./library/openPackFile.ts";
import { type Answer, fail, type Failure, succeed } from "./model.ts";
import type { Note } from "./note.ts";
import { addNotes, notesAbout } from "./packedNotes.ts";
import { makePack } from "./share/makePack.ts";
import { packLimits } from "./share/packContainer.ts";
import type { SigningKey } from "./share/packKey.ts";
import { manifestDigest, type PackDocument, type PackFile, type PackManifest, withoutCarried } from "./share/packManifest.ts";
import { type PackSummary, summarize } from "./share/packSummary.ts";
import { readDocumentFile, sharedFiles } from "./store/documentFolders.ts";
import { sha256 } from "./store/digest.ts";
import { documentFolder, originalFile } from "./store/layout.ts";
import { answerOf } from "./store/systemFailure.ts";
import { writeFile } from "./store/writeFile.ts";

export interface PackRequest {
  /** Path of the file to write; what stood there gives way once the new one is whole. */
  output: string;
  /** Ids; without any of either, everything is packed. */
  collections?: readonly string[] | undefined;
  documents?: readonly string[] | undefined;
  /** Paths of packs whose documents are left out. */
  since?: readonly string[] | undefined;
  key?: SigningKey | undefined;
  /** Notes about what is packed go along: off unless somebody says so, for they are private. */
  notes?: boolean | undefined;
  /** Letters as they were received go into the pack. They may name whoever received them. */
  originals?: boolean | undefined;
}

export interface PackWatch {
  signal?: AbortSignal | undefined;
  /** Bytes written so far, and in all. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface PackReport extends PackSummary {
  /** Documents that cannot be opened, and are not in the pack. */
  leftOut: Failure[];
  /** Number of letters packed with the mail they came in, which names who received it. */
  mails: number;
}

/** Says what a pack holds and who signed it. Fails with `pack-damaged`, `pack-altered` or `pack-newer`, or because it cannot be read. */
export async function inspectPack(holdings: Holdings, library: string | null, source: string | Uint8Array, watch: PackWatch = {}): Promise<Answer<PackSummary>> {
  const pack = await openPackFile(source, typeof source === "string" ? basename(source) : "", watch);
  if (!pack.ok) return pack;
  pack.value.close();
  return succeed(summarize(pack.value, await keysOf(holdings, library)));
}

/**
 * Fails with `unknown-collection` or `unknown-document`, with what is wrong with a pack of `since`, with `file-changed` when a document does so meanwhile, or
 * because nothing can be written. Rejects with the reason of `signal`. What stood at `output` stays then.
 */
export async function packArchive(holdings: Holdings, { library, notes }: PackSources, request: PackRequest, watch: PackWatch = {}): Promise<Answer<PackReport>> {
  const chosen = choose(holdings, request);
  if (!chosen.ok) return chosen;
  const noted = request.notes === true ? notesAbout(chosen.value.map(({ entry }) => entry.head.id), notes) : [];
  const carried = await readManifests(request.since ?? [], watch);
  if (!carried.ok) return carried;
  try {
    return await answerOf(() => writePack(holdings, library, request, { chosen: chosen.value, carried: carried.value, noted }, watch), { title: basename(request.output) });
  } catch (error) {
    if (error instanceof Changed) return fail("file-changed", { file: error.file, title: error.file });
    throw error;
  }
}

export interface PackSources {
  /** The library's folder; null without one. */
  library: string | null;
  /** All there are. */
  notes: readonly Note[];
}

/** A file is not what it was when the manifest was made. */
class Changed extends Error {
  constructor(readonly file: string) {
    super(`${file} changed while it was packed`);
  }
}

interface PackParts {
  chosen: HeldDocument[];
  noted: Note[];
  carried: { name: string; manifest: PackManifest }[];
}

async function writePack(holdings: Holdings, library: string | null, request: PackRequest, { chosen, carried, noted }: PackParts, watch: PackWatch): Promise<Answer<PackReport>> {
  const { key, originals = true, output } = request;
  const folders = new Map(chosen.map(({ entry, folder }) => [entry.head.id, folder]));
  const readable = chosen.filter(({ failure }) => failure === null);
  const described = await Promise.all(readable.map((held) => describeDocument(held, originals)));
  const documents = withoutCarried(described, carried.map(({ manifest }) => manifest));
  const total = documents.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);
  if (isTooLarge(documents)) return fail("pack-too-large", { detail: `${total} bytes` });
  const { collections, rubrics } = holdings.overview();
  let done = 0;
  const own = new Map<string, Uint8Array>();
  const notes = addNotes(own, noted);
  const { manifest, bytes } = makePack({
    key: key ?? null,
    base: carried.map(({ name, manifest: base }) => ({ name, sha256: manifestDigest(base) })),
    collections,
    rubrics,
    documents,
    ...(notes && { notes }),
    async read(file) {
      watch.signal?.throwIfAborted();
      const written = own.get(file.path);
      if (written) return written;
      const content = await readDocumentFile(folders.get(idOf(file)) ?? "", file.path);
      if (sha256(content) !== file.sha256) throw new Changed(file.path);
      done += file.bytes;
      watch.onProgress?.(done, total);
      return content;
    },
  });
  await writeFile(output, bytes);
  const leftOut = chosen.flatMap(({ failure }) => (failure ? [failure] : []));
  return succeed({ ...summarize({ manifest }, await keysOf(holdings, library)), leftOut, mails: documents.filter(hasMail).length });
}

function choose(holdings: Holdings, { collections = [], documents = [] }: PackRequest): Answer<HeldDocument[]> {
  const overview = holdings.overview();
  const unknown = collections.find((id) => !overview.collections.some((collection) => collection.id === id));
  if (unknown !== undefined) return fail("unknown-collection", { subject: unknown });
  const missing = documents.find((id) => !holdings.holds(id));
  if (missing !== undefined) return fail("unknown-document", { subject: missing });
  const isAll = collections.length + documents.length === 0;
  const heads = overview.documents.filter(({ id, collection }) => isAll || collections.includes(collection) || documents.includes(id));
  return succeed(heads.flatMap(({ id }) => holdings.held(id) ?? []));
}

async function readManifests(paths: readonly string[], watch: PackWatch): Promise<Answer<PackParts["carried"]>> {
  const carried: PackParts["carried"] = [];
  for (const path of paths) {
    const pack = await openPackFile(path, basename(path), { signal: watch.signal });
    if (!pack.ok) return pack;
    pack.value.close();
    carried.push({ name: basename(path), manifest: pack.value.manifest });
  }
  return succeed(carried);
}

/** A document as its folder is now. Rejects with the system's error when a file cannot be read. */
export async function describeDocument({ entry, folder }: HeldDocument, originals: boolean): Promise<PackDocument> {
  const { head, revision = 1, original, earlier = [], former = {} } = entry;
  const isPassedOn = head.kind === "report" || originals;
  const paths = (await sharedFiles(folder, head)).filter((path) => isPassedOn || !original || !path.endsWith(`/${originalFile(original.extension)}`));
  const files: PackFile[] = [];
  for (const path of paths) {
    const content = await readDocumentFile(folder, path);
    files.push({ path, bytes: content.length, sha256: sha256(content) });
  }
  return {
    head,
    revision,
    original: original && isPassedOn ? { ...original, name: original.name.slice(0, 255) } : null,
    earlier: original && !isPassedOn ? [...earlier, original.sha256] : earlier,
    former,
    files,
  };
}

export function isTooLarge(documents: readonly PackDocument[]): boolean {
  const files = documents.flatMap((document) => document.files);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return total > packLimits.totalBytes || files.length + 5 > packLimits.entries || files.some(({ bytes }) => bytes > packLimits.entryBytes);
}

/** `letters/la-derivation/2022-10/letter.md` is of `la-derivation/2022-10`. */
function idOf({ path }: PackFile): string {
  return path.split("/").slice(1, 3).join("/");
}

function hasMail({ head, original, files }: PackDocument): boolean {
  return original !== null && ["eml", "mbox"].includes(original.extension) && files.some(({ path }) => path === `${documentFolder(head)}/${originalFile(original.extension)}`);
}

function keysOf(holdings: Holdings, library: string | null) {
  return knownKeys([...holdings.bundledFolders, ...(library === null ? [] : [library])]);
}
