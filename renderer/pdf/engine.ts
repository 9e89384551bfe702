/**
 * pdf.js as this window uses it: one worker for the app's life, from our own origin, and nothing that a document could run: no
 * scripts, no forms of its own (XFA), no evaluated code.
 */
import { getDocument, PDFWorker, type PDFDataRangeTransport, type PDFDocumentLoadingTask, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

/** What a document is read from: all of its bytes, or the bytes that pdf.js asks for. */
export type PdfSource = { data: Uint8Array } | { range: PDFDataRangeTransport };

let shared: PDFWorker | null = null;

/** Begins to read a document. `onStopped` tells that the worker itself is gone; the next document gets a new one. */
export function readDocument(source: PdfSource, onStopped: (detail: string) => void): PDFDocumentLoadingTask {
  const worker = sharedWorker();
  worker.port.addEventListener("error", (event) => onStopped(event.message || "the PDF worker stopped"), { once: true });
  return getDocument({
    ...source,
    worker,
    // Pages are read when they come near, never all of them ahead.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 2 ** 18,
    isEvalSupported: false,
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
}

/** Copied beside the window by build/pdfResources.ts. */
function resource(folder: string): string {
  return new URL(`pdfjs/${folder}`, document.baseURI).href;
}

function sharedWorker(): PDFWorker {
  if (shared && !shared.destroyed) return shared;
  const port = new Worker(workerAddress, { type: "module" });
  const worker = PDFWorker.create({ port });
  port.addEventListener("error", function forget() {
    worker.destroy();
    port.terminate();
    if (shared === worker) shared = null;
  });
  shared = worker;
  return worker;
}
