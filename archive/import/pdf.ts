/**
 * Reports: the text, printed labels, outline and metadata of a PDF, by pdf.js. In this very process: for PDFs that are trusted, as those that were just made.
 * `pdfReader.ts` reads any other in a process of its own.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api.js";
import { type Answer, fail, succeed } from "../model.ts";
import type { PdfContent } from "./pdfContent.ts";
import { authorsIn, createdIn, titleIn } from "./pdfMetadata.ts";
import { readOutline } from "./pdfOutline.ts";
import { type PdfPageText, readPage } from "./pdfPage.ts";

export interface ReadHereOptions {
  password?: string | undefined;
  /** Called and awaited before each page (from 1), and with 0 before the document is opened. */
  onPage?(page: number): Promise<void>;
}

/** Reads as `ReadPdf` says, without its bounds of time and memory. */
export async function readPdf(bytes: Uint8Array, { password, onPage = async () => {} }: ReadHereOptions = {}): Promise<Answer<PdfContent>> {
  const head = latin1(bytes.subarray(0, 1024));
  if (!head.includes("%PDF-")) return fail("report-damaged", { detail: "the file does not begin with %PDF-" });
  // ISO 32000-1, 7.5.5: the last line of the file is %%EOF; readers look for it in the last 1024 bytes.
  if (!latin1(withoutPadding(bytes).subarray(-1024)).includes("%%EOF")) return fail("report-truncated", { detail: "no %%EOF at the end" });
  try {
    return await readContent(bytes, password, onPage);
  } catch (error) {
    return failureOf(error);
  }
}

/** More pages than any report has. A damaged file may claim billions, each of which would be asked for. */
const mostPages = 20_000;

async function readContent(bytes: Uint8Array, password: string | undefined, onPage: (page: number) => Promise<void>): Promise<Answer<PdfContent>> {
  await onPage(0);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...(password !== undefined && { password }),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages < 1) return fail("report-damaged", { detail: "the document has no page" });
    if (pdf.numPages > mostPages) return fail("report-too-large", { detail: `${pdf.numPages} pages` });
    const metadata = await pdf.getMetadata();
    const about = { title: titleIn(metadata), authors: authorsIn(metadata), created: createdIn(metadata), pageLabels: await readLabels(pdf), outline: await readOutline(pdf) };
    const pages = await readPages(pdf, onPage);
    return succeed({
      ...about,
      pages: pages.map((page) => page?.text ?? ""),
      unreadablePages: pages.flatMap((page, index) => (page === null ? [index + 1] : [])),
      largestText: pages[0]?.largest ?? null,
    });
  } finally {
    await task.destroy();
  }
}

async function readLabels(pdf: PDFDocumentProxy): Promise<string[]> {
  const labels = await pdf.getPageLabels();
  return Array.from({ length: pdf.numPages }, (_, index) => labels?.[index] || String(index + 1));
}

/** A page that cannot be read does not take the others with it, unless there are no others. */
async function readPages(pdf: PDFDocumentProxy, onPage: (page: number) => Promise<void>): Promise<(PdfPageText | null)[]> {
  const pages: (PdfPageText | null)[] = [];
  const errors: unknown[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    await onPage(number);
    try {
      const page = await pdf.getPage(number);
      pages.push(await readPage(page));
      page.cleanup();
    } catch (error) {
      if (isOutOfMemory(error)) throw error;
      errors.push(error);
      pages.push(null);
    }
  }
  if (errors.length === pages.length) throw errors[0];
  return pages;
}

function failureOf(error: unknown): Answer<never> {
  const detail = String(error);
  if (error instanceof Error && error.name === "PasswordException") return fail("report-locked", { detail: "code" in error && error.code === 2 ? wrongPassword : "a password is needed" });
  return isOutOfMemory(error) ? fail("report-too-large", { detail }) : fail("report-damaged", { detail });
}

/** The `detail` of a `report-locked` for which a password was given. */
export const wrongPassword = "the password is wrong";

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /array buffer allocation|invalid (?:typed )?array (?:buffer )?length|out of memory/i.test(error.message);
}

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/**
 * Takes a while the first time; `readPdf` does it by itself.
 *
 * pdf.js looks for a browser or Node by `process.type`, which Electron sets in a utility process, and for a DOMMatrix, which only
 * drawing needs. Its worker runs in this process: the module is handed over instead of being fetched.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  if ("type" in process) Object.defineProperty(process, "type", { value: undefined });
  globalThis.DOMMatrix ??= class DOMMatrix {} as unknown as typeof globalThis.DOMMatrix;
  const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Object.assign(globalThis, { pdfjsWorker: worker });
  if (!process.listeners("unhandledRejection").includes(passOverPdfErrors)) process.on("unhandledRejection", passOverPdfErrors);
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** Errors of pdf.js by name, its worker's among them. */
const pdfErrors = new Set(["FormatError", "InvalidPDFException", "MissingDataException", "ParserEOFException", "UnknownErrorException", "XRefEntryException", "XRefParseException"]);

/**
 * For some damaged files (one wrong digit in the table of objects is enough) pdf.js leaves rejections behind that nothing handles, beside
 * the answer that it gives; for them Node would end the process. All others are thrown, as without this.
 */
function passOverPdfErrors(reason: unknown): void {
  if (!(reason instanceof Error) || !pdfErrors.has(reason.name)) throw reason;
}

/** Some disks and mailers fill a file's end up with zeros or blanks. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return bytes.subarray(0, end);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
