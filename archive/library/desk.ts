/**
 * Where a library is written: its catalogue as it stands in memory, who may write, and when what was done becomes the word of record. Work goes step by
 * step, so that a correction made during an import finds everything in order; other processes wait for the lock.
 */
import { documentPassages, type FolderIndex } from "../assembleIndex.ts";
import type { Holdings } from "../holdings.ts";
import type { ReadPdf } from "../import/pdfContent.ts";
import { type Answer, type Collection, type Failure, type Passage, type Rubric, succeed } from "../model.ts";
import { type OpenDocument, openDocument } from "../openFolder.ts";
import { type BinnedEntry, catalogueFormat, type CatalogueEntry, catalogueStamp, fileState, writeCatalogue, writtenEntry } from "../store/catalogue.ts";
import { dropIncoming } from "../store/documentFolders.ts";
import { type Listing, readListing } from "../store/listing.ts";
import { type Lock, takeLock } from "../store/lock.ts";
import { answerOf } from "../store/systemFailure.ts";
import { catalogueFile } from "../store/layout.ts";
import { watchFolder } from "../store/watchFolder.ts";
import { ListedDocuments } from "./listedDocuments.ts";
import { KnownDocuments } from "./knownDocuments.ts";
import { putInOrder } from "./putInOrder.ts";

/** Lets go of a library that was held for writing. */
export type Release = () => Promise<void>;

/** Documents that are being written at a time. */
const mostWrites = 16;

export class Desk {
  readonly folder: string;
  readonly holdings: Holdings;
  readonly readPdf: ReadPdf;
  index: FolderIndex;
  /** By id; what the catalogue says, and what was done since it was written. */
  readonly collections = new Map<string, Collection>();
  readonly rubrics = new Map<string, Rubric>();
  readonly documents = new ListedDocuments();
  readonly bin = new Map<string, BinnedEntry>();
  readonly known = new KnownDocuments(this.documents);
  #troubles: Failure[];
  #stamp: string | null;
  #holds = 0;
  #lock: Promise<Answer<Lock>> | null = null;
  #released: Promise<void> = Promise.resolve();
  #steps: Promise<unknown> = Promise.resolve();
  readonly #writes = new Map<string, Promise<void>>();
  /** Why nothing may be written at all. */
  #refusal: Failure | null;
  #stopWatching: (() => void) | null = null;
  #isWatching = false;

  constructor({ folder, holdings, readPdf, index, listing, stamp, troubles, refusal }: DeskParts) {
    this.folder = folder;
    this.holdings = holdings;
    this.readPdf = readPdf;
    this.index = index;
    this.#stamp = stamp;
    this.#troubles = troubles;
    this.#refusal = refusal;
    this.#fill(listing);
    this.describe();
  }

  /** Takes the library for writing, for as long as it takes: several may, in one process. Fails with `library-locked` and the like. */
  async hold(): Promise<Answer<Release>> {
    this.#holds += 1;
    this.#lock ??= this.#released.then(() => this.#take());
    const lock = await this.#lock;
    if (!lock.ok) {
      this.#letGo();
      return lock;
    }
    let isHeld = true;
    return succeed(async () => {
      if (isHeld) this.#letGo();
      isHeld = false;
      await this.#released;
    });
  }

  /** Runs one step of work after those before it, and after all that is being written. The system's errors become failures. */
  step<Value>(work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    return this.quickStep(async () => {
      await this.#allWritten();
      return work();
    });
  }

  /** A step that minds by itself what is being written. */
  quickStep<Value>(work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const running = this.#steps.then(() => answerOf(work));
    this.#steps = running.catch(() => undefined);
    return running;
  }

  /** Holds the library for one step of work, and commits it. */
  async write<Value>(work: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    const held = await this.hold();
    if (!held.ok) return held;
    const done = await this.step(async () => {
      const answer = await work();
      if (answer.ok) await this.commit();
      return answer;
    });
    await held.value();
    return done;
  }

