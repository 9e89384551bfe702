/**
 * Reads PDFs in a process of its own, which may be ended at any moment: PDFs come from anywhere, and some keep a reader busy for ever or fill the memory. It
 * is started for the first PDF, used for the next ones, started again after it had to be ended, and let go when there is nothing to read.
 */
import { type Answer, fail, type Failure } from "../model.ts";
import type { PdfContent, ReadPdf } from "./pdfContent.ts";
import { type PdfProcess, PdfReply, type PdfRequest } from "./pdfWire.ts";

export interface PdfLimits {
  /** Milliseconds for one page, and for opening the document. */
  page: number;
  /** Milliseconds for the process to start. */
  start: number;
  /** Bytes of memory that the process may take in all (its resident set). */
  memory: number;
  /** Milliseconds without anything to read after which the process is let go. */
  idle: number;
}

export const pdfLimits: PdfLimits = { page: 15_000, start: 15_000, memory: 2 ** 30, idle: 30_000 };

export interface PdfReader {
  readPdf: ReadPdf;
  /** Ends the process. What was being read is `report-unread`, and so is whatever comes after. */
  stop(): void;
}

/** `start` starts a process that takes at most so many bytes of memory, and ends itself beyond. */
export function startPdfReader(start: (memory: number) => PdfProcess, limits: PdfLimits = pdfLimits): PdfReader {
  let running: Running | null = null;
  let [isStopped, last] = [false, 0];
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  async function readNow(bytes: Uint8Array, password: string | undefined, signal: AbortSignal | undefined): Promise<Answer<PdfContent>> {
    signal?.throwIfAborted();
    if (isStopped) return fail("report-unread", { detail: "stopped" });
    clearTimeout(idle);
    if (!running || running.hasEnded) running = launch(() => start(limits.memory));
    const answer = await ask(running, { number: ++last, bytes: ownBytes(bytes), ...(password !== undefined && { password }) }, limits, signal);
    idle = setTimeout(() => running?.end(), limits.idle).unref();
    return answer;
  }

  return {
    readPdf(bytes, { password, signal } = {}) {
      const answer = turn.then(() => readNow(bytes, password, signal));
      turn = answer.catch(() => {});
      return answer;
    },
    stop() {
      isStopped = true;
      clearTimeout(idle);
      running?.end({ code: "report-unread", detail: "stopped" });
    },
  };
}

type News = { reply: PdfReply } | { ended: Failure };

/** A process, from its start to its end. */
interface Running {
  process: PdfProcess | null;
  isReady: boolean;
  hasEnded: boolean;
  /** Who hears of it now. */
  hear(news: News): void;
  end(why?: Failure): void;
}

function launch(start: () => PdfProcess): Running {
  const running: Running = {
    process: null,
    isReady: false,
    hasEnded: false,
    hear: () => {},
    end(why) {
      if (running.hasEnded) return;
      running.hasEnded = true;
      running.process?.kill();
      if (why) running.hear({ ended: why });
    },
  };
  try {
    running.process = start();
  } catch (error) {
    // Told to whoever will have asked by then.
    queueMicrotask(() => running.end({ code: "report-unread", detail: String(error) }));
    return running;
  }
  running.process.listen({
    reply(given) {
      const reply = PdfReply.safeParse(given);
      // A process that says what nobody understands is not to be trusted with another word.
      if (!reply.success) return running.end({ code: "report-unread", detail: "the process is not understood" });
      if (reply.data.kind === "ready") running.isReady = true;
      running.hear({ reply: reply.data });
    },
    // It ends itself for one reason only, which is memory; before it could read, for any other.
    end: (how) => running.end({ code: running.isReady ? "report-too-large" : "report-unread", detail: how }),
  });
  return running;
}

/** Asks for one PDF. A process that is late, or whose answer is no longer wanted, is ended. */
function ask(running: Running, request: PdfRequest, limits: PdfLimits, signal: AbortSignal | undefined): Promise<Answer<PdfContent>> {
  return new Promise((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined;
    const leave = (): void => {
      clearTimeout(deadline);
      signal?.removeEventListener("abort", abort);
      running.hear = () => {};
      running.process?.hold(false);
    };
    const abort = (): void => {
      leave();
      running.end();
      reject(signal?.reason as Error);
    };
    const late = (): void => running.end(running.isReady ? { code: "report-too-slow" } : { code: "report-unread", detail: "the process does not start" });
    const wait = (milliseconds: number): void => {
      clearTimeout(deadline);
      // In two steps: what came while this process was busy itself is heard between them.
      deadline = setTimeout(() => {
        deadline = setTimeout(late, 200);
      }, milliseconds);
    };
    running.hear = (news) => {
      const answer = answerIn(news, request.number);
      if (!answer) return wait(limits.page);
      leave();
      resolve(answer);
    };
    signal?.addEventListener("abort", abort);
    running.process?.hold(true);
    wait(running.isReady ? limits.page : limits.start);
    running.process?.send(request);
  });
}

function answerIn(news: News, number: number): Answer<PdfContent> | null {
  if ("ended" in news) return { ok: false, failure: news.ended };
  if (news.reply.kind !== "answer" || news.reply.number !== number) return null;
  return news.reply.answer;
}

/** A view into a larger buffer would take all of that along. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}
