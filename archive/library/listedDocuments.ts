/** The documents of a library by id, of which those that nobody asked for are not even read from the catalogue's lines. */
import type { CatalogueEntry } from "../store/catalogue.ts";
import type { Listed } from "../store/listing.ts";

export class ListedDocuments {
  readonly #listed = new Map<string, Pick<Listed, "entry">>();

  get(id: string): CatalogueEntry | undefined {
    return this.#listed.get(id)?.entry;
  }

  has(id: string): boolean {
    return this.#listed.has(id);
  }

  set(id: string, entry: CatalogueEntry): void {
    this.#listed.set(id, { entry });
  }

  delete(id: string): void {
    this.#listed.delete(id);
  }

  /** In place of all that was there. */
  fill(documents: readonly Listed[]): void {
    this.#listed.clear();
    for (const document of documents) this.#listed.set(document.id, document);
  }

  ids(): string[] {
    return [...this.#listed.keys()];
  }

  entries(): CatalogueEntry[] {
    return [...this.#listed.values()].map(({ entry }) => entry);
  }
}
