/**
 * Imports what a person gave, file by file. What is stored becomes the word of record several times a second; a file counts as done then, and not before.
 * Stopped or killed in the middle, an import leaves every file whole or not there at all.
 */
import type { Draft, ImportItem, ImportProgress, ImportReport } from "../draft.ts";
import { importFile } from "../import/importFile.ts";
import { countSources, readSources, type SourceFile } from "../import/sources.ts";
import { type Answer, CollectionId, fail, type Failure, LetterDate, succeed } from "../model.ts";
import { isAnnotations } from "../share/annotations.ts";
import { isPack } from "../share/packContainer.ts";
import { type PackSummary, summarize } from "../share/packSummary.ts";
import { shownError } from "../store/shownPath.ts";
import { answerOf, writeFailure } from "../store/systemFailure.ts";
import { collectionFor, type Language, learnRubrics, makeCollection } from "./collections.ts";
import type { Desk } from "./desk.ts";
import type { DossierShelf } from "./dossiers.ts";
import { entryItem, failedItem, keptItem } from "./importItems.ts";
import { type Arrival, keepDraft, type Kept } from "./keepDraft.ts";
import { keepGivenNotes } from "./keepGivenNotes.ts";
import { keepPacked } from "./keepPacked.ts";
import { keepPackedDossier } from "./keepPackedDossier.ts";
import { insistKeysAreOurs, knownKeys, noteSigner } from "./knownKeys.ts";
import type { NoteShelf } from "./notes.ts";
import { isPackFile, openPackFile } from "./openPackFile.ts";

export interface ImportRequest {
  paths: readonly string[];
  /** Id of the collection for all of it, made when it is not there. Without it, the publisher tells. */
  collection?: string | undefined;
  /** The date of all of it, whatever the files say. */
  date?: string | undefined;
  /** Of PDFs, by `ImportItem.file`. */
  passwords?: ReadonlyMap<string, string> | undefined;
  /** Fingerprints of keys that a person accepts in place of those known for the same publishers. */
  acceptedKeys?: readonly string[] | undefined;
  /** Of collections that are made; French unless given. */
  language?: Language | undefined;
}

export interface ImportWatch {
  /** Stops after the file under way, which is left out. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Told of each item once it is done for good. */
  onItem?: ((item: ImportItem) => void) | undefined;
  /** Told of each pack before anything of it is taken in. */
  onPack?: ((file: string, summary: PackSummary) => void) | undefined;
}

/** Milliseconds between two commits, and how much longer than the last one took it is at least: a large catalogue takes a while to write. */
const commitEvery = 500;
const commitShare = 8;

/** What a person writes, and an import may bring. */
export interface WrittenShelves {
  dossiers: DossierShelf;
  notes: NoteShelf;
}

export async function importPaths(desk: Desk, shelves: WrittenShelves, request: ImportRequest, watch: ImportWatch): Promise<Answer<ImportReport>> {
  if (request.collection !== undefined && !CollectionId.safeParse(request.collection).success) return fail("collection-invalid", { title: request.collection });
  if (request.date !== undefined && !LetterDate.safeParse(request.date).success) return fail("date-invalid", { title: request.date });
  const held = await desk.hold();
  if (!held.ok) return held;
  try {
    return succeed(await new Import(desk, shelves, request, watch).run());
  } finally {
    await held.value();
  }
}

/** What was stored of a file, and how to take it back. */
type Stored = Pick<Kept, "written" | "undo">;

/** What became of one file, or one letter in it, with the reports that came with it. */
interface Pending {
  items: ImportItem[];
  kept: readonly Stored[];
}

class Import {
  readonly #desk: Desk;
  readonly #shelves: WrittenShelves;
  readonly #request: ImportRequest;
  readonly #watch: ImportWatch;
  readonly #items: ImportItem[] = [];
  /** Done, and not yet on record. */
  #pending: Pending[] = [];
  #total = 0;
  #lastCommit = performance.now();
  #pause = commitEvery;

