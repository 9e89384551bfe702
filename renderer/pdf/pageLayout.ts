/** How pages lie beside one another, in the terms of pdf.js' viewer. */
import { type PDFViewer, ScrollMode, SpreadMode } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import type { PageLayout } from "./deskView.ts";

export function layoutOf(viewer: PDFViewer): PageLayout {
  if (viewer.scrollMode === ScrollMode.PAGE) return "single";
  return viewer.spreadMode === SpreadMode.NONE ? "continuous" : "double";
}

export function layOutAs(viewer: PDFViewer, layout: PageLayout): void {
  viewer.scrollMode = layout === "single" ? ScrollMode.PAGE : ScrollMode.VERTICAL;
  // As in a book: the cover alone, then pages side by side.
  viewer.spreadMode = layout === "double" ? SpreadMode.EVEN : SpreadMode.NONE;
}
