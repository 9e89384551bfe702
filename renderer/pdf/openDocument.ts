/** The report's document that is open in the sheet, for whoever shows something of it elsewhere in the window. */
import { useSyncExternalStore } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

interface OpenDocument {
  report: string;
  pdf: PDFDocumentProxy;
}

let open: OpenDocument | null = null;
const listeners = new Set<() => void>();

/** Shows a document as the open one; gives the way to withdraw it. */
export function shareDocument(report: string, pdf: PDFDocumentProxy): () => void {
  const mine = { report, pdf };
  change(mine);
  return () => {
    if (open === mine) change(null);
  };
}

/** The document of a report while it is open in the sheet, or null. */
export function useOpenDocument(report: string): PDFDocumentProxy | null {
  const shown = useSyncExternalStore(subscribe, () => open);
  return shown?.report === report ? shown.pdf : null;
}

function change(next: OpenDocument | null): void {
  open = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
