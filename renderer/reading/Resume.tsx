/** On the start sheet: the letters and reports in progress, the one read last first, each opened at the paragraph or page where it was left. */
import { useTranslation } from "react-i18next";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useLibrary } from "../library.ts";
import type { SheetPlace } from "../place.ts";
import { type Started, startedIn } from "./started.ts";
import "./reading.css";
import { useReadings } from "./readingStore.ts";
import { resumePlace } from "./resumePlace.ts";
import { shareInWords } from "./shareInWords.ts";

/** Documents shown: what one reads at a time. */
const most = 4;

export function Resume({ onPlace }: { onPlace(place: SheetPlace): void }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const started = startedIn(useReadings(), library.document).slice(0, most);
  if (started.length === 0) return null;
  return (
    <section className="resume" aria-labelledby="start-resume">
      <h2 id="start-resume" className="label">
        {t("reading.resumeTitle")}
      </h2>
      <ul>
        {started.map((each) => (
          <li key={each.head.id}>
            <button type="button" onClick={() => onPlace(each.kind === "report" ? { kind: "report", id: each.head.id, page: each.state.page, terms: [] } : resumePlace(each.head.id, each.state))}>
              <span className="title">
                <ShownTitle text={each.head.title} language={library.languageOf(each.head.id)} />
              </span>
              <About started={each} />
              <span className="bar" aria-hidden>
                <span className="behind" style={{ width: `${Math.round(each.state.share * 100)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ started: { kind, head, state } }: { started: Started }) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  const where = kind === "report" ? t("report.page", { label: head.pageLabels[state.page - 1] ?? state.page }) : head.sections.find(({ id }) => id === state.section)?.title;
  const place = where === undefined || kind === "report" ? where : shown(where, head.id);
  return <span className="about">{[place, t("reading.share", { percent: shareInWords(state.share, i18n.language) })].filter(Boolean).join(" · ")}</span>;
}
