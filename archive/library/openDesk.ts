/** Opens a library's folder: sets it in order when a writer was interrupted, reads its catalogue, and has its documents held and found. */
import { openIndex } from "../assembleIndex.ts";
import type { HeldDocument, Holdings } from "../holdings.ts";
import type { ReadPdf } from "../import/pdfContent.ts";
import type { Answer, Failure } from "../model.ts";
import { openEntries } from "../openFolder.ts";
import { catalogueFormat, type CatalogueEntry, catalogueStamp } from "../store/catalogue.ts";
import { hasDocuments } from "../store/documentFolders.ts";
import { type Listed, listedEntry, type Listing, readListing, UnreadLine } from "../store/listing.ts";
import { takeLock, wasInterrupted } from "../store/lock.ts";
import { answerOf } from "../store/systemFailure.ts";
import { Desk } from "./desk.ts";
import { putInOrder } from "./putInOrder.ts";

export async function openDesk(folder: string, holdings: Holdings, readPdf: ReadPdf, indexTroubles: Failure[]): Promise<Desk> {
  const done = (await wasInterrupted(folder)) ? await putFolderInOrder(folder) : null;
  let stamp = await catalogueStamp(folder);
  let read = await readListing(folder);
  const troubles: Failure[] = done ? [done] : [];
  if (!read.ok && (read.failure.code === "catalogue-damaged" || (read.failure.code === "catalogue-missing" && (await hasDocuments(folder))))) {
    troubles.push((await putFolderInOrder(folder)) ?? read.failure);
    stamp = await catalogueStamp(folder);
    read = await readListing(folder);
  }
  const refusal = !read.ok && read.failure.code === "library-newer" ? read.failure : null;
  if (refusal && !troubles.some(({ code }) => code === refusal.code)) troubles.push(refusal);
  const listing: Listing = read.ok ? read.value : { catalogue: { format: catalogueFormat, collections: [], rubrics: [], documents: [], bin: [] }, documents: [] };
  const own = listing.documents.filter(({ id }) => !holdings.holds(id));
  const { readable, found } = await openListed(folder, own, holdings, readPdf);
  const index = await openIndex(folder, readable, (id) => holdings.document(id), readPdf, indexTroubles);
  holdings.addIndex(index);
  return new Desk({ folder, holdings, readPdf, index, listing, stamp, troubles: [...troubles, ...found], refusal });
}

/** Has documents held: unread where the catalogue tells when they were written, and else as their files are now. */
async function openListed(folder: string, listed: readonly Listed[], holdings: Holdings, readPdf: ReadPdf): Promise<{ readable: Listed[]; found: Failure[] }> {
  const unseen = listed.filter((each) => !(each instanceof UnreadLine) && each.entry.modified === undefined);
  const { documents, troubles } = await openEntries(folder, unseen.map(({ entry }) => entry), readPdf);
  const seen = new Map(documents.map((document) => [document.entry.head.id, document]));
  const readable: Listed[] = [];
  for (const each of listed) {
    const document = seen.get(each.id);
    holdings.hold(each.id, document ? { ...document, folder } : new UnopenedDocument(each, folder));
    if (!document) readable.push(each);
    else if (document.failure === null) readable.push(listedEntry(document.entry));
  }
  return { readable, found: troubles };
}

/** A document that nobody looked at yet. */
class UnopenedDocument implements HeldDocument {
  readonly folder: string;
  readonly failure = null;
  readonly #listed: Listed;

  constructor(listed: Listed, folder: string) {
    this.#listed = listed;
    this.folder = folder;
  }

  get entry(): CatalogueEntry {
    return this.#listed.entry;
  }
}

/** What had to be done, or why it could not be; null when nothing had to. */
async function putFolderInOrder(folder: string): Promise<Failure | null> {
  const lock = await takeLock(folder);
  if (!lock.ok) return null;
  const order: Answer<Failure | null> = await answerOf(() => putInOrder(folder));
  await lock.value.release();
  return order.ok ? order.value : order.failure;
}
