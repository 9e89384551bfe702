/**
 * The bytes of a report from the app's own scheme: whole when it is of an ordinary size, by ranges when it is large. pdf.js makes range
 * requests over http only, so that these are ours.
 */
import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfSource } from "./engine.ts";

/** Up to this size one request is quicker than many. */
export const wholeUpTo = 20 * 2 ** 20;

/** Finds out how large a report is by asking for its beginning, which is all of it most of the time. */
export async function findBytes(address: string, stop: AbortSignal, onFailure: (detail: string) => void): Promise<PdfSource> {
  const beginning = new AbortController();
  const signal = AbortSignal.any([stop, beginning.signal]);
  const response = await fetch(address, { headers: { Range: `bytes=0-${wholeUpTo - 1}` }, signal });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const total = response.status === 206 ? Number(/\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1]) : 0;
  if (!(total > wholeUpTo)) return { data: new Uint8Array(await response.arrayBuffer()) };
  beginning.abort();
  return { range: new RangeRequests(address, total, onFailure) };
}

class RangeRequests extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #onFailure: (detail: string) => void;
  readonly #ending = new AbortController();

  constructor(address: string, length: number, onFailure: (detail: string) => void) {
    super(length, null);
    this.#address = address;
    this.#onFailure = onFailure;
  }

  /** `end` is excluded. */
  override requestDataRange(begin: number, end: number): void {
    void this.#request(begin, end);
  }

  override abort(): void {
    this.#ending.abort();
  }

  /** pdf.js waits for ever for a range that does not come: a failure has to be told apart from it. */
  async #request(begin: number, end: number): Promise<void> {
    try {
      const response = await fetch(this.#address, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal: this.#ending.signal });
      if (response.status !== 206) throw new Error(`${this.#address}: ${response.status} for bytes ${begin}-${end - 1}`);
      this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      if (!this.#ending.signal.aborted) this.#onFailure(String(error));
    }
  }
}
