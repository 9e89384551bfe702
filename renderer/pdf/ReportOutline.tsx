/** A report's own table of contents: where each part begins, and which is being read. */
import { useTranslation } from "react-i18next";
import type { ReportHead } from "../../archive/model.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useLibrary } from "../library.ts";

interface ReportOutlineProps {
  report: ReportHead;
  /** The page being read, from 1. */
  page: number | null;
  onPage(page: number): void;
}

export function ReportOutline({ report, page, onPage }: ReportOutlineProps) {
  const { t } = useTranslation();
  const language = useLibrary().languageOf(report.id);
  const current = report.outline.find((entry) => entry.page === (page ?? 1)) ?? report.outline.findLast((entry) => entry.page < (page ?? 1));
  if (report.outline.length === 0) return <p className="empty">{t("report.noOutline")}</p>;
  return (
    <ol>
      {report.outline.map((entry, index) => (
        // An outline never changes order, and its titles may repeat.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <button
            type="button"
            className={`line level-${Math.min(entry.level, 3)}`}
            ref={entry === current ? bringIntoView : undefined}
            aria-current={entry === current ? "true" : undefined}
            onClick={() => onPage(entry.page)}
          >
            <span>
              <ShownTitle text={entry.title} language={language} />
            </span>
            <span className="aside">
              <span className="visually-hidden">, {t("report.page", { label: report.pageLabels[entry.page - 1] })}</span>
              <span aria-hidden>{report.pageLabels[entry.page - 1]}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function bringIntoView(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: "nearest" });
}
