/**
 * The passages of one folder while it is open: what was sealed, and what came or changed since. New passages go into a live index beside the
 * sealed one; those of a removed or changed document are no longer found there, though the file keeps them until all is sealed again.
 */
import type { FoundHead, Passage, PassageList } from "../model.ts";
import type { IndexedPassages } from "./engine.ts";
import { LiveIndex } from "./live.ts";
import { PassageTable } from "./passageTable.ts";

export class GrowingPassages {
  readonly #sealed: { set: IndexedPassages; passages: RemainingPassages } | null;
  readonly #table = new PassageTable();
  readonly #index = new LiveIndex();
  readonly #live: IndexedPassages = { index: this.#index, passages: this.#table };

  /** `sealed` is what a folder's files hold, when they hold anything. It is not changed. */
  constructor(sealed: IndexedPassages | null = null) {
    const passages = sealed && new RemainingPassages(sealed.passages);
    this.#sealed = sealed && passages && { set: { index: sealed.index, passages }, passages };
  }

  /** What is searched: pass it to `searchPassages`, alone or with others. Stays the same while passages come and go. */
  get sets(): readonly IndexedPassages[] {
    return this.#sealed ? [this.#sealed.set, this.#live] : [this.#live];
  }

  /** Passages in the live index: many (thousands) are a reason to seal again. */
  get liveCount(): number {
    return this.#index.count;
  }

  /** Passages of the sealed index that are passed over: as good a reason. */
  get removedCount(): number {
    return this.#sealed?.passages.removed ?? 0;
  }

  /** Takes a document in, in place of what was known of it. Its passages are found from now on. */
  put(head: FoundHead, passages: readonly Passage[]): void {
    this.remove(head.id);
    for (const passage of passages) this.#index.add(this.#table.add(passage), passage, head);
  }

  /** Does now what the next question would have to wait for. */
  settle(): void {
    this.#index.settle();
  }

  /** Takes a document out. Nothing happens when it is not there. */
  remove(document: string): void {
    this.#sealed?.passages.remove(document);
    for (const place of this.#table.remove(document)) this.#index.remove(place);
  }

  /** A passage with its text; null when it is not here. */
  passage(id: string): Passage | null {
    for (const { passages } of this.sets) {
      const place = passages.placeOf(id);
      if (place !== null) return passages.at(place);
    }
    return null;
  }

  /** Every passage with its text, sealed ones first: to be sealed again. */
  *all(): Generator<Passage> {
    for (const { passages } of this.sets) {
      for (let place = 0; place < passages.count; place += 1) {
        const passage = passages.at(place);
        if (passage) yield passage;
      }
    }
  }
}

/** A list of passages without those of some documents. */
export class RemainingPassages implements PassageList {
  /** Passages left out. */
  removed = 0;
  readonly #whole: PassageList;
  readonly documentOf: Uint32Array;

  constructor(whole: PassageList) {
    this.#whole = whole;
    this.documentOf = whole.documentOf.slice(0, whole.count);
  }

  get count(): number {
    return this.#whole.count;
  }

  get documents(): readonly string[] {
    return this.#whole.documents;
  }

  get rubrics(): readonly string[] {
    return this.#whole.rubrics;
  }

  get rubricOf(): Uint32Array {
    return this.#whole.rubricOf;
  }

  get pageOf(): Uint32Array {
    return this.#whole.pageOf;
  }

  remove(document: string): void {
    const number = this.documents.indexOf(document, 1);
    if (number < 0) return;
    for (let place = 0; place < this.documentOf.length; place += 1) {
      if (this.documentOf[place] !== number) continue;
      this.documentOf[place] = 0;
      this.removed += 1;
    }
  }

  at(place: number): Passage | null {
    return this.documentOf[place] ? this.#whole.at(place) : null;
  }

  placeOf(id: string): number | null {
    const place = this.#whole.placeOf(id);
    return place !== null && this.documentOf[place] ? place : null;
  }
}
