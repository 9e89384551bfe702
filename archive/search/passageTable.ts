/** Passages held in memory, as a list that can grow and from which documents can go. Places are never given twice. */
import type { Passage, PassageList } from "../model.ts";

export class PassageTable implements PassageList {
  readonly documents: string[] = [""];
  readonly rubrics: string[] = [""];
  #documentOf = new Uint32Array(64);
  #rubricOf = new Uint32Array(64);
  #pageOf = new Uint32Array(64);
  readonly #passages: (Passage | null)[] = [];
  readonly #places = new Map<string, number>();
  readonly #documentNumbers = new Map<string, number>();
  readonly #rubricNumbers = new Map<string, number>();
  readonly #placesOfDocument = new Map<string, number[]>();

  constructor(passages: Iterable<Passage> = []) {
    for (const passage of passages) this.add(passage);
  }

  get count(): number {
    return this.#passages.length;
  }

  get documentOf(): Uint32Array {
    return this.#documentOf;
  }

  get rubricOf(): Uint32Array {
    return this.#rubricOf;
  }

  get pageOf(): Uint32Array {
    return this.#pageOf;
  }

  /** Answers the place it takes. One of the same id is replaced. */
  add(passage: Passage): number {
    const before = this.#places.get(passage.id);
    if (before !== undefined) this.#empty(before);
    const place = this.#passages.push(passage) - 1;
    if (place === this.#documentOf.length) this.#grow();
    this.#documentOf[place] = numberOf(passage.document, this.documents, this.#documentNumbers);
    this.#rubricOf[place] = passage.rubric === null ? 0 : numberOf(passage.rubric, this.rubrics, this.#rubricNumbers);
    this.#pageOf[place] = passage.page ?? 0;
    this.#places.set(passage.id, place);
    const siblings = this.#placesOfDocument.get(passage.document);
    if (siblings) siblings.push(place);
    else this.#placesOfDocument.set(passage.document, [place]);
    return place;
  }

  /** Empties the places of a document's passages; answers which they were. */
  remove(document: string): number[] {
    const places = (this.#placesOfDocument.get(document) ?? []).filter((place) => this.#passages[place] !== null);
    for (const place of places) this.#empty(place);
    this.#placesOfDocument.delete(document);
    return places;
  }

  at(place: number): Passage | null {
    return this.#passages[place] ?? null;
  }

  placeOf(id: string): number | null {
    return this.#places.get(id) ?? null;
  }

  #empty(place: number): void {
    const id = this.#passages[place]?.id;
    if (id !== undefined) this.#places.delete(id);
    this.#passages[place] = null;
    this.#documentOf[place] = 0;
    this.#rubricOf[place] = 0;
    this.#pageOf[place] = 0;
  }

  #grow(): void {
    this.#documentOf = doubled(this.#documentOf);
    this.#rubricOf = doubled(this.#rubricOf);
    this.#pageOf = doubled(this.#pageOf);
  }
}

function numberOf(id: string, ids: string[], numbers: Map<string, number>): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  const number = ids.push(id) - 1;
  numbers.set(id, number);
  return number;
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
