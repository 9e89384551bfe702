/** At the end of what is read in a row: where one is in it, what came before, what comes next. */
import { useTranslation } from "react-i18next";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShowing } from "../comfort/useShowing.ts";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import { dateInWords } from "../words/dates.ts";
import type { Position, Stop } from "./rows.ts";
import { stopPlace } from "./stopPlace.ts";
import "./rows.css";
import { useRowWords } from "./useRowWords.ts";

interface RowFootProps {
  position: Position;
  onPlace(place: LetterPlace): void;
}

export function RowFoot({ position, onPlace }: RowFootProps) {
  const { t } = useTranslation();
  const words = useRowWords();
  const { row, previous, next } = position;
  if (!previous && !next) return null;
  const ofTexts = row.kind === "rubric";
  return (
    <nav className="neighbours" aria-label={words.placeOf(position)}>
      <p className="row-place" aria-hidden>
        {words.placeOf(position)}
      </p>
      <Neighbour side="previous" name={ofTexts ? t("rows.previousText") : t("rows.previousLetter")} stop={previous} onOpen={(stop) => onPlace(stopPlace(stop, row))} />
      <Neighbour side="next" name={ofTexts ? t("rows.nextText") : t("rows.nextLetter")} stop={next} onOpen={(stop) => onPlace(stopPlace(stop, row))} />
    </nav>
  );
}

interface NeighbourProps {
  side: "previous" | "next";
  name: string;
  stop: Stop | null;
  onOpen(stop: Stop): void;
}

function Neighbour({ side, name, stop, onOpen }: NeighbourProps) {
  const { i18n } = useTranslation();
  const library = useLibrary();
  const showing = useShowing();
  if (!stop) return <span />;
  const { letter, section } = stop;
  const language = library.languageOf(letter.id);
  const isTitled = section !== null && section.title !== library.rubricTitle(section.rubric);
  const date = dateInWords(letter.date, i18n.language);
  return (
    <button type="button" className={side} onClick={() => onOpen(stop)}>
      <span className="label">{name}</span>
      <span className="title">
        <ShownTitle text={isTitled ? section.title : letter.title} language={language} />
      </span>
      <span className="about">{isTitled ? `${showing(letter.title, language).text} · ${date}` : date}</span>
    </button>
  );
}
