/** What the process that reads PDFs does: see `serveReader.ts`. */
import { loadPdfjs, readPdf } from "./pdf.ts";
import { PdfRequest } from "./pdfWire.ts";
import { type ReaderWire, serveReader } from "./serveReader.ts";

/** `memory` is what the process may take, in bytes; `watchFile` the built `memoryWatch.cjs`. */
export function servePdfs(wire: ReaderWire, memory: number, watchFile: string): void {
  serveReader(wire, {
    memory,
    watchFile,
    load: loadPdfjs,
    request: PdfRequest,
    answer: ({ bytes, password }, onPage) => readPdf(bytes, { password, onPage }),
    failure: "report-damaged",
  });
}
