/** What one sees on opening: the latest letter, the reports, a few words to try, and whatever needs attention. */
import { useTranslation } from "react-i18next";
import type { Failure, LetterHead, ReportHead } from "../../archive/model.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { ImportButton } from "../import/ImportMenu.tsx";
import { useLibrary } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import { Resume } from "../reading/Resume.tsx";
import { TourOffer } from "../tour/TourOffer.tsx";
import { dateInWords } from "../words/dates.ts";
import "./start.css";
import { Troubles } from "./Troubles.tsx";

interface StartSheetProps {
  troubles: Failure[];
  onLetter(id: string, section?: string): void;
  onPlace(place: SheetPlace): void;
  onReport(id: string): void;
  onSearch(text: string): void;
}

export function StartSheet({ troubles, onLetter, onPlace, onReport, onSearch }: StartSheetProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const latest = latestLetter(library.letters, (id) => library.collection(id)?.sample ?? false);
  const isEmpty = library.allCollections.length === 0;
  const emptyText = troubles.length > 0 ? t("shelf.emptyArchiveWhy") : t("shelf.emptyArchiveNext");
  return (
    <div className="sheet-scroller">
      <article className="start">
        <header>
          <h1 tabIndex={-1}>{isEmpty ? t("shelf.emptyArchive") : t("shelf.welcome")}</h1>
          <p className="lead">{isEmpty ? emptyText : t("shelf.welcomeText")}</p>
        </header>
        {!isEmpty && library.collections.length === 0 && <p className="lead">{t("shelf.hiddenAll")}</p>}
        {isEmpty && <Invitation isFirst />}
        <TourOffer />
        <Troubles troubles={troubles} />
        <Resume onPlace={onPlace} />
        {latest && <Latest letter={latest} onLetter={onLetter} />}
        {library.reports.length > 0 && <Reports reports={library.reports} onReport={onReport} />}
        {library.letters.length > 0 && (
          <section aria-labelledby="start-try">
            <h2 id="start-try" className="label">
              {t("shelf.tryTitle")}
            </h2>
            <ul className="examples" lang="fr">
              {t("shelf.examples").split(" · ").map((text) => (
                <li key={text}>
                  <button type="button" className="control outlined" onClick={() => onSearch(text)}>
                    {text}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {!isEmpty && <Invitation isFirst={false} />}
      </article>
    </div>
  );
}

/** How one's own letters come in. */
function Invitation({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="invitation" aria-labelledby="start-import">
      <h2 id="start-import" className="label">
        {t("imports.inviteTitle")}
      </h2>
      <p>{t("imports.invite")}</p>
      <p>
        <ImportButton look={isFirst ? "primary" : "outlined"} />
      </p>
    </section>
  );
}

/** The newest letter that is not a sample; the newest of all failing that. Letters come newest first. */
function latestLetter(letters: readonly LetterHead[], isSample: (collection: string) => boolean): LetterHead | undefined {
  return letters.find(({ collection }) => !isSample(collection)) ?? letters[0];
}

function Latest({ letter, onLetter }: { letter: LetterHead } & Pick<StartSheetProps, "onLetter">) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const collection = library.collection(letter.collection);
  const language = library.languageOf(letter.id);
  return (
    <section className="latest" aria-labelledby="start-latest">
      <p className="label">{t("shelf.latest")}</p>
      <h2 id="start-latest">
        <button type="button" onClick={() => onLetter(letter.id)}>
          <ShownTitle text={letter.title} language={language} />
        </button>
      </h2>
      <p className="from">
        {collection?.title} · {dateInWords(letter.date, i18n.language)}
        {collection?.sample && <span className="badge">{t("app.sample")}</span>}
      </p>
      <ol lang={language}>
        {letter.sections.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => onLetter(letter.id, id)}>
              <ShownTitle text={title} language={language} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reports({ reports, onReport }: { reports: readonly ReportHead[] } & Pick<StartSheetProps, "onReport">) {
  const { t } = useTranslation();
  const library = useLibrary();
  return (
    <section aria-labelledby="start-reports">
      <h2 id="start-reports" className="label">
        {t("shelf.reports")}
      </h2>
      <ul className="covers">
        {reports.map((report) => (
          <li key={report.id}>
            <button type="button" className="cover" onClick={() => onReport(report.id)}>
              <span className="rule" aria-hidden />
              <span className="title">
                <ShownTitle text={report.title} language={library.languageOf(report.id)} />
              </span>
              <span className="subtitle">
                <ShownTitle text={report.subtitle} language={library.languageOf(report.id)} />
              </span>
              <span className="about">
                {t("shelf.pages", { count: report.pageLabels.length })}
                {library.collection(report.collection)?.sample && <span className="badge">{t("app.sample")}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
