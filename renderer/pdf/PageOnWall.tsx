/**
 * A page of a report on the wall: whole, then, where that is too small to be read, as wide as the room, from top to bottom in as many steps as it takes.
 * The document stays open from page to page.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
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
  const tellSteps = useRef(onSteps);
  useEffect(function noteListener() {
    tellSteps.current = onSteps;
  });
  useEffect(
    function draw() {
      if (!room.current || !canvas.current) return;
      // A page that cannot be drawn leaves the wall as it was; the report's own sheet says why.
      return drawAtWidth(pdf, page, canvas.current, room.current.clientWidth * window.devicePixelRatio, (drawn) => {
        setShape(drawn);
        if (room.current) tellSteps.current?.(wallSteps(drawn, room.current.clientHeight / room.current.clientWidth).length);
      });
    },
    [pdf, page],
  );
  useLayoutEffect(
    function place() {
      if (shape === null || !room.current || !canvas.current) return;
      const { clientWidth: width, clientHeight: height } = room.current;
      const steps = wallSteps(shape, height / width);
      const shown = steps[Math.min(step, steps.length - 1)] ?? { scale: 1, top: 0 };
      Object.assign(canvas.current.style, { width: `${shown.scale * width}px`, height: `${shown.scale * width * shape}px`, top: `${-shown.top * width}px` });
    },
    [shape, step],
  );
  return (
    <div ref={room} className="wall-page">
      <canvas ref={canvas} role="img" aria-label={name} hidden={shape === null} />
    </div>
  );
}
