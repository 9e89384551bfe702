/**
 * The bytes of a report from the app's own scheme: whole when it is of an ordinary size, by ranges when it is large. pdf.js makes range
 * requests over http only, so that these are ours. A file that changes between two of them is told, never mixed.
 */
import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfSource } from "./engine.ts";
import { ReportProblem } from "./ReportProblem.ts";

/** Up to this size one request is quicker than many. */
export const wholeUpTo = 20 * 2 ** 20;

/** Finds out how large a report is by asking for its beginning, which is all of it most of the time. */
export async function findBytes(address: string, stop: AbortSignal, onProblem: (problem: ReportProblem) => void): Promise<PdfSource> {
  const beginning = new AbortController();
  const signal = AbortSignal.any([stop, beginning.signal]);
  const response = await fetch(address, { headers: { Range: `bytes=0-${wholeUpTo - 1}` }, signal });
  // An empty file has no range to give.
  if (response.status === 416) throw new ReportProblem("report-empty", "0 bytes");
  if (response.status === 404) throw new ReportProblem("report-missing", `${address}: 404`);
  if (!response.ok) throw new ReportProblem("report-damaged", `${address}: ${response.status}`);
  const total = response.status === 206 ? Number(/\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1]) : 0;
  if (!(total > wholeUpTo)) return { data: checked(new Uint8Array(await response.arrayBuffer())) };
  const first = await firstBytes(response);
  beginning.abort();
  checked(first);
  return { range: new RangeRequests(address, total, response.headers.get("ETag"), onProblem) };
}

async function firstBytes({ body }: Response): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunk = await reader?.read();
  void reader?.cancel();
  return chunk?.value ?? new Uint8Array();
}

/** The header stands in the first 1024 bytes (ISO 32000-1, Annex H, note 13). */
function checked(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
function checked(bytes: Uint8Array): Uint8Array;
function checked(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw new ReportProblem("report-empty", "0 bytes");
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (!head.includes("%PDF-")) throw new ReportProblem("report-damaged", "Invalid PDF: the file does not begin with %PDF-");
  return bytes;
}

class RangeRequests extends PDFDataRangeTransport {
  readonly #address: string;
  readonly #tag: string | null;
  readonly #onProblem: (problem: ReportProblem) => void;
  readonly #ending = new AbortController();

  constructor(address: string, length: number, tag: string | null, onProblem: (problem: ReportProblem) => void) {
    super(length, null);
    this.#address = address;
    this.#tag = tag;
    this.#onProblem = onProblem;
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
      if (response.status === 404) throw new ReportProblem("report-missing", `${this.#address}: 404`);
      const isOther = response.headers.get("ETag") !== this.#tag;
      if (isOther || response.status !== 206) throw new ReportProblem("report-changed", `${this.#address}: ${response.status} for bytes ${begin}-${end - 1}`);
      this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      if (this.#ending.signal.aborted) return;
      this.#onProblem(error instanceof ReportProblem ? error : new ReportProblem("report-missing", String(error)));
    }
  }
}

/** The size of a report's file in bytes; null when it cannot be told. */
export async function sizeOf(address: string): Promise<number | null> {
  const response = await fetch(address, { headers: { Range: "bytes=0-0" } });
  void response.body?.cancel();
  const total = Number(/\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1]);
  return Number.isFinite(total) ? total : null;
}
