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

interface Drawn {
  page: number;
  /** Height over width. */
  shape: number;
}

function DrawnPage({ pdf, page, step, onSteps, name }: DrawnPageProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const tellSteps = useRef(onSteps);
  useEffect(function noteListener() {
    tellSteps.current = onSteps;
  });
  useEffect(
    function draw() {
      if (!room.current || !canvas.current) return;
      return drawWide(pdf, page, canvas.current, room.current.clientWidth, (shape) => {
        setDrawn({ page, shape });
        if (room.current) tellSteps.current?.(wallSteps(shape, room.current.clientHeight / room.current.clientWidth).length);
      });
    },
    [pdf, page],
  );
  useLayoutEffect(
    function place() {
      if (!drawn || !room.current || !canvas.current) return;
      const { clientWidth: width, clientHeight: height } = room.current;
      const steps = wallSteps(drawn.shape, height / width);
      const shown = steps[Math.min(step, steps.length - 1)] ?? { scale: 1, top: 0 };
      Object.assign(canvas.current.style, { width: `${shown.scale * width}px`, height: `${shown.scale * width * drawn.shape}px`, top: `${-shown.top * width}px` });
    },
    [drawn, step],
  );
  return (
    <div ref={room} className="wall-page">
      <canvas ref={canvas} role="img" aria-label={name} hidden={drawn === null} />
    </div>
  );
}

/** Draws a page as wide as the room, `onDrawn` with its height over its width; gives the way to stop. */
function drawWide(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number, onDrawn: (shape: number) => void): () => void {
  let cancel = (): void => {};
  let isWanted = true;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (!isWanted) return;
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width * window.devicePixelRatio) / natural.width });
    // Beside, so that the page before stays until this one is there.
    const fresh = document.createElement("canvas");
    [fresh.width, fresh.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const task = page.render({ canvas: fresh, viewport, background: "#fff" });
    cancel = () => task.cancel();
    await task.promise;
    if (!isWanted) return;
    [canvas.width, canvas.height] = [fresh.width, fresh.height];
    canvas.getContext("2d")?.drawImage(fresh, 0, 0);
    fresh.width = fresh.height = 0;
    onDrawn(natural.height / natural.width);
  };
  // A page that cannot be drawn leaves the wall as it was; the report's own sheet says why.
  draw().catch(() => undefined);
  return () => {
    isWanted = false;
    cancel();
  };
}
