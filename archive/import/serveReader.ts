/**
 * The reading process' side of the wire: reads what it is asked to, tells each step that it begins, and answers. Its owner ends it when it is late; a
 * thread beside it ends it when it takes too much memory, or when its owner is gone, because this one may be too busy to notice.
 */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { z } from "zod";
import { type Answer, fail, type FailureCode } from "../model.ts";

export interface ReaderWire {
  send(reply: unknown): void;
  onRequest(hear: (request: unknown) => void): void;
}

export interface ReaderService<Request> {
  /** What the process may take, in bytes. */
  memory: number;
  /** The built `memoryWatch.cjs`. */
  watchFile: string;
  /** Made ready before anything is read. */
  load(): Promise<unknown>;
  request: z.ZodType<Request>;
  /** `tell` sends word of a step that begins. */
  answer(request: Request, tell: (page: number) => Promise<void>): Promise<Answer<unknown>>;
  /** For what goes wrong outside of any promise. */
  failure: FailureCode;
}

export function serveReader<Request extends { number: number }>(wire: ReaderWire, { memory, watchFile, load, request: schema, answer, failure }: ReaderService<Request>): void {
  let number = 0;
  // It is the fault of what was being read: that gets its answer, and the next one a fresh process.
  process.on("uncaughtException", (error) => {
    if (number > 0) wire.send({ kind: "answer", number, answer: fail(failure, { detail: String(error) }) });
    setImmediate(() => process.exit(1));
  });
  const ready = Promise.all([watchMemory(memory, watchFile), load()]);
  void ready.then(() => wire.send({ kind: "ready" }));
  wire.onRequest((given) => {
    // Whoever may send here is our own code: anything else is a defect, and ends the process.
    const request = schema.parse(given);
    number = request.number;
    void ready.then(() => reply(request));
  });

  async function reply(request: Request): Promise<void> {
    const tell = async (page: number): Promise<void> => {
      wire.send({ kind: "page", number: request.number, page });
      // The message leaves before this thread is busy with the page.
      await new Promise(setImmediate);
    };
    wire.send({ kind: "answer", number: request.number, answer: await answer(request, tell) });
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
