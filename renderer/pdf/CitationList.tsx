/** The letters' sections that cite a report, newest letter first; those that cite the page being read stand out. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Citation, ReportHead } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { useAnswer } from "../useAnswer.ts";
import { dateInWords } from "../words/dates.ts";

interface CitationListProps {
  report: ReportHead;
  /** The page being read, from 1. */
  page: number | null;
  hidden: string[];
  onCitation(citation: Citation): void;
}

export function CitationList({ report, page, hidden, onCitation }: CitationListProps) {
  const { t } = useTranslation();
  const asked = useAnswer(useCallback(() => bridge.citations({ report: report.id, hidden }), [report.id, hidden]));
  if (asked.state === "pending") return null;
  if (asked.state === "failure") return <FailureNote failure={asked.failure} />;
  if (asked.value.length === 0) return <p className="empty">{t("report.noCitation")}</p>;
  return (
    <ol>
      {asked.value.map((citation) => (
        <li key={`${citation.letter.id}#${citation.section} ${citation.href}`}>
          <CitationLine citation={citation} report={report} isHere={citation.page !== null && citation.page === page} onOpen={() => onCitation(citation)} />
        </li>
      ))}
    </ol>
  );
}

function CitationLine({ citation, report, isHere, onOpen }: { citation: Citation; report: ReportHead; isHere: boolean; onOpen(): void }) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  const { letter, sectionTitle, page } = citation;
  const cited = page === null ? t("report.citesWhole") : t("report.citesPage", { label: report.pageLabels[page - 1] ?? page });
  return (
    <button type="button" className="line citation" aria-current={isHere ? "true" : undefined} onClick={onOpen}>
      <span>
        <span className="title">{sectionTitle === null ? t("report.opening") : shown(sectionTitle, letter.id)}</span>
        <span className="from">
          {shown(letter.title, letter.id)}, {dateInWords(letter.date, i18n.language)}
        </span>
      </span>
      <span className="aside">{cited}</span>
    </button>
  );
}
