/**
 * What an archive holds at this moment: the documents of all its folders, their index, and what is said of them. Bundled folders stay as they are;
 * the library's documents come, change and go.
 */
import type { Collection, Coverage, DocumentHead, Failure, FoundDossier, Overview, Passage, Rubric } from "./model.ts";
import type { FolderIndex } from "./assembleIndex.ts";
import type { OpenDocument, OpenFolder } from "./openFolder.ts";
import type { IndexedPassages, Shelves, Written } from "./search/engine.ts";
import type { GrowingPassages } from "./search/growingPassages.ts";

/** A document and the folder it stands in. */
export interface HeldDocument extends OpenDocument {
  folder: string;
}

/** What a library says besides its documents. */
export interface LibraryShelf {
  collections: readonly Collection[];
  rubrics: readonly Rubric[];
  troubles: readonly Failure[];
}

export class Holdings implements Shelves {
  readonly #bundled: readonly OpenFolder[];
  readonly #indexes: FolderIndex[] = [];
  readonly #written = new Map<Written, () => GrowingPassages>();
  #dossier: ((id: string) => FoundDossier | undefined) | null = null;
  readonly #indexTroubles: Failure[];
  readonly #documents = new Map<string, HeldDocument>();
  readonly #listeners = new Set<() => void>();
  #library: LibraryShelf = { collections: [], rubrics: [], troubles: [] };
  #overview: Overview | null = null;
  #collections: ReadonlyMap<string, Collection> = new Map();
  #rubrics: ReadonlyMap<string, Rubric> = new Map();
  #telling: NodeJS.Timeout | null = null;

  constructor(bundled: readonly OpenFolder[], indexTroubles: Failure[]) {
    this.#bundled = bundled;
    this.#indexTroubles = indexTroubles;
    this.#gather();
    for (const { path, documents } of bundled) {
      // A document that stands in several folders is that of the first.
      for (const document of documents) if (!this.holds(document.entry.head.id)) this.#documents.set(document.entry.head.id, { ...document, folder: path });
    }
  }

  get bundledFolders(): string[] {
    return this.#bundled.map(({ path }) => path);
  }

  /** To be called once for each folder, in their order, the library's last. */
  addIndex(index: FolderIndex): void {
    this.#indexes.push(index);
    this.#touch();
  }

  /** What a person wrote, found beside the documents; asked for whenever something is looked for. */
  addWritten(written: Written, passages: () => GrowingPassages): void {
    this.#written.set(written, passages);
  }

  /** Has dossiers known to the search; given by their shelf. */
  nameDossiers(dossier: (id: string) => FoundDossier | undefined): void {
    this.#dossier = dossier;
  }

  dossier(id: string): FoundDossier | undefined {
    return this.#dossier?.(id);
  }

  /** In place of the index of before, which is closed. */
  replaceIndex(old: FolderIndex, index: FolderIndex): void {
    this.#indexes[this.#indexes.indexOf(old)] = index;
    old.close();
    this.#touch();
  }

  /** Whether somebody wants to know of changes, and is likely to search in them. */
  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  /** A document comes, or is no longer as it was. Whoever calls puts its passages into the index. */
  put(document: HeldDocument): void {
    this.#documents.set(document.entry.head.id, document);
    this.#touch();
  }

  /** A document as it is opened with its library. */
  hold(id: string, document: HeldDocument): void {
    this.#documents.set(id, document);
  }

  remove(id: string): void {
    this.#documents.delete(id);
    this.#touch();
  }

  describeLibrary(library: LibraryShelf): void {
    this.#library = library;
    this.#gather();
    this.#touch();
  }

  holds(id: string): boolean {
    return this.#documents.has(id);
  }

  held(id: string): HeldDocument | undefined {
    return this.#documents.get(id);
  }

  document(id: string): DocumentHead | undefined {
    return this.#documents.get(id)?.entry.head;
  }

  collection(id: string): Collection | undefined {
    return this.#collections.get(id);
  }

