/** pdf.js' viewer as this window uses it: pages, their text, their links. Nothing to edit, nothing to fill in, nothing on the clipboard. */
import { AnnotationEditorType, AnnotationMode } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type EventBus, type PDFLinkService, PDFViewer } from "pdfjs-dist/legacy/web/pdf_viewer.mjs";
import { noLocalization } from "./noLocalization.ts";

export function newViewer(container: HTMLDivElement, eventBus: EventBus, linkService: PDFLinkService, abortSignal: AbortSignal): PDFViewer {
  const options = {
    container,
    eventBus,
    linkService,
    l10n: noLocalization,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    maxCanvasPixels: 2 ** 24,
    // Missing from pdf.js' types.
    abortSignal,
  };
  const viewer = new PDFViewer(options);
  // Asked for when all is selected and copied, to be put on the clipboard past the shell: copying is followCopy's.
  viewer.getAllText = async () => null;
  return viewer;
}
