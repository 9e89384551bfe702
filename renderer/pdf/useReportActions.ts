/** What can be done with a report beyond reading it; each says in a word what came of it. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, Failure, ReportHead } from "../../archive/model.ts";
import { writeLink } from "../../archive/text/archiveLink.ts";
import { joinCutWords } from "../../archive/text/lines.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { dateInWords } from "../words/dates.ts";
import type { DeskView } from "./deskView.ts";
import type { PageDesk } from "./PageDesk.ts";
import type { ReportCalls } from "./reportCalls.ts";
import type { ReportActions } from "./ReportMenu.tsx";

interface Acting {
  report: ReportHead;
  desk: PageDesk | null;
  labels: readonly string[];
  view: DeskView;
  calls: ReportCalls;
  find(): void;
}

interface Acted {
  actions: ReportActions;
  /** The dialog that is asked for. */
  dialog: "print" | "properties" | null;
  closeDialog(): void;
  copyAll(): void;
  /** What came of the last action; empty after a while. */
  said: string;
  say(text: string): void;
}

/** Milliseconds that a message stays. */
const readingTime = 5000;

export function useReportActions({ report, desk, labels, view, calls, find }: Acting): Acted {
  const { t, i18n } = useTranslation();
  const [dialog, setDialog] = useState<"print" | "properties" | null>(null);
  const [said, setSaid] = useState("");
  useEffect(
    function fallSilent() {
      if (said === "") return;
      const timer = setTimeout(() => setSaid(""), readingTime);
      return () => clearTimeout(timer);
    },
    [said],
  );
  const name = `${report.title} (${report.date})`;
  const failed = ({ code, title }: Failure): void => setSaid(t(`trouble.${code}`, { title: title ?? report.title }));
  const tell = <Value>(sentence: (value: Value) => string) => (answer: Answer<Value>) => (answer.ok ? setSaid(sentence(answer.value)) : failed(answer.failure));

  const copyReference = (): void => {
    const selected = desk?.selected;
    if (!selected) return setSaid(t("report.nothingSelected"));
    const authors = report.authors.length > 0 ? `${report.authors.join(", ")}, ` : "";
    const source = `${authors}${report.title}, ${dateInWords(report.date, i18n.language)}`;
    const page = t("report.shortPage", { label: labels[selected.page - 1] ?? selected.page });
    const quoted = i18n.language === "fr" ? frenchTypography(selected.text) : selected.text;
    void calls.copyText(t("report.reference", { text: quoted, source, page })).then(tell(() => t("report.copied")));
  };
  const copyAll = (): void => {
    void calls.reportText(report.id).then((answer) => {
      if (!answer.ok) return failed(answer.failure);
      if (answer.value === "") return setSaid(t("report.nothingToCopy"));
      void calls.copyText(joinCutWords(answer.value)).then(tell(() => t("report.copiedAll")));
    });
  };
  const actions: ReportActions = {
    find,
    copyReference,
    copyLink: () => void calls.copyText(writeLink({ kind: "report", document: report.id, page: view.page, title: report.title, date: report.date })).then(tell(() => t("linking.copied"))),
    print: () => setDialog("print"),
    showProperties: () => setDialog("properties"),
    saveCopy: () => void calls.saveReportCopy({ document: report.id, name }).then(tell((isSaved) => (isSaved ? t("report.saved") : ""))),
    openOutside: () => void calls.openReportOutside({ document: report.id, name }).then(tell(() => "")),
  };
  return { actions, dialog, closeDialog: () => setDialog(null), copyAll, said, say: setSaid };
}
