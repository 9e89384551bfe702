/** PDFs are read as the command line reads them: by a process of its own, which is ended when a page is late. */
import { join } from "node:path";
import { forkPdfProcess } from "../../archive/import/forkPdfProcess.ts";
import type { ReadPdf } from "../../archive/import/pdfContent.ts";
import { type PdfReader, startPdfReader } from "../../archive/import/pdfReader.ts";

let started: PdfReader | undefined;

/** The process is started once, for the first PDF. */
export function pdfReader(): ReadPdf {
  const file = join(process.env["RELIRE_PROJECT"] ?? "", "out/shell/pdfProcess.cjs");
  started ??= startPdfReader((memory) => forkPdfProcess(file, memory));
  return started.readPdf;
}

export function stopPdfReader(): void {
  started?.stop();
}
