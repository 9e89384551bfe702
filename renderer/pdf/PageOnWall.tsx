/**
 * A page of a report on the wall: whole, then, where that is too small to be read, as wide as the room, from top to bottom in as many steps as it takes.
 * The document stays open from page to page.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useTranslation } from "react-i18next";
import { reportAddress } from "../archiveAddress.ts";
import { Loading } from "../frame/Loading.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { drawAtWidth } from "./drawAtWidth.ts";
import { useReport } from "./useReport.ts";
import { wallSteps } from "./wallSteps.ts";

interface PageOnWallProps {
  report: string;
  title: string;
  /** From 1. */
  page: number;
  /** From 0, the whole page. */
  step: number;
  held(): Promise<number>;
  onSteps?: ((steps: number) => void) | undefined;
}

export function PageOnWall({ report, title, page, step, held, onSteps }: PageOnWallProps) {
  const { t } = useTranslation();
  const opening = useReport({ id: report, title, address: reportAddress(report) }, held);
  if (opening.state === "pending") return <Loading text={t("app.loading")} />;
  if (opening.state === "locked") return <FailureNote failure={{ code: "report-locked", title }} />;
  if (opening.state === "failure") return <FailureNote failure={opening.failure} />;
  return <DrawnPage pdf={opening.value} page={page} step={step} onSteps={onSteps} name={title} />;
}

type DrawnPageProps = Pick<PageOnWallProps, "page" | "step" | "onSteps"> & { pdf: PDFDocumentProxy; name: string };

function DrawnPage({ pdf, page, step, onSteps, name }: DrawnPageProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Height over width of the page that is drawn. */
  const [shape, setShape] = useState<number | null>(null);
  /** Of the room, in CSS pixels: the wall may become another one, or go to another screen. */
  const [size, setSize] = useState({ width: 0, height: 0 });
  const tellSteps = useRef(onSteps);
  useEffect(function noteListener() {
    tellSteps.current = onSteps;
  });
  useLayoutEffect(function followSize() {
    if (!room.current) return;
    const element = room.current;
    const measure = (): void => setSize((before) => (before.width === element.clientWidth && before.height === element.clientHeight ? before : { width: element.clientWidth, height: element.clientHeight }));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  const { width, height } = size;
  useEffect(
    function draw() {
      if (!canvas.current || width === 0) return;
      // A page that cannot be drawn leaves the wall as it was; the report's own sheet says why.
      return drawAtWidth(pdf, page, canvas.current, width * window.devicePixelRatio, setShape);
    },
    [pdf, page, width],
  );
  const steps = useMemo(() => (shape === null || width === 0 ? [] : wallSteps(shape, height / width)), [shape, width, height]);
  useEffect(
    function countSteps() {
      if (steps.length > 0) tellSteps.current?.(steps.length);
    },
    [steps],
  );
  useLayoutEffect(
    function place() {
      if (shape === null || !canvas.current) return;
      const shown = steps[Math.min(step, steps.length - 1)] ?? { scale: 1, top: 0 };
      Object.assign(canvas.current.style, { width: `${shown.scale * width}px`, height: `${shown.scale * width * shape}px`, top: `${-shown.top * width}px` });
    },
    [shape, steps, step, width],
  );
  return (
    <div ref={room} className="wall-page">
      <canvas ref={canvas} role="img" aria-label={name} hidden={shape === null} />
    </div>
  );
}
