/**
 * The reading process' side of the wire: reads what it is asked to, tells each page that it begins, and answers. Its owner ends it when it is late; a
 * thread beside it ends it when it takes too much memory, or when its owner is gone, because this one may be too busy to notice.
 */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { fail } from "../model.ts";
import { loadPdfjs, readPdf } from "./pdf.ts";
import { type PdfReply, PdfRequest } from "./pdfWire.ts";

export interface PdfWire {
  send(reply: PdfReply): void;
  onRequest(hear: (request: unknown) => void): void;
}

/** `memory` is what the process may take, in bytes; `watchFile` the built `memoryWatch.cjs`. */
export function servePdfs(wire: PdfWire, memory: number, watchFile: string): void {
  let number = 0;
  // What goes wrong outside of any promise is the fault of what was being read: it gets its answer, and the next PDF a fresh process.
  process.on("uncaughtException", (error) => {
    if (number > 0) wire.send({ kind: "answer", number, answer: fail("report-damaged", { detail: String(error) }) });
    setImmediate(() => process.exit(1));
  });
  const ready = Promise.all([watchMemory(memory, watchFile), loadPdfjs()]);
  void ready.then(() => wire.send({ kind: "ready" }));
  wire.onRequest((given) => {
    // Whoever may send here is our own code: anything else is a defect, and ends the process.
    const request = PdfRequest.parse(given);
    number = request.number;
    void ready.then(() => answer(request));
  });

  async function answer({ number, bytes, password }: PdfRequest): Promise<void> {
    const onPage = async (page: number): Promise<void> => {
      wire.send({ kind: "page", number, page });
      // The message leaves before this thread is busy with the page.
      await new Promise(setImmediate);
    };
    wire.send({ kind: "answer", number, answer: await readPdf(bytes, { password, onPage }) });
  }
}

/**
 * Resolves when the watch is kept; nothing is read before. From its text and not from its path: a thread of Electron cannot read files inside of the
 * application's archive.
 */
function watchMemory(memory: number, watchFile: string): Promise<void> {
  const watch = new Worker(readFileSync(watchFile, "utf8"), { eval: true, workerData: { memory, parent: process.ppid } });
  watch.unref();
  return new Promise((resolve) => {
    watch.once("message", resolve);
    watch.once("error", (error) => {
      throw error;
    });
  });
}
