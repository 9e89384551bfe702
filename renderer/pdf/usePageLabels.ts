/** What is printed on each page: as the catalogue knows it, or as the file says when it has another number of pages. */
import { useEffect, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReportHead } from "../../archive/model.ts";

export function usePageLabels({ pageLabels }: ReportHead, pdf: PDFDocumentProxy | null): readonly string[] {
  const [read, setRead] = useState<{ pdf: PDFDocumentProxy; labels: string[] } | null>(null);
  const isKnown = pdf === null || pdf.numPages === pageLabels.length;
  useEffect(
    function readLabels() {
      if (isKnown || !pdf) return;
      let isLate = false;
      const keep = (labels: string[] | null): void => {
        if (!isLate) setRead({ pdf, labels: Array.from({ length: pdf.numPages }, (_, index) => labels?.[index] || String(index + 1)) });
      };
      pdf.getPageLabels().then(keep, () => keep(null));
      return () => {
        isLate = true;
      };
    },
    [isKnown, pdf],
  );
  return !isKnown && read?.pdf === pdf ? read.labels : pageLabels;
}
