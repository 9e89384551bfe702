/** A letter to read: its head, its sections, and the way to the letters before and after it. */
import { Fragment, type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { openingId } from "../../archive/letterSection.ts";
import type { Letter, LetterHead, SearchTerm } from "../../archive/model.ts";
import type { ParagraphAddress } from "../../archive/text/paragraph.ts";
import { TextLanguageContext } from "../comfort/comfort.ts";
import { Shown } from "../comfort/Shown.tsx";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import type { Row } from "../bridge.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { useLibrary } from "../library.ts";
import { CopyDocument } from "../linking/CopyDocument.tsx";
import type { LetterPlace } from "../place.ts";
import { LetterReadingLine } from "../reading/LetterReadingLine.tsx";
import { useFollowReading } from "../reading/useFollowReading.ts";
import { RowFoot } from "../rows/RowFoot.tsx";
import { positionIn, usualRow } from "../rows/rows.ts";
import { NotedText } from "../notes/NotedText.tsx";
import type { ScrollKeeper } from "../scrollKeeper.ts";
import { ReadAloud } from "../speech/ReadAloud.tsx";
import { useLetter } from "../useLetter.ts";
import { dateInWords } from "../words/dates.ts";
import { Hypertext } from "./Hypertext.tsx";
import "./letter.css";
import { SectionView } from "./SectionView.tsx";
import { TextMarks } from "./TextMarks.tsx";
import { useSectionWalk } from "./useSectionWalk.ts";
import { useReadingPlace } from "./useReadingPlace.ts";

interface LetterSheetProps {
  letter: string;
  /** The section to open at. */
  section: string | null;
  /** The address of the link to open at. */
  link?: string | null | undefined;
  /** The paragraph of the section to open at. */
  paragraph?: Pick<ParagraphAddress, "index" | "start"> | null | undefined;
  /** Marked. */
  terms?: readonly SearchTerm[];
  /** Whether who opens it goes on reading here. */
  takesFocus?: boolean;
  visit: number;
  scroll: ScrollKeeper;
  /** The row that it is read in, if one was chosen. */
  row?: Row | undefined;
  onPlace(place: LetterPlace): void;
  onSection(id: string): void;
}

/** Words read in a minute, on screen, for French prose. */
const pace = 220;

const noTerms: readonly SearchTerm[] = [];

export function LetterSheet({ letter, section, link = null, paragraph = null, terms = noTerms, takesFocus = true, visit, scroll, row, onPlace, onSection }: LetterSheetProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useLetter(letter);
  useReadingPlace({ scroller, visit, scroll, at: section, link, paragraph, terms, takesFocus, isReady: asked.state === "value" });
  useFollowReading({ scroller, letter, visit, scroll, isReady: takesFocus && asked.state === "value" });
  useSectionWalk(scroller, takesFocus);
  return (
    <>
      <div ref={scroller} className="sheet-scroller">
        {asked.state === "pending" && <Loading text={t("app.loading")} />}
        {asked.state === "failure" && <FailureNote failure={asked.failure} />}
        {asked.state === "value" && <LetterArticle letter={asked.value} section={section} row={row} scroller={scroller} onPlace={onPlace} onSection={onSection} />}
      </div>
      {asked.state === "value" && terms.length > 0 && <TextMarks key={`${letter} ${visit}`} scroller={scroller} terms={terms} isAlone={takesFocus} />}
    </>
  );
}

interface LetterArticleProps extends Pick<LetterSheetProps, "section" | "row" | "onPlace" | "onSection"> {
  letter: Letter;
  scroller: RefObject<HTMLElement | null>;
}

function LetterArticle({ letter: { head, opening, sections }, section: at, row, scroller, onPlace, onSection }: LetterArticleProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const collection = library.collection(head.collection);
  const language = library.languageOf(head.id);
  const inRubric = row?.kind === "rubric" && at !== null ? positionIn(row, library.letters, { id: head.id, section: at }) : null;
  const inLetters = positionIn(row && row.kind !== "rubric" ? row : usualRow(head, library.letters), library.letters, { id: head.id, section: at });
  const words = sections.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const authors = head.authors.length > 0 ? new Intl.ListFormat(i18n.language === "en" ? "en-GB" : i18n.language).format(head.authors) : null;
  return (
    <article className="letter" data-letter={head.id}>
      <header>
        <p className="rubric">
          {collection?.title} · {dateInWords(head.date, i18n.language)}
          {collection?.sample && <span className="badge">{t("app.sample")}</span>}
        </p>
        <div className="title-head">
          <h1 tabIndex={-1} lang={language}>
            <TextLanguageContext value={language}>
              <Shown text={head.title} isTitle />
            </TextLanguageContext>
          </h1>
          <CopyDocument head={head} />
        </div>
        <p className="meta">{[authors, t("letter.minutes", { count: Math.max(1, Math.round(words / pace)) })].filter(Boolean).join(" · ")}</p>
        <div className="aloud">
          <ReadAloud key={head.id} scroller={scroller} language={language} />
          <LetterReadingLine head={head} onPlace={onPlace} />
        </div>
      </header>
      {sections.length > 1 && <InThisLetter head={head} onSection={onSection} />}
      {opening && (
        <NotedText id={openingId} passage={`${head.id}#${openingId}`} className="opening" lang={language} section={openingId}>
          <TextLanguageContext value={language}>
            <Hypertext content={opening.content} letter={head.id} />
          </TextLanguageContext>
        </NotedText>
      )}
      {sections.length === 0 && <p className="meta">{t("letter.noSections")}</p>}
      {sections.map((section) => (
        <Fragment key={section.id}>
          <SectionView section={section} elementId={section.id} letter={head.id} />
          {inRubric && section.id === at && <RowFoot position={inRubric} onPlace={onPlace} />}
        </Fragment>
      ))}
      {inLetters && <RowFoot position={inLetters} onPlace={onPlace} />}
    </article>
  );
}

function InThisLetter({ head, onSection }: { head: LetterHead; onSection(id: string): void }) {
  const { t } = useTranslation();
  const language = useLibrary().languageOf(head.id);
  return (
    <nav className="in-this-letter" aria-label={t("letter.contents")}>
      <p className="label">{t("letter.contents")}</p>
      <ol>
        {head.sections.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => onSection(id)}>
              <ShownTitle text={title} language={language} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
