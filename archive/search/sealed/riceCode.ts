/**
 * Small numbers in few bits. A number is cut in two: its `width` low bits stand as they are, after as many zeros as the rest says and a one. Right for
 * numbers of which half are below 2^width, and hardly longer than they need be. From 15 zeros on, the number stands whole in 32 bits.
 * Source: Rice & Plaunt, "Adaptive Variable-Length Coding" (1971); Witten, Moffat, Bell, "Managing Gigabytes" (1999), section 3.3.
 */
import type { ByteWriter } from "./byteWriter.ts";

/** Zeros that stand for "too large for this". */
export const mostZeros = 15;

export class BitWriter {
  readonly #bytes: ByteWriter;
  #byte = 0;
  #free = 8;

  constructor(bytes: ByteWriter) {
    this.#bytes = bytes;
  }

  /** `value` below 2^32, `width` at most 24. */
  rice(value: number, width: number): void {
    const zeros = Math.min(mostZeros, value / 2 ** width);
    for (let zero = 1; zero <= zeros; zero += 1) this.#bit(0);
    this.#bit(1);
    for (let bit = (zeros < mostZeros ? width : 32) - 1; bit >= 0; bit -= 1) this.#bit((value >>> bit) & 1);
  }

  /** Fills the last byte up. To be called in the end. */
  end(): void {
    if (this.#free < 8) this.#bytes.byte(this.#byte);
    this.#byte = 0;
    this.#free = 8;
  }

  #bit(bit: number): void {
    this.#free -= 1;
    this.#byte |= bit << this.#free;
    if (this.#free > 0) return;
    this.#bytes.byte(this.#byte);
    this.#byte = 0;
    this.#free = 8;
  }
}

/** The width for numbers whose mean is `sum` / `count`: the greatest power of two below ln 2 times the mean. */
export function riceWidth(sum: number, count: number): number {
  let width = 0;
  while (width < 24 && count * 2 ** (width + 1) <= 0.69 * sum) width += 1;
  return width;
}
