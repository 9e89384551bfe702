/**
 * After a writer was interrupted, by a kill or a power cut: looks at what stands in the library's folders, and makes the catalogue say so. Whole
 * documents that it does not list are taken in, those that were being replaced are put back, what was half written is cleared away. A catalogue that is
 * lost is made again from the documents' records; a damaged one is kept beside. Nothing else is ever deleted.
 */
import { type Answer, type Failure, succeed } from "../model.ts";
import { type BinnedEntry, type Catalogue, catalogueFormat, type CatalogueEntry, keepDamaged, readCatalogue, writeCatalogue } from "../store/catalogue.ts";
import { clearIncoming, clearTemporary, listFolders } from "../store/documentFolders.ts";
import { findEntry } from "../store/findEntry.ts";
import { binFolder, type Named } from "../store/layout.ts";

/**
 * To be called with the lock held. Gives `library-repaired`, with the number of documents for a title, when anything had to be done. Fails with
 * `library-newer`, and changes nothing, when a later version wrote the catalogue.
 */
export async function putInOrder(folder: string): Promise<Answer<Failure | null>> {
  const read = await readCatalogue(folder);
  if (!read.ok && read.failure.code === "library-newer") return read;
  const back = await clearIncoming(folder);
  const [placed, binned] = [await listFolders(folder), await listFolders(`${folder}/${binFolder}`)];
  for (const document of placed) await clearTemporary(folder, document);
  await clearTemporary(folder);
  const before: Catalogue = read.ok ? read.value : { format: catalogueFormat, collections: [], rubrics: [], documents: [], bin: [] };
  const { documents, changed } = await listDocuments(folder, placed, before);
  const bin = await listBin(folder, binned, before, documents);
  const changes = back + changed + bin.changed;
  if (changes === 0 && read.ok) return succeed(null);
  if (!read.ok && read.failure.code === "catalogue-damaged") await keepDamaged(folder);
  await writeCatalogue(folder, withNamed({ ...before, documents, bin: bin.entries }));
  return succeed(changes === 0 ? null : { code: "library-repaired", title: String(changes) });
}

async function listDocuments(folder: string, placed: readonly Named[], before: Catalogue): Promise<{ documents: CatalogueEntry[]; changed: number }> {
  const known = new Map(before.documents.map((entry) => [entry.head.id, entry]));
  const removed = new Map(before.bin.map(({ entry }) => [entry.head.id, entry]));
  let changed = 0;
  for (const document of placed) {
    const listed = known.get(document.id);
    const entry = await findEntry(folder, document, listed ?? removed.get(document.id));
    if (!entry || entry === listed) continue;
    changed += 1;
    known.set(document.id, entry);
  }
  return { documents: [...known.values()], changed };
}

/** What lies in the bin, taken off the list of documents when it is nowhere else. */
async function listBin(folder: string, binned: readonly Named[], before: Catalogue, documents: CatalogueEntry[]): Promise<{ entries: BinnedEntry[]; changed: number }> {
  const known = new Map(before.bin.map((entry) => [entry.entry.head.id, entry]));
  const entries: BinnedEntry[] = [];
  let changed = 0;
  for (const document of binned) {
    const at = documents.findIndex(({ head }) => head.id === document.id);
    const listed = known.get(document.id);
    if (at < 0 && listed) {
      entries.push(listed);
      continue;
    }
    const entry = listed?.entry ?? (await findEntry(`${folder}/${binFolder}`, document, documents[at]));
    if (!entry) continue;
    changed += 1;
    if (at >= 0) documents.splice(at, 1);
    entries.push({ entry, removedAt: new Date().toISOString() });
  }
  return { entries, changed: changed + known.size - entries.filter(({ entry }) => known.has(entry.head.id)).length };
}

/** With every collection and rubric that some document names. Their titles are lost with the catalogue: ids stand for them. */
function withNamed(catalogue: Catalogue): Catalogue {
  const heads = catalogue.documents.map(({ head }) => head);
  const collections = new Set(heads.map(({ collection }) => collection));
  const rubrics = new Set(heads.flatMap((head) => (head.kind === "letter" ? head.sections.flatMap(({ rubric }) => (rubric === null ? [] : [rubric])) : [])));
  for (const { id } of catalogue.collections) collections.delete(id);
  for (const { id } of catalogue.rubrics) rubrics.delete(id);
  return {
    ...catalogue,
    collections: [...catalogue.collections, ...[...collections].map((id) => ({ id, title: id, description: "", language: "fr" as const, sample: false, elsewhere: [] }))],
    rubrics: [...catalogue.rubrics, ...[...rubrics].map((id) => ({ id, title: id }))],
  };
}
