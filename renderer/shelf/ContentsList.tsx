/** The contents of what is being read, in the list's column: a letter's sections or a report's outline. */
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { LetterHead, ReportHead } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import "./contents.css";

interface ContentsListProps {
  document: LetterHead | ReportHead;
  /** The page being read, for a report. */
  page: number | null;
  onSection(id: string): void;
  onPage(page: number): void;
  onClose(): void;
}

export function ContentsList({ document, page, onSection, onPage, onClose }: ContentsListProps) {
  const { t } = useTranslation();
  return (
    <nav className="contents" aria-label={t("bar.contents")}>
      <div className="contents-head">
        <h1 className="list-title">{t("bar.contents")}</h1>
        <Control icon={X} name={t("bar.hideContents")} iconOnly onPress={onClose} />
      </div>
      {document.kind === "letter" ? <Sections letter={document} onSection={onSection} /> : <Outline report={document} page={page} onPage={onPage} />}
    </nav>
  );
}

function Sections({ letter, onSection }: { letter: LetterHead; onSection(id: string): void }) {
  const library = useLibrary();
  return (
    <ol>
      {letter.sections.map(({ id, title, rubric }) => {
        const rubricTitle = library.rubricTitle(rubric);
        return (
          <li key={id}>
            <button type="button" className="line" onClick={() => onSection(id)}>
              <span>{frenchTypography(title)}</span>
              {rubricTitle && rubricTitle !== title && <span className="aside">{rubricTitle}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Outline({ report, page, onPage }: { report: ReportHead; page: number | null; onPage(page: number): void }) {
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
              <span className="visually-hidden">, page </span>
              {report.pageLabels[entry.page - 1]}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
