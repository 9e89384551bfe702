/** The pages of a report in small, by what is printed on them. Drawn when they come into view, a few kept. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ThumbnailDrawer } from "./ThumbnailDrawer.ts";

interface ThumbnailsProps {
  pdf: PDFDocumentProxy;
  labels: readonly string[];
  /** The page being read, from 1. */
  page: number;
  onPage(page: number): void;
}

export function Thumbnails({ pdf, labels, page, onPage }: ThumbnailsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [drawer, setDrawer] = useState<ThumbnailDrawer | null>(null);
  useEffect(
    function draw() {
      const scroller = list.current?.closest<HTMLElement>(".list-scroller") ?? null;
      const drawing = new ThumbnailDrawer(pdf, scroller);
      setDrawer(drawing);
      return () => drawing.clear();
    },
    [pdf],
  );
  const latest = useRef(onPage);
  useEffect(function keepLatest() {
    latest.current = onPage;
  });
  const goTo = useCallback((wanted: number) => latest.current(wanted), []);
  useEffect(
    function followReader() {
      list.current?.children[page - 1]?.scrollIntoView({ block: "nearest" });
    },
    [page],
  );
  return (
    <ol ref={list} className="thumbnails">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <Thumbnail key={index} drawer={drawer} page={index + 1} label={labels[index] ?? String(index + 1)} isCurrent={index + 1 === page} onPage={goTo} />
      ))}
    </ol>
  );
}

interface ThumbnailProps {
  drawer: ThumbnailDrawer | null;
  page: number;
  label: string;
  isCurrent: boolean;
  onPage(page: number): void;
}

/** Drawn again only when it becomes the current one, or no longer is: there may be thousands. */
const Thumbnail = memo(function Thumbnail({ drawer, page, label, isCurrent, onPage }: ThumbnailProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    function watch() {
      return button.current && drawer ? drawer.watch(button.current, page) : undefined;
    },
    [drawer, page],
  );
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="thumbnail"
        aria-label={t("report.page", { label })}
        aria-current={isCurrent ? "page" : undefined}
        onClick={() => onPage(page)}
      >
        <span className="picture" />
        <span className="label-of">{label}</span>
      </button>
    </li>
  );
});
