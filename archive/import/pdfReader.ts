/** Reads PDFs in a process of its own: they come from anywhere, and some keep a reader busy for ever or fill the memory. */
import type { PdfContent, ReadPdf } from "./pdfContent.ts";
import { type PdfProcess, PdfReply, type PdfRequest } from "./pdfWire.ts";
import { type ReaderLimits, startReader } from "./readerProcess.ts";

export const pdfLimits: ReaderLimits = { page: 15_000, start: 15_000, memory: 2 ** 30, idle: 30_000 };

export interface PdfReader {
  readPdf: ReadPdf;
  /** Ends the process. What was being read is `report-unread`, and so is whatever comes after. */
  stop(): void;
}

/** `start` starts a process that takes at most so many bytes of memory, and ends itself beyond. */
export function startPdfReader(start: (memory: number) => PdfProcess, limits: ReaderLimits = pdfLimits): PdfReader {
  const reader = startReader<Omit<PdfRequest, "number">, PdfContent>({ start, reply: PdfReply, limits, failures: { late: "report-too-slow", ended: "report-too-large", unread: "report-unread" } });
  return {
    readPdf: (bytes, { password, signal } = {}) => reader.ask({ bytes: ownBytes(bytes), ...(password !== undefined && { password }) }, signal),
    stop: () => reader.stop(),
  };
}

/** A view into a larger buffer would take all of that along. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}
