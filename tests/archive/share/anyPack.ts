/** Packs of any content, made in memory, and read back from their bytes. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Answer, DocumentHead } from "../../../archive/model.ts";
import { makePack } from "../../../archive/share/makePack.ts";
import { openPack, type Pack } from "../../../archive/share/openPack.ts";
import { openPackContainer } from "../../../archive/share/packContainer.ts";
import { newKeyFile, readKeyFile, type SigningKey } from "../../../archive/share/packKey.ts";
import type { PackDocument, PackManifest } from "../../../archive/share/packManifest.ts";

/** The files of a pack's documents, by path. */
export type Files = Record<string, Uint8Array>;

export interface Shelf {
  documents: PackDocument[];
  files: Files;
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A document with these files inside its folder, by their path in it. */
export function documentOf(head: DocumentHead, inFolder: Files, revision = 1): Shelf {
  const files = Object.fromEntries(Object.entries(inFolder).map(([path, bytes]) => [`${head.kind}s/${head.id}/${path}`, bytes]));
  return { documents: [{ head, revision, original: null, earlier: [], former: {}, files: Object.entries(files).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })) }], files };
}

export function letterHead(id: string, change: Partial<DocumentHead & { kind: "letter" }> = {}): DocumentHead {
  return { kind: "letter", id, collection: id.split("/")[0] ?? "", title: `Lettre ${id}`, date: "2022-10", authors: [], sections: [{ id: "une", title: "Une", rubric: "lecture" }], ...change };
}

export function reportHead(id: string): DocumentHead {
  return { kind: "report", id, collection: id.split("/")[0] ?? "", title: `Rapport ${id}`, date: null, authors: ["A"], subtitle: "", description: "", pageLabels: ["1"], outline: [] };
}

export function shelfOf(...shelves: Shelf[]): Shelf {
  return { documents: shelves.flatMap(({ documents }) => documents), files: Object.assign({}, ...shelves.map(({ files }) => files)) as Files };
}

const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
const content = fc.uint8Array({ maxLength: 300 });
const picture = fc.tuple(fc.stringMatching(/^[a-zà-ÿ0-9 ._'-]{1,12}$/).map((text) => `pictures/p${text}p.svg`), content);

/** Letters and reports with any names, revisions and bytes. */
export const anyShelf: fc.Arbitrary<Shelf> = fc
  .uniqueArray(fc.record({ collection: name, name, isLetter: fc.boolean(), main: content, pictures: fc.uniqueArray(picture, { maxLength: 3, selector: ([path]) => path.normalize("NFC").toLowerCase() }), revision: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 6,
    selector: (each) => `${each.collection}/${each.name}`,
  })
  .map((documents) =>
    shelfOf(
      ...documents.map(({ collection, name, isLetter, main, pictures, revision }) => {
        const id = `${collection}/${name}`;
        return documentOf(isLetter ? letterHead(id) : reportHead(id), { [isLetter ? "letter.md" : "report.pdf"]: main, ...Object.fromEntries(pictures) }, revision);
      }),
    ),
  );

export function keyOf(publisher: string): SigningKey {
  const key = readKeyFile(newKeyFile(publisher));
  if (!key.ok) throw new Error(key.failure.detail);
  return key.value;
}

export interface PackedWith {
  key?: SigningKey | null;
  base?: PackManifest["base"];
}

export async function pack({ documents, files }: Shelf, { key = null, base = [] }: PackedWith = {}): Promise<{ bytes: Uint8Array; manifest: PackManifest }> {
  const collections = [...new Set(documents.map(({ head }) => head.collection))].map((id) => ({ id, title: id, description: "", language: "fr" as const, sample: false, elsewhere: [] }));
  const made = makePack({ key, base, documents, collections, rubrics: [{ id: "lecture", title: "Une lecture" }], read: async ({ path }) => files[path] ?? Promise.reject(new Error(path)) });
  const chunks: Uint8Array[] = [];
  for await (const chunk of made.bytes) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), manifest: made.manifest };
}

export async function open(bytes: Uint8Array): Promise<Answer<Pack>> {
  const container = await openPackContainer(bytes, async () => ({ ok: true, value: sha256(bytes) }));
  return container.ok ? openPack(container.value) : container;
}

/** Everything of a pack, as it was packed. Throws for a pack that is refused. */
export async function unpack(bytes: Uint8Array): Promise<{ manifest: PackManifest; files: Files }> {
  const opened = await open(bytes);
  if (!opened.ok) throw new Error(`${opened.failure.code}: ${opened.failure.detail}`);
  const files: Files = {};
  for (const file of opened.value.manifest.documents.flatMap((document) => document.files)) {
    const read = await opened.value.read(file);
    if (!read.ok) throw new Error(read.failure.detail);
    files[file.path] = read.value;
  }
  return { manifest: opened.value.manifest, files };
}
