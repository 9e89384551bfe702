/** In place of pdf.js' own translations, which it would fetch: this window words its pages itself. */
import type { PDFViewerOptions } from "pdfjs-dist/types/web/pdf_viewer.js";

export const noLocalization: NonNullable<PDFViewerOptions["l10n"]> = {
  getLanguage: () => "fr",
  getDirection: () => "ltr",
  get: async (_ids, _args, fallback) => fallback ?? "",
  translate: async () => {},
  pause: () => {},
  resume: () => {},
};
