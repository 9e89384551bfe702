/** Front-coded strings that are asked for by number: ids, names. */
import { blockSize, FrontCodedReader } from "./frontCoding.ts";

export class StringTable {
  readonly #reader: FrontCodedReader;
  readonly #starts: Uint32Array;
  readonly #count: number;

  constructor(bytes: Uint8Array, starts: Uint32Array, count: number, longest: number) {
    this.#reader = new FrontCodedReader(bytes, longest);
    this.#starts = starts;
    this.#count = count;
  }

  at(number: number): string {
    if (!(number >= 0 && number < this.#count)) throw new RangeError(`no string ${number} among ${this.#count}`);
    this.#reader.seek(this.#starts[Math.floor(number / blockSize)] as number);
    for (let skip = number % blockSize; skip >= 0; skip -= 1) this.#reader.next();
    return this.#reader.text();
  }

  all(): string[] {
    this.#reader.seek(0);
    return Array.from({ length: this.#count }, () => {
      this.#reader.next();
      return this.#reader.text();
    });
  }
}