  constructor(desk: Desk, shelves: WrittenShelves, request: ImportRequest, watch: ImportWatch) {
    this.#desk = desk;
    this.#shelves = shelves;
    this.#request = request;
    this.#watch = watch;
  }

  async run(): Promise<ImportReport> {
    const { signal } = this.#watch;
    const { paths } = this.#request;
    this.#total = await countSources(paths);
    let cancelled = false;
    try {
      for (const path of paths) await ((await isPackFile(path)) ? this.#takeInPack(path, path) : this.#takeInPath(path));
    } catch (error) {
      if (!signal?.aborted) throw error;
      cancelled = true;
    } finally {
      await this.#commit();
    }
    this.#tell("");
    return { items: this.#items, cancelled };
  }

  async #takeInPath(path: string): Promise<void> {
    for await (const source of readSources([path], this.#watch.signal)) {
      this.#tell(source.file);
      await this.#takeIn(source);
      this.#watch.signal?.throwIfAborted();
    }
  }

  /** A pack is checked whole before anything of it is taken in; then each of its documents comes by itself. */
  async #takeInPack(source: string | Uint8Array, file: string): Promise<void> {
    const { signal } = this.#watch;
    this.#tell(file);
    const pack = await openPackFile(source, file, { signal });
    if (!pack.ok) return this.#done([failedItem(file, pack.failure)]);
    try {
      const { publisher, collections, documents } = pack.value.manifest;
      const judged = await answerOf(async () => succeed(publisher && (await insistKeysAreOurs(this.#desk.folder))));
      if (!judged.ok) return this.#done([failedItem(file, judged.failure)]);
      const summary = summarize(pack.value, await knownKeys([...this.#desk.holdings.bundledFolders, this.#desk.folder]));
      this.#watch.onPack?.(file, summary);
      if (summary.signature === "changed-key" && !this.#request.acceptedKeys?.includes(summary.fingerprint ?? "")) {
        return this.#done([failedItem(file, { code: "pack-key-changed", title: summary.publisher ?? "", detail: summary.fingerprint ?? "" })]);
      }
      for (const document of documents) {
        signal?.throwIfAborted();
        const part = `${file}/${document.head.id}`;
        this.#tell(part);
        const kept = await this.#desk.step(() => keepPacked(this.#desk, { pack: pack.value, document, file: part, collection: this.#request.collection }));
        if (kept.ok) this.#done([entryItem(part, kept.value.status, kept.value.entry, kept.value.notes)], [kept.value]);
        else this.#done([failedItem(part, kept.failure)]);
        await this.#commitIfDue();
        await new Promise(setImmediate);
      }
      for (const dossier of pack.value.manifest.dossiers ?? []) this.#done([await keepPackedDossier(this.#shelves.dossiers, pack.value, dossier, file)]);
      const { notes } = pack.value.manifest;
      if (notes) this.#done([await keepGivenNotes(this.#shelves.notes, `${file}/${notes.file.path}`, await pack.value.read(notes.file))]);
      if (publisher) await this.#desk.step(async () => succeed(await noteSigner(this.#desk.folder, publisher, collections.map(({ id }) => id))));
    } catch (error) {
      if (signal?.aborted) throw error;
      this.#done([failedItem(file, { code: "import-failed", detail: shownError(error) })]);
    } finally {
      pack.value.close();
    }
  }

  async #takeIn({ file, content }: SourceFile): Promise<void> {
    if (!content.ok) return this.#done([failedItem(file, content.failure)]);
    if (isPack(content.value)) return this.#takeInPack(content.value, file);
    if (isAnnotations(content.value)) return this.#done([await keepGivenNotes(this.#shelves.notes, file, content)]);
    try {
      const { signal } = this.#watch;
      const rubrics = this.#desk.holdings.rubrics;
      const password = this.#request.passwords?.get(file);
      const context = { readPdf: this.#desk.readPdf, rubrics, ...(password !== undefined && { password }), ...(signal && { signal }) };
      for await (const { file: part, draft, original } of importFile({ file, bytes: content.value }, context)) {
        // A file that was being read when a person stopped it is left out whole.
        signal?.throwIfAborted();
        if (draft.ok) await this.#keep(draft.value, part, original);
        else this.#done([failedItem(part, draft.failure)]);
        await this.#commitIfDue();
        await new Promise(setImmediate);
      }
    } catch (error) {
      if (this.#watch.signal?.aborted) throw error;
      // A defect of ours shows in one file; the others are no less worth keeping.
      this.#done([failedItem(file, { code: "import-failed", detail: shownError(error) })]);
    }
  }

  async #keep(given: Draft, file: string, original: Arrival["original"]): Promise<void> {
    const draft = this.#dated(given);
    const kept = await this.#desk.quickStep(async () => {
      const collection = collectionFor(this.#desk, draft, this.#request.collection, this.#request.language ?? "fr");
      const documents = await keepDraft(this.#desk, { draft, file, original, collection: collection.id });
      if (documents.some(({ status }) => status === "added")) {
        makeCollection(this.#desk, collection);
        if (draft.kind === "letter") learnRubrics(this.#desk, draft);
      }
      return succeed(documents);
    });
    if (kept.ok) this.#done(kept.value.map(keptItem), kept.value);
    else this.#done([failedItem(file, kept.failure)]);
  }

  /** What a person says of the date stands above what the file says, and ends all doubt about it. */
  #dated(draft: Draft): Draft {
    const { date } = this.#request;
    return date === undefined ? draft : { ...draft, date, notes: draft.notes.filter(({ code }) => !/(?:^|-)date(?:$|-)/.test(code)) };
  }

  #done(items: ImportItem[], kept: readonly Stored[] = []): void {
    this.#pending.push({ items, kept });
    this.#total = Math.max(this.#total, this.#items.length + this.#pending.length);
  }

  async #commitIfDue(): Promise<void> {
    if (performance.now() - this.#lastCommit >= this.#pause) await this.#commit();
  }

  async #commit(): Promise<void> {
    const pending = this.#pending;
    if (pending.length === 0) return;
    this.#pending = [];
    const started = performance.now();
    const done = await this.#record(pending);
    this.#lastCommit = performance.now();
    this.#pause = Math.max(commitEvery, commitShare * (this.#lastCommit - started));
    for (const item of done) {
      this.#items.push(item);
      this.#watch.onItem?.(item);
    }
    this.#tell(done.at(-1)?.file ?? "");
  }

  /** Waits until all is written, and puts it on record; what cannot be is undone. Gives what became of each. */
  async #record(pending: readonly Pending[]): Promise<ImportItem[]> {
    const recorded = await this.#desk.quickStep(async () => {
      const settled: Pending[] = [];
      for (const each of pending) settled.push(await whole(each));
      if (!settled.some(({ items }) => items.some(({ status }) => status === "added"))) return succeed(settled);
      try {
        await this.#desk.commit();
        return succeed(settled);
      } catch (error) {
        const failure = writeFailure(error);
        const undone: Pending[] = [];
        for (const each of settled.toReversed()) undone.unshift(await undo(each, failure));
        return succeed(undone);
      }
    });
    if (!recorded.ok) throw new Error(recorded.failure.detail);
    return recorded.value.flatMap(({ items }) => items);
  }

  #tell(file: string): void {
    const count = (status: ImportItem["status"]): number => this.#items.filter((item) => item.status === status).length;
    this.#watch.onProgress?.({ file, done: this.#items.length, total: this.#total, added: count("added"), unchanged: count("unchanged"), failed: count("failed") });
  }
}

/** With its files on the disk, or undone. */
async function whole(pending: Pending): Promise<Pending> {
  try {
    await Promise.all(pending.kept.map(({ written }) => written));
    return pending;
  } catch (error) {
    return undo(pending, writeFailure(error));
  }
}

/** As if what was added had not been, and the file failed for this reason. */
async function undo(pending: Pending, failure: Failure): Promise<Pending> {
  const file = pending.items.at(-1)?.file;
  if (file === undefined || !pending.items.some(({ status }) => status === "added")) return pending;
  for (const kept of pending.kept.toReversed()) await kept.undo();
  return { items: [failedItem(file, failure)], kept: [] };
}
