/** What is read from a PDF, and how one is asked for it. The schema stands where it comes from another process. */
import { z } from "zod";
import { type Answer, LetterDate, OutlineEntry } from "../model.ts";

export const PdfContent = z.object({
  /** As the document's metadata gives it, which may be a file's name or the name of a template. */
  title: z.string().nullable(),
  authors: z.array(z.string()),
  /** When the PDF was made, by its metadata: YYYY, YYYY-MM or YYYY-MM-DD. */
  created: LetterDate.nullable(),
  /** As printed on each page ("iv", "12"); its length is the number of pages. */
  pageLabels: z.array(z.string()).min(1),
  outline: z.array(OutlineEntry),
  /** The text of each page; empty where it has none, or none that can be extracted. */
  pages: z.array(z.string()).min(1),
  /** Pages, counted from 1, whose text cannot be extracted: fonts that do not tell their letters, damage. */
  unreadablePages: z.array(z.int().min(1)),
  /** The largest words of the first page, when they stand out from the others. */
  largestText: z.string().nullable(),
});
export type PdfContent = z.infer<typeof PdfContent>;

export interface ReadPdfOptions {
  password?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a whole PDF; the bytes are left as they are. Fails with `report-truncated`, `report-damaged`, `report-locked` (a password is needed, or another
 * one: `detail` says which), `report-too-slow`, `report-too-large` or `report-unread`. Rejects only when the signal aborts.
 */
export type ReadPdf = (bytes: Uint8Array, options?: ReadPdfOptions) => Promise<Answer<PdfContent>>;
