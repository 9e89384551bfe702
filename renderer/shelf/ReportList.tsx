/** The reports of all collections, newest first. */
import { useTranslation } from "react-i18next";
import { useShowing } from "../comfort/useShowing.ts";
import { useLibrary } from "../library.ts";
import { MarkAllMenu } from "../reading/MarkAllMenu.tsx";
import { ReadingMark } from "../reading/ReadingMark.tsx";
import { dateInWords } from "../words/dates.ts";
import { EmptyList } from "./EmptyList.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Row } from "./Row.tsx";
import { useGrowingList } from "./useGrowingList.ts";

interface ReportListProps {
  /** Id of the report being read. */
  current: string | null;
  onOpen(id: string): void;
}

export function ReportList({ current, onOpen }: ReportListProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const showing = useShowing();
  const list = useGrowingList(library.reports.length, library.reports.findIndex(({ id }) => id === current));
  const ids = library.reports.map(({ id }) => id);
  if (library.reports.length === 0) return <EmptyList title={t("shelf.reports")} text={t("shelf.emptyReports")} />;
  return (
    <>
      <div className="list-head">
        <h1 className="list-title">{t("shelf.reports")}</h1>
        <MarkAllMenu documents={ids} />
      </div>
      <ul>
        {library.reports.slice(0, list.shown).map((report) => {
          const collection = library.collection(report.collection);
          const language = library.languageOf(report.id);
          return (
            <Row
              key={report.id}
              title={report.title}
              language={language}
              aside={dateInWords(report.date, i18n.language, "short")}
              badge={collection?.sample ? t("app.sample") : null}
              about={`${collection?.title ?? ""} · ${t("shelf.pages", { count: report.pageLabels.length })} — ${showing(report.description, language).text}`}
              mark={<ReadingMark head={report} />}
              document={report.id}
              isClosed={library.closed(report.id) !== undefined}
              isCurrent={report.id === current}
              onOpen={() => onOpen(report.id)}
            />
          );
        })}
      </ul>
      {list.shown < library.reports.length && <ListEnd list={list} />}
    </>
  );
}
