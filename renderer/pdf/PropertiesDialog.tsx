/** What a report's file says of itself. */
import { useEffect, useState } from "react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ReportHead } from "../../archive/model.ts";
import { Control } from "../frame/Control.tsx";
import "../frame/dialog.css";
import { dayInWords } from "../words/dates.ts";
import { type DocumentFacts, readFacts } from "./documentFacts.ts";
import { sizeOf } from "./reportBytes.ts";

interface PropertiesDialogProps {
  report: ReportHead;
  /** Null when nothing is shown. */
  pdf: PDFDocumentProxy | null;
  address: string;
  onClose(): void;
}

export function PropertiesDialog({ report, pdf, address, onClose }: PropertiesDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={pdf !== null} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">{pdf && <Properties report={report} pdf={pdf} address={address} onClose={onClose} />}</Modal>
    </ModalOverlay>
  );
}

function Properties({ report, pdf, address, onClose }: PropertiesDialogProps & { pdf: PDFDocumentProxy }) {
  const { t, i18n } = useTranslation();
  const [facts, setFacts] = useState<DocumentFacts | null>(null);
  const [size, setSize] = useState<number | null>(null);
  useEffect(
    function read() {
      let isLate = false;
      void readFacts(pdf).then((found) => !isLate && setFacts(found));
      void sizeOf(address).then((found) => !isLate && setSize(found));
      return () => {
        isLate = true;
      };
    },
    [pdf, address],
  );
  const date = (value: Date | null): string => value === null ? "" : dayInWords(value, i18n.language);
  const taggedInWords = (isTagged: boolean | undefined): string => {
    if (isTagged === undefined) return "";
    return isTagged ? t("properties.yes") : t("properties.no");
  };
  const rows: [name: string, value: string][] = [
    [t("properties.name"), facts?.title || report.title],
    [t("properties.authors"), facts?.author || report.authors.join(", ")],
    [t("properties.subject"), facts?.subject ?? ""],
    [t("properties.keywords"), facts?.keywords ?? ""],
    [t("properties.pages"), String(pdf.numPages)],
    [t("properties.format"), facts ? t("properties.dimensions", { width: facts.width, height: facts.height }) : ""],
    [t("properties.size"), size === null ? "" : sizeInWords(size, i18n.language)],
    [t("properties.language"), facts?.language ?? ""],
    [t("properties.tagged"), taggedInWords(facts?.isTagged)],
    [t("properties.created"), date(facts?.created ?? null)],
    [t("properties.changed"), date(facts?.changed ?? null)],
    [t("properties.creator"), facts?.creator ?? ""],
    [t("properties.producer"), facts?.producer ?? ""],
    [t("properties.version"), facts?.version ?? ""],
  ];
  return (
    <Dialog className="dialog">
      <Heading slot="title">{t("properties.title")}</Heading>
      <dl className="properties">
        {rows
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="actions">
        <Control name={t("app.close")} look="outlined" onPress={onClose} />
      </div>
    </Dialog>
  );
}

/** "7,5 Mo": in the units of the system's file lists. */
function sizeInWords(bytes: number, language: string): string {
  const isMega = bytes >= 1e6;
  const format = { style: "unit", unit: isMega ? "megabyte" : "kilobyte", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, format).format(bytes / (isMega ? 1e6 : 1e3));
}
