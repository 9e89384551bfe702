/**
 * pdf.js as this window uses it: one worker for all reports, from our own origin, and nothing that a document could run: no scripts, no
 * forms of its own (XFA), no evaluated code. A worker that swells beyond measure is stopped, one that has read for long is let go: the next report gets a
 * new one.
 */
import { getDocument, PDFWorker, type PDFDataRangeTransport, type PDFDocumentLoadingTask, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { ReportProblem } from "./ReportProblem.ts";

/** What a document is read from: all of its bytes, or the bytes that pdf.js asks for. */
export type PdfSource = { data: Uint8Array } | { range: PDFDataRangeTransport };

interface Engine {
  worker: PDFWorker;
  port: Worker;
  /** How many documents it was given. */
  documents: number;
}

let shared: Engine | null = null;
/** Whom to tell that the worker is gone, one for each document being read. */
const readers = new Set<(problem: ReportProblem) => void>();

/** Begins to read a document. `onStopped` tells that the worker itself is gone. */
export function readDocument(source: PdfSource, onStopped: (problem: ReportProblem) => void): { task: PDFDocumentLoadingTask; close(): void } {
  readers.add(onStopped);
  const engine = sharedEngine();
  engine.documents += 1;
  const task = getDocument({
    ...source,
    worker: engine.worker,
    // Pages are read when they come near, never all of them ahead.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 2 ** 16,
    // A picture of more than 100 million points takes more memory than it shows.
    maxImageSize: 10 ** 8,
    isEvalSupported: false,
    // Letters are drawn by their outlines: Chromium keeps the fonts that it was lent long after they were taken back, and those of strangers need not come near it.
    disableFontFace: true,
    enableXfa: false,
    enableHWA: false,
    // pdf.js only lets its worker fetch over http(s) unless told to; ours answers on the app's own scheme.
    useWorkerFetch: true,
    cMapUrl: resource("cmaps/"),
    standardFontDataUrl: resource("standard_fonts/"),
    wasmUrl: resource("wasm/"),
    iccUrl: resource("iccs/"),
    verbosity: VerbosityLevel.ERRORS,
  });
  return {
    task,
    close() {
      readers.delete(onStopped);
      const closing = task.destroy();
      if (readers.size > 0) return;
      if (engine.documents < mostDocuments) return endLater(engine);
      // The next document gets another one at once.
      if (shared === engine) shared = null;
      void Promise.race([closing, pause(idleFor)]).finally(() => end(engine));
    },
  };
}

/** What a worker has read it holds on to, long after the last report was closed: it is ended after so many documents, or so many milliseconds without one. */
const mostDocuments = 8;
const idleFor = 10_000;
let ending: number | undefined;

function endLater(engine: Engine): void {
  window.clearTimeout(ending);
  ending = window.setTimeout(() => readers.size === 0 && end(engine), idleFor);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

/** How many documents are being read. */
export function documentsRead(): number {
  return readers.size;
}

/** Ends the worker, whatever it is busy with, and tells those whose document it was reading. */
export function stopWorker(problem: ReportProblem): void {
  if (shared) end(shared);
  for (const tell of readers) tell(problem);
  readers.clear();
}

/** Copied beside the window by build/pdfResources.ts. */
function resource(folder: string): string {
  return new URL(`pdfjs/${folder}`, document.baseURI).href;
}

function end(engine: Engine): void {
  engine.worker.destroy();
  engine.port.terminate();
  if (shared === engine) shared = null;
}

function sharedEngine(): Engine {
  if (shared && !shared.worker.destroyed) return shared;
  const port = new Worker(workerAddress, { type: "module" });
  const worker = PDFWorker.create({ port });
  port.addEventListener("error", ({ message }) => stopWorker(new ReportProblem("report-damaged", message || "the PDF worker stopped")));
  return (shared = { worker, port, documents: 0 });
}
