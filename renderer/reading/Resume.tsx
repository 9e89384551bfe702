/** On the start sheet: the letters in progress, the one read last first, each opened at the paragraph where it was left. */
import { useTranslation } from "react-i18next";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShowing } from "../comfort/useShowing.ts";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import "./reading.css";
import { useReadings } from "./readingStore.ts";
import { resumePlace } from "./resumePlace.ts";
import { shareInWords } from "./shareInWords.ts";

/** Letters shown: what one reads at a time. */
const most = 3;

export function Resume({ onPlace }: { onPlace(place: LetterPlace): void }) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const states = useReadings();
  const showing = useShowing();
  const started = Array.from(states, ([id, state]) => ({ head: library.document(id), state }))
    .flatMap(({ head, state }) => (head?.kind === "letter" && state.kind === "started" ? [{ head, state }] : []))
    .toReversed()
    .slice(0, most);
  if (started.length === 0) return null;
  return (
    <section className="resume" aria-labelledby="start-resume">
      <h2 id="start-resume" className="label">
        {t("reading.resumeTitle")}
      </h2>
      <ul>
        {started.map(({ head, state }) => {
          const language = library.languageOf(head.id);
          const section = head.sections.find(({ id }) => id === state.section);
          return (
            <li key={head.id}>
              <button type="button" onClick={() => onPlace(resumePlace(head.id, state))}>
                <span className="title">
                  <ShownTitle text={head.title} language={language} />
                </span>
                <span className="about">
                  {[section && showing(section.title, language).text, t("reading.share", { percent: shareInWords(state.share, i18n.language) })].filter(Boolean).join(" · ")}
                </span>
                <span className="bar" aria-hidden>
                  <span className="behind" style={{ width: `${Math.round(state.share * 100)}%` }} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
