/** Asks which pages to print, prepares them, and hands over to the system's own dialog. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, Radio, RadioGroup, TextField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { FailureText } from "../frame/FailureNote.tsx";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import type { Failure } from "../../archive/model.ts";
import { pageOfLabel } from "./pageLabels.ts";
import { layOutForPrint, mostPrinted } from "./printPages.ts";
import type { ReportCalls } from "./reportCalls.ts";

interface PrintDialogProps {
  /** Null when nothing is asked. */
  pdf: PDFDocumentProxy | null;
  labels: readonly string[];
  /** The page on screen. */
  page: number;
  print: ReportCalls["print"];
  onClose(): void;
}

export function PrintDialog(props: PrintDialogProps) {
  const { pdf, onClose } = props;
  return (
    <ModalOverlay className="overlay" isOpen={pdf !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{pdf && <PrintForm {...props} pdf={pdf} />}</Modal>
    </ModalOverlay>
  );
}

type Choice = "all" | "current" | "range";

function PrintForm({ pdf, labels, page, print, onClose }: PrintDialogProps & { pdf: PDFDocumentProxy }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>(pdf.numPages > mostPrinted ? "current" : "all");
  const [range, setRange] = useState({ from: labels[page - 1] ?? "", to: labels.at(-1) ?? "" });
  const [drawn, setDrawn] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);

  const ends: Record<Choice, [from: number | null, to: number | null]> = {
    all: [1, pdf.numPages],
    current: [page, page],
    range: [pageOfLabel(labels, range.from), pageOfLabel(labels, range.to)],
  };
  const [from, to] = ends[choice];
  const isRange = from !== null && to !== null && from <= to;
  const count = isRange ? to - from + 1 : 0;
  const problem = isRange ? count > mostPrinted && t("print.tooMany", { count: mostPrinted }) : t("print.badRange");

  const start = async (): Promise<void> => {
    if (!isRange) return;
    const stopping = new AbortController();
    ending.current = stopping;
    setFailure(null);
    try {
      const clear = await layOutForPrint(pdf, [from, to], stopping.signal, (number) => setDrawn(number - from + 1));
      const answer = await print().finally(clear);
      if (answer.ok) onClose();
      else setFailure(answer.failure);
    } catch (error) {
      if (!stopping.signal.aborted) setFailure({ code: "print-failed", detail: String(error) });
    }
    setDrawn(null);
  };
  return (
    <Dialog className="dialog">
      <Heading slot="title">{t("print.title")}</Heading>
      <RadioGroup className="choice" value={choice} onChange={(chosen) => setChoice(chosen as Choice)} isDisabled={drawn !== null}>
        <Label className="label">{t("print.pages")}</Label>
        <Radio value="all" className="radio">
          {t("print.all", { count: pdf.numPages })}
        </Radio>
        <Radio value="current" className="radio">
          {t("print.current", { label: labels[page - 1] ?? page })}
        </Radio>
        <Radio value="range" className="radio">
          {t("print.range")}
        </Radio>
      </RadioGroup>
      {choice === "range" && (
        <div className="page-range">
          <PageInput label={t("print.from")} value={range.from} onChange={(text) => setRange({ ...range, from: text })} />
          <PageInput label={t("print.to")} value={range.to} onChange={(text) => setRange({ ...range, to: text })} />
        </div>
      )}
      <div className="said" role="status">
        {drawn !== null && (
          <>
            <progress value={drawn} max={count} aria-label={t("print.title")} /> {t("print.preparing", { number: drawn, count })}
          </>
        )}
        {drawn === null && problem}
        {failure && <FailureText failure={failure} />}
      </div>
      <div className="actions">
        <Control name={t("app.cancel")} look="outlined" onPress={onClose} />
        <Control name={t("print.start")} look="primary" isDisabled={problem !== false || drawn !== null} onPress={() => void start()} />
      </div>
    </Dialog>
  );
}

function PageInput({ label, value, onChange }: { label: string; value: string; onChange(text: string): void }) {
  return (
    <TextField value={value} onChange={onChange} className="page-field">
      <Label>{label}</Label>
      <Input autoComplete="off" maxLength={20} />
    </TextField>
  );
}
