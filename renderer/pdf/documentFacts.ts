/** What a PDF says of itself (ISO 32000-1, 14.3), in words for a table of properties. What it does not say is left out. */
import { PDFDateString, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface DocumentFacts {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  creator: string;
  producer: string;
  language: string;
  version: string;
  created: Date | null;
  changed: Date | null;
  isTagged: boolean;
  /** Of the first page, in millimetres. */
  width: number;
  height: number;
}

const millimetres = 25.4 / 72;

export async function readFacts(pdf: PDFDocumentProxy): Promise<DocumentFacts> {
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: millimetres });
  const text = (key: string): string => (typeof info[key] === "string" ? info[key].trim() : "");
  return {
    title: text("Title"),
    author: text("Author"),
    subject: text("Subject"),
    keywords: text("Keywords"),
    creator: text("Creator"),
    producer: text("Producer"),
    language: text("Language"),
    version: text("PDFFormatVersion"),
    created: PDFDateString.toDateObject(text("CreationDate")),
    changed: PDFDateString.toDateObject(text("ModDate")),
    isTagged: marked?.Marked === true,
    width: Math.round(width),
    height: Math.round(height),
  };
}
