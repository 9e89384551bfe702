/** All sections of one rubric, in a row, oldest letter first. */
import { type RefObject, useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { LetterHead, RubricReading, SearchTerm, Section } from "../../archive/model.ts";
import { bridge } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { useLibrary } from "../library.ts";
import type { ScrollKeeper } from "../scrollKeeper.ts";
import { ReadAloud } from "../speech/ReadAloud.tsx";
import { useAnswer } from "../useAnswer.ts";
import { dateInWords } from "../words/dates.ts";
import "./letter.css";
import { SectionView } from "./SectionView.tsx";
import { useReadingPlace } from "./useReadingPlace.ts";
import { useSectionWalk } from "./useSectionWalk.ts";

interface RubricSheetProps {
  id: string;
  hidden: string[];
  visit: number;
  scroll: ScrollKeeper;
  onOpen(letter: string, section: string): void;
}

const noTerms: SearchTerm[] = [];

export function RubricSheet({ id, hidden, visit, scroll, onOpen }: RubricSheetProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useAnswer(useCallback(() => bridge.rubric({ id, hidden }), [id, hidden]));
  useReadingPlace({ scroller, visit, scroll, at: null, terms: noTerms, isReady: asked.state === "value" });
  useSectionWalk(scroller, true);
  return (
    <div ref={scroller} className="sheet-scroller">
      {asked.state === "pending" && <Loading text={t("app.loading")} />}
      {asked.state === "failure" && <FailureNote failure={asked.failure} />}
      {asked.state === "value" && <RubricArticle reading={asked.value} scroller={scroller} onOpen={onOpen} />}
    </div>
  );
}

interface RubricArticleProps extends Pick<RubricSheetProps, "onOpen"> {
  reading: RubricReading;
  scroller: RefObject<HTMLElement | null>;
}

function RubricArticle({ reading: { rubric, items }, scroller, onOpen }: RubricArticleProps) {
  const { t } = useTranslation();
  const { languageOf } = useLibrary();
  return (
    <article className="letter">
      <header>
        <p className="rubric">{t("rubric.all")}</p>
        <h1 tabIndex={-1}>{rubric.title}</h1>
        <p className="meta">{items.length === 0 ? t("rubric.nothing") : t("rubric.inRow", { count: items.length })}</p>
        <div className="aloud">
          <ReadAloud key={rubric.id} scroller={scroller} language={languageOf(items[0]?.letter.id ?? "")} />
        </div>
      </header>
      {items.map(({ letter, section }) => (
        <SectionView
          key={`${letter.id}#${section.id}`}
          section={section}
          elementId={`${letter.id}#${section.id}`}
          letter={letter.id}
          from={<From letter={letter} section={section} onOpen={onOpen} />}
        />
      ))}
    </article>
  );
}

function From({ letter, section, onOpen }: { letter: LetterHead; section: Section; onOpen: RubricSheetProps["onOpen"] }) {
  const { t, i18n } = useTranslation();
  const shown = useShownTitle();
  const collection = useLibrary().collection(letter.collection);
  return (
    <p className="meta">
      {collection?.title} · {shown(letter.title, letter.id)} · {dateInWords(letter.date, i18n.language)}
      {collection?.sample && <span className="badge">{t("app.sample")}</span>}
      <button type="button" className="text-link" onClick={() => onOpen(letter.id, section.id)}>
        {t("rubric.openLetter")}
      </button>
    </p>
  );
}