  get collections(): readonly Collection[] {
    return [...this.#collections.values()];
  }

  rubric(id: string): Rubric | undefined {
    return this.#rubrics.get(id);
  }

  get rubrics(): readonly Rubric[] {
    return [...this.#rubrics.values()];
  }

  get sets(): readonly IndexedPassages[] {
    const written = Array.from(this.#written, ([kind, passages]) => passages().sets.map(({ index, passages: list }) => ({ index, passages: list, written: kind })));
    return [...this.documentSets, ...written.flat()];
  }

  /** Without what a person wrote. */
  get documentSets(): readonly IndexedPassages[] {
    return this.#indexes.flatMap(({ growing }) => growing.sets);
  }

  passage(id: string): Passage | null {
    for (const { growing } of this.#indexes) {
      const passage = growing.passage(id);
      if (passage) return passage;
    }
    return this.#written.get("note")?.().passage(id) ?? null;
  }

  overview(): Overview {
    this.#overview ??= this.#describe();
    return this.#overview;
  }

  /** Everything found wrong on opening and since. */
  get troubles(): readonly Failure[] {
    return [...this.#bundled, this.#library].flatMap(({ troubles }) => troubles).concat(this.#indexTroubles);
  }

  /** Something is to be told that is neither a document nor a shelf. */
  tell(): void {
    this.#touch();
  }

  /** Calls back, a little later, after changes; gives the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#telling) clearTimeout(this.#telling);
    this.#listeners.clear();
    for (const index of this.#indexes) index.close();
  }

  #touch(): void {
    this.#overview = null;
    if (!this.isFollowed) return;
    // An import changes things many times a second; nobody can look that often.
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      for (const listener of this.#listeners) listener();
    }, tellAfter);
  }

  #gather(): void {
    const shelves = [...this.#bundled, this.#library];
    this.#rubrics = new Map(shelves.flatMap(({ rubrics }) => rubrics.map((rubric) => [rubric.id, rubric])));
    this.#collections = new Map(shelves.flatMap(({ collections }) => collections.map((collection) => [collection.id, collection])));
  }

  #describe(): Overview {
    const held = [...this.#documents.values()];
    const documents = held.map(({ entry }) => entry.head);
    const readOnly = new Set(this.#bundled.map(({ path }) => path));
    return {
      collections: [...this.#collections.values()],
      rubrics: [...this.#rubrics.values()],
      documents: documents.sort((a, b) => compare(b.date ?? "", a.date ?? "") || compare(a.id, b.id)),
      imported: held.filter(({ folder }) => !readOnly.has(folder)).map(({ entry }) => entry.head.id),
      troubles: [...this.troubles],
      coverage: coverageOf(held, this.documentSets),
    };
  }
}

/** Milliseconds between a change and the telling of it. */
const tellAfter = 100;

/** Dates and ids are plain: no language's order is needed, which would take ten times as long. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** How many passages each document has. */
function passageCounts(sets: readonly IndexedPassages[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { passages } of sets) {
    const ofNumber = new Uint32Array(passages.documents.length);
    for (const number of passages.documentOf.subarray(0, passages.count)) ofNumber[number] = (ofNumber[number] ?? 0) + 1;
    for (const [number, count] of ofNumber.entries()) {
      const id = passages.documents[number] ?? "";
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  return counts;
}

function coverageOf(documents: readonly OpenDocument[], sets: readonly IndexedPassages[]): Coverage {
  const reports = documents.flatMap(({ entry: { head }, failure }) => (failure === null && head.kind === "report" ? [head] : []));
  const withText = reports.length > 0 ? passageCounts(sets) : new Map<string, number>();
  const without = reports.map(({ id, pageLabels }) => pageLabels.length - (withText.get(id) ?? 0)).filter((pages) => pages > 0);
  return {
    reportsWithoutText: without.length,
    pagesWithoutText: without.reduce((sum, pages) => sum + pages, 0),
    closedDocuments: documents.filter(({ failure }) => failure !== null).length,
  };
}
