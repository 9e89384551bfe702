/** Reports: the text, printed labels and outline of a PDF, by pdf.js (the only use of it outside the window). */
import type { PDFDocumentProxy, TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.js";
import { type Answer, fail, type OutlineEntry, succeed } from "../model.ts";
import { pageText } from "../text/lines.ts";

export interface PdfContent {
  pageLabels: string[];
  outline: OutlineEntry[];
  /** The text of each page; empty where it has none. */
  pages: string[];
}

export type ReadPdf = (bytes: Uint8Array) => Promise<Answer<PdfContent>>;

/** Reads a whole PDF. Fails with `report-truncated` or `report-damaged`; the bytes are left as they are. */
export async function readPdf(bytes: Uint8Array): Promise<Answer<PdfContent>> {
  const head = latin1(bytes.subarray(0, 1024));
  if (!head.includes("%PDF-")) return fail("report-damaged", { detail: "the file does not begin with %PDF-" });
  // ISO 32000-1, 7.5.5: the last line of the file is %%EOF; readers look for it in the last 1024 bytes.
  if (!latin1(bytes.subarray(-1024)).includes("%%EOF")) return fail("report-truncated", { detail: "no %%EOF at the end" });
  try {
    return succeed(await readContent(bytes));
  } catch (error) {
    return fail("report-damaged", { detail: String(error) });
  }
}

async function readContent(bytes: Uint8Array): Promise<PdfContent> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    return { pageLabels: await readLabels(pdf), outline: await readOutline(pdf), pages: await readPages(pdf) };
  } finally {
    await task.destroy();
  }
}

async function readLabels(pdf: PDFDocumentProxy): Promise<string[]> {
  const labels = await pdf.getPageLabels();
  return Array.from({ length: pdf.numPages }, (_, index) => labels?.[index] || String(index + 1));
}

async function readPages(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    pages.push(pageText(bodyOf(items)).text);
    page.cleanup();
  }
  return pages;
}

/** Without what the page's tags call an artifact (ISO 32000-1, 14.8.2.2): running heads and page numbers, which say nothing of the page. */
function bodyOf(items: readonly (TextItem | TextMarkedContent)[]): TextItem[] {
  const artifact: boolean[] = [];
  return items.filter((item): item is TextItem => {
    if ("str" in item) return !artifact.includes(true);
    if (item.type === "endMarkedContent") artifact.pop();
    else artifact.push("tag" in item && item.tag === "Artifact");
    return false;
  });
}

type RawOutline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const visit = async (items: RawOutline, level: number): Promise<void> => {
    for (const { title, dest, items: children } of items ?? []) {
      const page = await pageOf(pdf, dest);
      if (page !== null) entries.push({ title, page, level });
      await visit(children, level + 1);
    }
  };
  await visit(await pdf.getOutline(), 0);
  return entries;
}

/** The page (from 1) of a destination, or null when it leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, destination: string | unknown[] | null): Promise<number | null> {
  const explicit = typeof destination === "string" ? await pdf.getDestination(destination) : destination;
  const reference: unknown = explicit?.[0];
  if (typeof reference === "number") return reference >= 0 && reference < pdf.numPages ? reference + 1 : null;
  if (typeof reference !== "object" || reference === null || !("num" in reference) || !("gen" in reference)) return null;
  // Rejects for an object that is no page: common in PDFs from which pages were taken out.
  return pdf.getPageIndex({ num: Number(reference.num), gen: Number(reference.gen) }).then(
    (index) => index + 1,
    () => null,
  );
}

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/**
 * pdf.js looks for a browser or Node by `process.type`, which Electron sets in a utility process, and for a DOMMatrix, which only
 * drawing needs. Its worker runs in this process: the module is handed over instead of being fetched.
 */
async function loadPdfjs(): Promise<Pdfjs> {
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

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
