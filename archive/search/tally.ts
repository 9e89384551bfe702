/** Counts the passages that answer, as they are met: how many, in which documents, of which kind, year, rubric and collection. */
import type { DocumentHead, Facet, Facets, Passage } from "../model.ts";
import type { Shelves } from "./engine.ts";

/** Passages remembered by name: a later step is only tried while there are fewer. */
const mostNamed = 8;

export class Tally {
  total = 0;
  readonly #documents = new Map<DocumentHead, number>();
  readonly #rubrics = new Map<string, number>();
  readonly #first = new Set<string>();

  get documents(): number {
    return this.#documents.size;
  }

  count(passage: Passage, document: DocumentHead): void {
    this.total += 1;
    add(this.#documents, document, 1);
    if (passage.rubric !== null) add(this.#rubrics, passage.rubric, 1);
    if (this.#first.size < mostNamed) this.#first.add(passage.id);
  }

  /** Tells those counted so far; they are few when it is asked. */
  known(): (passage: Passage) => boolean {
    const known = new Set(this.#first);
    return known.size === 0 ? () => false : (passage) => known.has(passage.id);
  }

  facets(shelves: Pick<Shelves, "collection" | "rubric">): Facets {
    const kinds = new Map<string, number>();
    const years = new Map<string, number>();
    const collections = new Map<string, number>();
    for (const [document, passages] of this.#documents) {
      add(kinds, document.kind, passages);
      if (document.date !== null) add(years, document.date.slice(0, 4), passages);
      add(collections, document.collection, passages);
    }
    return {
      kinds: mostFirst(kinds, (kind) => kind),
      years: mostFirst(years, (year) => year).sort((a, b) => Number(b.value) - Number(a.value)),
      rubrics: mostFirst(this.#rubrics, (id) => shelves.rubric(id)?.title ?? id),
      collections: mostFirst(collections, (id) => shelves.collection(id)?.title ?? id),
    };
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, passages: number): void {
  counts.set(key, (counts.get(key) ?? 0) + passages);
}

function mostFirst(counts: ReadonlyMap<string, number>, titleOf: (value: string) => string): Facet[] {
  return [...counts].map(([value, passages]) => ({ value, title: titleOf(value), passages })).sort((a, b) => b.passages - a.passages);
}
