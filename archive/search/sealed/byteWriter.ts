/** Bytes written one after the other, in a buffer that doubles when it is full. */

export class ByteWriter {
  length = 0;
  #bytes: Uint8Array<ArrayBuffer>;

  /** `room` is how many bytes are expected. */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  /**
   * A whole number below 2^32 on 1 to 5 bytes: seven bits a byte, lowest first, the high bit set on all but the last.
   * LEB128, as DWARF and Protocol Buffers use it: https://protobuf.dev/programming-guides/encoding/#varints
   */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written, in the writer's own buffer: to be read or copied before the next write. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.length + more));
    larger.set(this.written());
    this.#bytes = larger;
  }
}
