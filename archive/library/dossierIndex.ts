/** What a person wrote in dossiers as passages, found beside letters and notes: titles, purposes, own texts. Put in again when a dossier is another. */
import { type Dossier, foundDossier } from "../dossier.ts";
import { dossierPassageId } from "../dossierItems.ts";
import type { Passage } from "../model.ts";
import { GrowingPassages } from "../search/growingPassages.ts";
import type { ItemFiles } from "../store/itemFiles.ts";

export class DossierIndex {
  readonly #files: ItemFiles<Dossier>;
  readonly #growing = new GrowingPassages();
  readonly #indexed = new Map<string, Dossier>();

  constructor(files: ItemFiles<Dossier>) {
    this.#files = files;
  }

  caughtUp(): GrowingPassages {
    for (const [id, dossier] of this.#indexed) if (this.#files.get(id) !== dossier) this.#forget(id);
    for (const dossier of this.#files.all()) {
      if (this.#indexed.has(dossier.id)) continue;
      this.#growing.put(foundDossier(dossier), passagesOf(dossier));
      this.#indexed.set(dossier.id, dossier);
    }
    return this.#growing;
  }

  #forget(id: string): void {
    this.#indexed.delete(id);
    this.#growing.remove(id);
  }
}

function passagesOf({ id, title, purpose, items }: Dossier): Passage[] {
  const passage = { document: id, kind: "dossier" as const, rubric: null, page: null };
  const head: Passage = { ...passage, id: dossierPassageId(id, null), heading: title, text: purpose };
  const texts = items.flatMap((item): Passage[] =>
    item.kind === "text" && item.text.trim() !== "" ? [{ ...passage, id: dossierPassageId(id, item.id), heading: "", text: item.text }] : [],
  );
  return [head, ...texts];
}
