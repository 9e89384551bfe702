/** A letter beside the report that it leads to: its own bar, and the letter itself, at the link that was followed. */
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import type { Beside } from "../place.ts";
import { createScrollKeeper } from "../scrollKeeper.ts";
import type { Moves } from "../useJourney.ts";
import { dateInWords } from "../words/dates.ts";
import { LetterSheet } from "./LetterSheet.tsx";

interface LetterBesideProps {
  beside: Beside;
  moves: Moves;
  onClose(): void;
}

export function LetterBeside({ beside, moves, onClose }: LetterBesideProps) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  const head = useLibrary().document(beside.letter);
  // A place of its own: where it is read has nothing to do with the visits of the report.
  const [scroll] = useState(createScrollKeeper);
  const [place, setPlace] = useState({ beside, section: beside.section });
  if (place.beside !== beside) setPlace({ beside, section: beside.section });
  return (
    <section className="sheet" aria-label={t("rail.letters")}>
      <header className="sheet-bar">
        <p className="what">
          <span>{head ? `${shown(head.title, head.id)}, ${dateInWords(head.date, i18n.language)}` : beside.letter}</span>
        </p>
        <Control icon={X} name={t("report.closeBeside")} iconOnly onPress={onClose} />
      </header>
      <LetterSheet
        key={beside.letter}
        letter={beside.letter}
        section={place.section}
        link={place.section === beside.section ? beside.link : null}
        visit={0}
        scroll={scroll}
        takesFocus={false}
        onPlace={moves.open}
        onSection={(section) => setPlace({ beside, section })}
      />
    </section>
  );
}
