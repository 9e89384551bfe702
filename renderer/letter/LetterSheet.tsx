/** A letter to read: its head, its sections, and the way to the letters before and after it. */
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Letter, type LetterHead, openingId, type SearchTerm } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { TextLanguageContext } from "../comfort/comfort.ts";
import { Shown } from "../comfort/Shown.tsx";
import { FailureNote } from "../frame/FailureNote.tsx";
import { Loading } from "../frame/Loading.tsx";
import { useLibrary } from "../library.ts";
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
  /** Marked. */
  terms?: readonly SearchTerm[];
  /** Whether who opens it goes on reading here. */
  takesFocus?: boolean;
  visit: number;
  scroll: ScrollKeeper;
  onOpen(id: string): void;
  onSection(id: string): void;
}

/** Words read in a minute, on screen, for French prose. */
const pace = 220;

const noTerms: readonly SearchTerm[] = [];

export function LetterSheet({ letter, section, link = null, terms = noTerms, takesFocus = true, visit, scroll, onOpen, onSection }: LetterSheetProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useLetter(letter);
  useReadingPlace({ scroller, visit, scroll, at: section, link, terms, takesFocus, isReady: asked.state === "value" });
  useSectionWalk(scroller, takesFocus);
  return (
    <>
      <div ref={scroller} className="sheet-scroller">
        {asked.state === "pending" && <Loading text={t("app.loading")} />}
        {asked.state === "failure" && <FailureNote failure={asked.failure} />}
        {asked.state === "value" && <LetterArticle letter={asked.value} scroller={scroller} onOpen={onOpen} onSection={onSection} />}
      </div>
      {asked.state === "value" && terms.length > 0 && <TextMarks key={`${letter} ${visit}`} scroller={scroller} terms={terms} isAlone={takesFocus} />}
    </>
  );
}

interface LetterArticleProps {
  letter: Letter;
  scroller: RefObject<HTMLElement | null>;
  onOpen(id: string): void;
  onSection(id: string): void;
}

function LetterArticle({ letter: { head, opening, sections }, scroller, onOpen, onSection }: LetterArticleProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const collection = library.collection(head.collection);
  const language = library.languageOf(head.id);
  const words = sections.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const authors = head.authors.length > 0 ? new Intl.ListFormat(i18n.language).format(head.authors) : null;
  return (
    <article className="letter">
      <header>
        <p className="rubric">
          {collection?.title} · {dateInWords(head.date, i18n.language)}
          {collection?.sample && <span className="badge">{t("app.sample")}</span>}
        </p>
        <h1 tabIndex={-1} lang={language}>
          <TextLanguageContext value={language}>
            <Shown text={head.title} isTitle />
          </TextLanguageContext>
        </h1>
        <p className="meta">{[authors, t("letter.minutes", { count: Math.max(1, Math.round(words / pace)) })].filter(Boolean).join(" · ")}</p>
        <div className="aloud">
          <ReadAloud key={head.id} scroller={scroller} language={language} />
        </div>
      </header>
      {sections.length > 1 && <InThisLetter head={head} onSection={onSection} />}
      {opening && (
        <div id={openingId} className="prose opening" lang={language}>
          <TextLanguageContext value={language}>
            <Hypertext content={opening.content} letter={head.id} />
          </TextLanguageContext>
        </div>
      )}
      {sections.length === 0 && <p className="meta">{t("letter.noSections")}</p>}
      {sections.map((section) => (
        <SectionView key={section.id} section={section} elementId={section.id} letter={head.id} />
      ))}
      <Neighbours head={head} onOpen={onOpen} />
    </article>
  );
}

function InThisLetter({ head, onSection }: { head: LetterHead; onSection(id: string): void }) {
  const { t } = useTranslation();
  return (
    <nav className="in-this-letter" aria-label={t("letter.contents")}>
      <p className="label">{t("letter.contents")}</p>
      <ol>
        {head.sections.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => onSection(id)}>
              {frenchTypography(title)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Neighbours({ head, onOpen }: { head: LetterHead; onOpen(id: string): void }) {
  const { t, i18n } = useTranslation();
  const letters = useLibrary().letters.filter(({ collection }) => collection === head.collection);
  const at = letters.findIndex(({ id }) => id === head.id);
  const neighbours = [
    { letter: letters[at + 1], name: t("letter.previous"), side: "previous" },
    { letter: at > 0 ? letters[at - 1] : undefined, name: t("letter.next"), side: "next" },
  ];
  if (neighbours.every(({ letter }) => !letter)) return null;
  return (
    <nav className="neighbours" aria-label={`${t("letter.previous")}, ${t("letter.next")}`}>
      {neighbours.map(({ letter, name, side }) =>
        letter ? (
          <button key={side} type="button" className={side} onClick={() => onOpen(letter.id)}>
            <span className="label">{name}</span>
            <span className="title">{frenchTypography(letter.title)}</span>
            <span className="about">{dateInWords(letter.date, i18n.language)}</span>
          </button>
        ) : (
          <span key={side} />
        ),
      )}
    </nav>
  );
}
