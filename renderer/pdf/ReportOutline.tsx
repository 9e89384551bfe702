/** A report's own table of contents: where each part begins, and which is being read. */
import { useTranslation } from "react-i18next";
import type { ReportHead } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";

interface ReportOutlineProps {
  report: ReportHead;
  /** The page being read, from 1. */
  page: number | null;
  onPage(page: number): void;
}

export function ReportOutline({ report, page, onPage }: ReportOutlineProps) {
  const { t } = useTranslation();
  if (report.outline.length === 0) return <p className="empty">{t("report.noOutline")}</p>;
  const current = report.outline.findLast((entry) => entry.page <= (page ?? 1));
  return (
    <ol>
      {report.outline.map((entry, index) => (
        // An outline never changes order, and its titles may repeat.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <button
            type="button"
            className={`line level-${Math.min(entry.level, 3)}`}
            aria-current={entry === current ? "true" : undefined}
            onClick={() => onPage(entry.page)}
          >
            <span>{frenchTypography(entry.title)}</span>
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
