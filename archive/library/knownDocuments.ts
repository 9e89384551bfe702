/** The documents of a library by what tells that one was received before: the digest of its original, or how it is called. */
import type { CatalogueEntry } from "../store/catalogue.ts";
import { fold } from "../text/fold.ts";
import { plainTitle } from "../text/plainTitle.ts";
import type { DocumentHead } from "../model.ts";
import type { ListedDocuments } from "./listedDocuments.ts";

export class KnownDocuments {
  readonly #documents: ListedDocuments;
  /** Made when first asked for: only imports ask. */
  #byOriginal: Map<string, string> | null = null;
  #byName: Map<string, string> | null = null;

  constructor(documents: ListedDocuments) {
    this.#documents = documents;
  }

  /** To be called when a document came or changed. */
  note(entry: CatalogueEntry): void {
    if (this.#byOriginal) for (const digest of digestsOf(entry)) this.#byOriginal.set(digest, entry.head.id);
    this.#byName?.set(nameOf(entry), entry.head.id);
  }

  /** To be called when everything may have changed. */
  forget(): void {
    this.#byOriginal = null;
    this.#byName = null;
  }

  /** The document that was made from these bytes, now or before it was received anew. */
  fromOriginal(digest: string): CatalogueEntry | undefined {
    this.#byOriginal ??= new Map(this.#documents.entries().flatMap((entry) => digestsOf(entry).map((each) => [each, entry.head.id] as const)));
    const entry = this.#documents.get(this.#byOriginal.get(digest) ?? "");
    return entry && digestsOf(entry).includes(digest) ? entry : undefined;
  }

  /** The document that was first imported into a collection with this kind, title and date. Without a date, nothing tells that two are one. */
  called(collection: string, kind: DocumentHead["kind"], { title, date }: { title: string; date: string | null }): CatalogueEntry | undefined {
    if (date === null) return undefined;
    this.#byName ??= new Map(this.#documents.entries().map((entry) => [nameOf(entry), entry.head.id]));
    const name = wordedName(collection, kind, title, date);
    const entry = this.#documents.get(this.#byName.get(name) ?? "");
    return entry && nameOf(entry) === name ? entry : undefined;
  }
}

function digestsOf({ original, earlier = [] }: CatalogueEntry): string[] {
  return original ? [original.sha256, ...earlier] : [...earlier];
}

/** By its first collection, and what it was called before a person called it otherwise. */
function nameOf({ head, known = head }: CatalogueEntry): string {
  return wordedName(head.id.slice(0, head.id.indexOf("/")), head.kind, known.title, known.date);
}

function wordedName(collection: string, kind: string, title: string, date: string | null): string {
  return [collection, kind, date, fold(plainTitle(title))].join("|");
}
