/** Has pictures of pages read by machine, in a process of its own: it takes seconds and some hundred megabytes. */
import type { Answer, MachineLine } from "../model.ts";
import { type OcrProcess, OcrReply, type PagePicture } from "./ocrWire.ts";
import { type ReaderLimits, startReader } from "./readerProcess.ts";

/** A crowded page takes some 10 seconds on a computer of 2015. */
export const ocrLimits: ReaderLimits = { page: 120_000, start: 30_000, memory: 2 ** 30, idle: 30_000 };

/** What reads, as it is told in the files that keep what was read. */
export const ocrEngine = "Tesseract 5, tesseract.js-core 7.0.0, fra 4.0.0_best_int";

export interface OcrReader {
  /** Fails with `machine-late`, or `machine-stopped` when the process ended. */
  read(picture: PagePicture): Promise<Answer<MachineLine[]>>;
}

/** `start` starts a process that takes at most so many bytes of memory, and ends itself beyond. */
export function startOcrReader(start: (memory: number) => OcrProcess, limits: ReaderLimits = ocrLimits): OcrReader {
  const reader = startReader<{ picture: PagePicture }, MachineLine[]>({ start, reply: OcrReply, limits, failures: { late: "machine-late", ended: "machine-stopped", unread: "machine-stopped" } });
  return { read: (picture) => reader.ask({ picture }) };
}
