/** In a letter's head: the way back to where one was, and the state by hand. */
import { Check, Circle, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openingId } from "../../archive/letterSection.ts";
import type { LetterHead } from "../../archive/model.ts";
import { useShowing } from "../comfort/useShowing.ts";
import { Control } from "../frame/Control.tsx";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import { useReading } from "./readingStore.ts";
import { resumePlace } from "./resumePlace.ts";
import { useMarking } from "./useMarking.ts";

interface LetterReadingLineProps {
  head: LetterHead;
  onPlace(place: LetterPlace): void;
}

export function LetterReadingLine({ head, onPlace }: LetterReadingLineProps) {
  const { t } = useTranslation();
  const { languageOf } = useLibrary();
  const showing = useShowing();
  const reading = useReading(head.id);
  const mark = useMarking();
  const section = reading?.kind === "started" && reading.section !== openingId ? head.sections.find(({ id }) => id === reading.section) : undefined;
  return (
    <>
      {reading?.kind === "started" && reading.section !== null && (
        <Control
          icon={Undo2}
          name={section ? t("reading.resumeAt", { section: showing(section.title, languageOf(head.id)).text }) : t("reading.resume")}
          onPress={() => onPlace(resumePlace(head.id, reading))}
        />
      )}
      {reading?.kind !== "read" && <Control icon={Check} name={t("reading.markRead")} onPress={() => mark([head.id], true)} />}
      {reading && <Control icon={Circle} name={t("reading.markUnread")} onPress={() => mark([head.id], false)} />}
    </>
  );
}
