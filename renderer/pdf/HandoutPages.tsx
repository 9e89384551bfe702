/** The pages of a PDF that was made to be handed out, to look at before they are printed. */
import { Printer } from "lucide-react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import { FailureText } from "../frame/FailureNote.tsx";
import { drawAtWidth } from "./drawAtWidth.ts";
import { layOutForPrint, mostPrinted } from "./printPages.ts";
import type { ReportCalls } from "./reportCalls.ts";
import { useReport } from "./useReport.ts";

/** Pages that are drawn; more would only be weight. */
const mostShown = 60;
/** Width of a drawn page: two for each CSS pixel of the preview. */
const pixels = 720;

interface HandoutPagesProps {
  address: string;
  calls: Pick<ReportCalls, "print" | "memoryHeld">;
}

export function HandoutPages({ address, calls }: HandoutPagesProps) {
  const { t } = useTranslation();
  const opening = useReport({ id: address, title: "", address }, calls.memoryHeld);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  const start = async (document: PDFDocumentProxy): Promise<void> => {
    setSaid(t("dossier.making"));
    try {
      const clear = await layOutForPrint(document, [1, Math.min(document.numPages, mostPrinted)], new AbortController().signal, () => undefined);
      const answer = await calls.print().finally(clear);
      setSaid(answer.ok && answer.value ? t("dossier.printed") : "");
      if (!answer.ok) setFailure(answer.failure);
    } catch (error) {
      setFailure({ code: "print-failed", detail: String(error) });
    }
  };
  if (failure) return <FailureText failure={failure} />;
  if (opening.state === "failure") return <FailureText failure={{ code: "export-failed", detail: opening.failure.detail ?? "" }} />;
  if (opening.state !== "value") return <p className="meta">{t("dossier.making")}</p>;
  const pdf = opening.value;
  const count = pdf.numPages;
  return (
    <>
      <p className="handout-print">
        <Control icon={Printer} name={t("dossier.print")} look="primary" onPress={() => void start(pdf)} />
        <span role="status">{said}</span>
      </p>
      {count > mostPrinted && <p className="hint">{t("dossier.printFirst", { count: mostPrinted })}</p>}
      <ol className="handout-pages">
        {Array.from({ length: Math.min(count, mostShown) }, (_, index) => (
          <li key={index}>
            <Page pdf={pdf} number={index + 1} name={t("dossier.previewPage", { page: index + 1, count })} />
          </li>
        ))}
      </ol>
      {count > mostShown && <p className="hint">{t("dossier.previewFirst", { shown: mostShown, count })}</p>}
    </>
  );
}

function Page({ pdf, number, name }: { pdf: PDFDocumentProxy; number: number; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(
    function draw() {
      return canvas.current ? drawAtWidth(pdf, number, canvas.current, pixels) : undefined;
    },
    [pdf, number],
  );
  return <canvas ref={canvas} role="img" aria-label={name} />;
}
