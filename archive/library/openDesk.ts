/** Opens a library's folder: sets it in order when a writer was interrupted, reads its catalogue, and has its documents held and found. */
import { openIndex } from "../assembleIndex.ts";
import type { Holdings } from "../holdings.ts";
import type { ReadPdf } from "../import/pdfContent.ts";
import type { Answer, Failure } from "../model.ts";
import { openCatalogue } from "../openFolder.ts";
import { type Catalogue, catalogueFormat, catalogueStamp, readCatalogue } from "../store/catalogue.ts";
import { hasDocuments } from "../store/documentFolders.ts";
import { takeLock, wasInterrupted } from "../store/lock.ts";
import { answerOf } from "../store/systemFailure.ts";
import { Desk } from "./desk.ts";
import { putInOrder } from "./putInOrder.ts";

export async function openDesk(folder: string, holdings: Holdings, readPdf: ReadPdf, indexTroubles: Failure[]): Promise<Desk> {
  const done = (await wasInterrupted(folder)) ? await putFolderInOrder(folder) : null;
  let stamp = await catalogueStamp(folder);
  let read = await readCatalogue(folder);
  const troubles: Failure[] = done ? [done] : [];
  if (!read.ok && (read.failure.code === "catalogue-damaged" || (read.failure.code === "catalogue-missing" && (await hasDocuments(folder))))) {
    troubles.push((await putFolderInOrder(folder)) ?? read.failure);
    stamp = await catalogueStamp(folder);
    read = await readCatalogue(folder);
  }
  const refusal = !read.ok && read.failure.code === "library-newer" ? read.failure : null;
  if (refusal && !troubles.some(({ code }) => code === refusal.code)) troubles.push(refusal);
  const catalogue: Catalogue = read.ok ? read.value : { format: catalogueFormat, collections: [], rubrics: [], documents: [], bin: [] };
  const opened = await openCatalogue(folder, catalogue, readPdf);
  const own = opened.documents.filter(({ entry }) => !holdings.holds(entry.head.id));
  for (const document of own) holdings.put({ ...document, folder });
  const index = await openIndex({ ...opened, documents: own }, (id) => holdings.document(id), readPdf, indexTroubles);
  holdings.addIndex(index);
  return new Desk({ folder, holdings, readPdf, index, catalogue, stamp, troubles: [...troubles, ...opened.troubles], refusal });
}

/** What had to be done, or why it could not be; null when nothing had to. */
async function putFolderInOrder(folder: string): Promise<Failure | null> {
  const lock = await takeLock(folder);
  if (!lock.ok) return null;
  const order: Answer<Failure | null> = await answerOf(() => putInOrder(folder));
  await lock.value.release();
  return order.ok ? order.value : order.failure;
}