  /**
   * Writes a new document's files while other work goes on: the disk takes many at once in hardly more time than one. Waits only when many are under
   * way; whether it went well is told by `written`.
   */
  async writeLater(entry: CatalogueEntry, work: () => Promise<void>): Promise<void> {
    while (this.#writes.size >= mostWrites) await Promise.race([...this.#writes.values()].map((write) => write.catch(() => undefined)));
    const { id } = entry.head;
    const write = work().then(
      async () => {
        const { modified } = await writtenEntry(this.folder, entry);
        const listed = this.documents.get(id);
        if (listed?.sha256 === entry.sha256 && modified !== undefined) this.putHead({ ...listed, modified });
      },
      (error: unknown) => {
        this.take(id);
        throw error;
      },
    );
    this.#writes.set(id, write);
    const forget = (): void => void (this.#writes.get(id) === write && this.#writes.delete(id));
    write.then(forget, forget);
  }

  /** Settles once a document's files are on the disk. Rejects with the system's error. */
  written(id: string): Promise<void> {
    return this.#writes.get(id) ?? Promise.resolve();
  }

  /** Makes what was done the word of record. Rejects with the system's error. */
  async commit(): Promise<void> {
    // Nothing is listed that is not there.
    await this.#allWritten();
    const { collections, rubrics, documents, bin } = this;
    await writeCatalogue(this.folder, { format: catalogueFormat, collections: [...collections.values()], rubrics: [...rubrics.values()], documents: documents.entries(), bin: [...bin.values()] });
    this.#stamp = await catalogueStamp(this.folder);
  }

  /** A document comes, or is no longer as it was: it is listed and found from now on. */
  put(entry: CatalogueEntry, passages: readonly Passage[], failure: Failure | null = null): void {
    const { id } = entry.head;
    this.documents.set(id, entry);
    this.known.note(entry);
    if (!this.#isOurs(id)) return;
    this.holdings.put({ entry, failure, folder: this.folder });
    this.index.growing.put(entry.head, passages);
    if (this.holdings.isFollowed) this.index.growing.settle();
  }

  /** What is said of a document changes, and none of its passages. */
  putHead(entry: CatalogueEntry): void {
    this.documents.set(entry.head.id, entry);
    this.known.note(entry);
    if (this.#isOurs(entry.head.id)) this.holdings.put({ entry, failure: null, folder: this.folder });
  }

  take(id: string): void {
    this.documents.delete(id);
    if (!this.#isOurs(id)) return;
    this.holdings.remove(id);
    this.index.growing.remove(id);
  }

  /** A document whose folder was moved back to its place is listed again. */
  async bringBack(entry: CatalogueEntry): Promise<void> {
    this.bin.delete(entry.head.id);
    this.put(entry, await documentPassages(this.folder, entry, this.readPdf));
  }

  /** To be called when collections, rubrics or troubles changed. */
  describe(): void {
    this.holdings.describeLibrary({ collections: [...this.collections.values()], rubrics: [...this.rubrics.values()], troubles: this.#troubles });
  }

  /** Notices what other processes write, from now on. */
  watch(): void {
    this.#isWatching = true;
    this.#stopWatching ??= watchFolder(this.folder, (name) => name === catalogueFile, () => {
      void this.step(async () => succeed(await this.refresh()));
    });
  }

  /** Reads the catalogue again when another process wrote it. One that cannot be read leaves what is in memory; the failure says why. */
  async refresh(): Promise<Failure | null> {
    const stamp = await catalogueStamp(this.folder);
    if (stamp === null || stamp === this.#stamp) return this.#refusal;
    const listing = await readListing(this.folder);
    this.#refusal = !listing.ok && listing.failure.code === "library-newer" ? listing.failure : null;
    if (!listing.ok) return listing.failure;
    this.#stamp = stamp;
    const before = new Map(this.documents.entries().map((entry) => [entry.head.id, entry]));
    this.#fill(listing.value);
    for (const id of before.keys()) if (!this.documents.has(id)) this.take(id);
    for (const entry of this.documents.entries()) {
      const { id } = entry.head;
      const known = before.get(id);
      if (known && JSON.stringify(known) === JSON.stringify(entry)) this.documents.set(id, known);
      else this.put(entry, await documentPassages(this.folder, entry, this.readPdf));
    }
    this.describe();
    return null;
  }

  /**
   * A document as its file is now. One that a person changed by hand, or took away, is noticed here, by its date and size; it is found by its new words
   * from then on.
   */
  async look(id: string): Promise<OpenDocument | undefined> {
    await this.written(id).catch(() => undefined);
    const entry = this.documents.get(id);
    if (!entry || entry.modified === undefined) return entry && this.holdings.held(id);
    const found = await fileState(this.folder, entry);
    if (found?.modified === entry.modified && found.bytes === entry.bytes) return this.holdings.held(id);
    const opened = await openDocument(this.folder, entry, this.readPdf);
    const seen = { ...opened.entry, ...found };
    this.put(seen, opened.failure ? [] : await documentPassages(this.folder, seen, this.readPdf), opened.failure);
    this.#setTrouble(id, opened.failure);
    return { entry: seen, failure: opened.failure };
  }

  /** Documents of this library that can be read, and stand in no folder before it. */
  ownEntries(): CatalogueEntry[] {
    return this.documents.entries().filter(({ head: { id } }) => {
      const held = this.holdings.held(id);
      return held?.folder === this.folder && held.failure === null;
    });
  }

  useIndex(index: FolderIndex): void {
    this.holdings.replaceIndex(this.index, index);
    this.index = index;
  }

  async close(): Promise<void> {
    this.#stopWatching?.();
    await this.#steps;
    await this.#released;
  }

  async #allWritten(): Promise<void> {
    await Promise.allSettled(this.#writes.values());
  }

  #setTrouble(id: string, failure: Failure | null): void {
    this.#troubles = [...this.#troubles.filter(({ subject }) => subject !== id), ...(failure ? [failure] : [])];
    this.describe();
  }

  #fill({ catalogue: { collections, rubrics, bin }, documents }: Listing): void {
    refill(this.collections, collections.map((collection) => [collection.id, collection]));
    refill(this.rubrics, rubrics.map((rubric) => [rubric.id, rubric]));
    this.documents.fill(documents);
    this.known.forget();
    refill(this.bin, bin.map((binned) => [binned.entry.head.id, binned]));
  }

  async #take(): Promise<Answer<Lock>> {
    const lock = await takeLock(this.folder);
    if (!lock.ok) return lock;
    const ready = await answerOf(async () => {
      const failure = lock.value.wasInterrupted ? null : await this.refresh();
      if (failure?.code === "library-newer") return { ok: false, failure };
      if (!failure && !lock.value.wasInterrupted) return succeed(null);
      const order = await putInOrder(this.folder);
      if (!order.ok) return order;
      if (order.value) this.#troubles = [...this.#troubles, order.value];
      await this.refresh();
      return succeed(null);
    });
    if (ready.ok && this.#isWatching) this.watch();
    if (ready.ok) return lock;
    await lock.value.release();
    return ready;
  }

  #letGo(): void {
    this.#holds -= 1;
    if (this.#holds > 0) return;
    const lock = this.#lock;
    this.#lock = null;
    this.#released = lock ? lock.then((taken) => (taken.ok ? this.#release(taken.value) : undefined)) : Promise.resolve();
  }

  async #release(lock: Lock): Promise<void> {
    await dropIncoming(this.folder);
    await lock.release();
  }

  /** A document of the same id in a bundled folder stands before it. */
  #isOurs(id: string): boolean {
    const held = this.holdings.held(id);
    return held === undefined || held.folder === this.folder;
  }
}

export interface DeskParts {
  folder: string;
  holdings: Holdings;
  readPdf: ReadPdf;
  index: FolderIndex;
  listing: Listing;
  /** Of the catalogue that was read. */
  stamp: string | null;
  troubles: Failure[];
  /** Why nothing may be written: a later version made the library. */
  refusal: Failure | null;
}

function refill<Value>(map: Map<string, Value>, entries: Iterable<[string, Value]>): void {
  map.clear();
  for (const [id, value] of entries) map.set(id, value);
}
