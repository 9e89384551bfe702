/** The pages of a PDF that was made to be handed out, to look at before they are printed. */
import { Printer } from "lucide-react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { readDocument } from "./engine.ts";
import { layOutForPrint, mostPrinted } from "./printPages.ts";
import { findBytes } from "./reportBytes.ts";
import type { ReportCalls } from "./reportCalls.ts";

/** Pages that are drawn; more would only be weight. */
const mostShown = 60;
/** Points of a drawn page for each CSS pixel of the preview. */
const sharpness = 2;

interface HandoutPagesProps {
  address: string;
  print: ReportCalls["print"];
}

export function HandoutPages({ address, print }: HandoutPagesProps) {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => openHandout(address, setPdf, (error) => setFailure({ code: "export-failed", detail: String(error) })), [address]);
  const start = async (document: PDFDocumentProxy): Promise<void> => {
    setSaid(t("dossier.making"));
    try {
      const clear = await layOutForPrint(document, [1, Math.min(document.numPages, mostPrinted)], new AbortController().signal, () => undefined);
      const answer = await print().finally(clear);
      setSaid(answer.ok && answer.value ? t("dossier.printed") : "");
      if (!answer.ok) setFailure(answer.failure);
    } catch (error) {
      setFailure({ code: "print-failed", detail: String(error) });
    }
  };
  if (failure) return <FailureText failure={failure} />;
  if (!pdf) return <p className="meta">{t("dossier.making")}</p>;
  return (
    <>
      <p className="handout-print">
        <Control icon={Printer} name={t("dossier.print")} look="primary" onPress={() => void start(pdf)} />
        <span role="status">{said}</span>
      </p>
      <ol className="handout-pages">
        {Array.from({ length: Math.min(pdf.numPages, mostShown) }, (_, index) => (
          <li key={index}>
            <Page pdf={pdf} number={index + 1} name={t("dossier.previewPage", { page: index + 1, count: pdf.numPages })} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Page({ pdf, number, name }: { pdf: PDFDocumentProxy; number: number; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => drawPage(pdf, number, canvas.current), [pdf, number]);
  return <canvas ref={canvas} role="img" aria-label={name} />;
}

/** Reads a document and tells it; gives the way to close it. */
function openHandout(address: string, tell: (pdf: PDFDocumentProxy) => void, fail: (error: unknown) => void): () => void {
  const ending = new AbortController();
  let close = (): void => {};
  const read = async (): Promise<void> => {
    const source = await findBytes(address, ending.signal, fail);
    if (ending.signal.aborted) return;
    const { task, forget } = readDocument(source, fail);
    close = () => {
      forget();
      void task.destroy();
    };
    const pdf = await task.promise;
    if (!ending.signal.aborted) tell(pdf);
  };
  read().catch((error: unknown) => !ending.signal.aborted && fail(error));
  return () => {
    ending.abort();
    close();
  };
}

function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement | null): () => void {
  let stop = (): void => {};
  let isWanted = true;
  const draw = async (target: HTMLCanvasElement): Promise<void> => {
    const page = await pdf.getPage(number);
    if (!isWanted) return;
    const viewport = page.getViewport({ scale: sharpness * (360 / page.getViewport({ scale: 1 }).width) });
    [target.width, target.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const task = page.render({ canvas: target, viewport, background: "#fff" });
    stop = () => task.cancel();
    await task.promise;
  };
  // A page that is not drawn, because the preview was closed, is looked at by nobody.
  if (canvas) draw(canvas).catch(() => undefined);
  return () => {
    isWanted = false;
    stop();
  };
}
