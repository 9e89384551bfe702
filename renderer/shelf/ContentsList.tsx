/** The contents of what is being read, in the list's column: a letter's sections or a report's outline. */
import { X } from "lucide-react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Citation, LetterHead, ReportHead } from "../../archive/model.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { Control } from "../frame/Control.tsx";
import { useSectionInView } from "../letter/useSectionInView.ts";
import { useLibrary } from "../library.ts";
import { ReportContents } from "../pdf/onDemand.tsx";
import "./contents.css";

interface ContentsListProps {
  document: LetterHead | ReportHead;
  /** The page being read, for a report. */
  page: number | null;
  onSection(id: string): void;
  onPage(page: number): void;
  /** Ids of collections whose letters are not shown. */
  hidden: string[];
  onCitation(citation: Citation): void;
  onClose(): void;
}

export function ContentsList({ document, page, hidden, onSection, onPage, onCitation, onClose }: ContentsListProps) {
  const { t } = useTranslation();
  return (
    <nav className="contents" aria-label={t("bar.contents")}>
      <div className="contents-head">
        <h1 className="list-title">{t("bar.contents")}</h1>
        <Control icon={X} name={t("bar.hideContents")} iconOnly onPress={onClose} />
      </div>
      {document.kind === "letter" ? (
        <Sections letter={document} onSection={onSection} />
      ) : (
        <Suspense>
          <ReportContents report={document} page={page} hidden={hidden} onPage={onPage} onCitation={onCitation} />
        </Suspense>
      )}
    </nav>
  );
}

function Sections({ letter, onSection }: { letter: LetterHead; onSection(id: string): void }) {
  const library = useLibrary();
  const current = useSectionInView(letter.id);
  return (
    <ol>
      {letter.sections.map(({ id, title, rubric }) => {
        const rubricTitle = library.rubricTitle(rubric);
        return (
          <li key={id}>
            <button type="button" className="line" aria-current={id === current ? "true" : undefined} onClick={() => onSection(id)}>
              <span>
                <ShownTitle text={title} language={library.languageOf(letter.id)} />
              </span>
              {rubricTitle && rubricTitle !== title && <span className="aside">{rubricTitle}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
