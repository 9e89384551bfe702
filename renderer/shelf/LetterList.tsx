/** The letters, newest first, by year: of one collection or of all. */
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LetterHead } from "../../archive/model.ts";
import { useShowing } from "../comfort/useShowing.ts";
import { useLibrary } from "../library.ts";
import { monthInWords } from "../words/dates.ts";
import { EmptyList } from "./EmptyList.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Row } from "./Row.tsx";
import { useGrowingList } from "./useGrowingList.ts";

interface LetterListProps {
  collection: string | null;
  /** Id of the letter being read. */
  current: string | null;
  onOpen(id: string): void;
}

export function LetterList({ collection, current, onOpen }: LetterListProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const letters = useMemo(() => library.letters.filter((letter) => collection === null || letter.collection === collection), [library, collection]);
  const list = useGrowingList(letters.length, letters.findIndex(({ id }) => id === current));
  const title = collection === null ? t("shelf.letters") : library.collection(collection)?.title;
  if (letters.length === 0) return <EmptyList title={title ?? ""} text={t("shelf.emptyLetters")} />;
  return (
    <>
      <h1 className="list-title">{title}</h1>
      {byYear(letters.slice(0, list.shown)).map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`} className="label">
            {year === "" ? t("shelf.undated") : year}
          </h2>
          <ul>
            {ofYear.map((letter) => (
              <LetterRow key={letter.id} letter={letter} isCurrent={letter.id === current} isAmongOthers={collection === null} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      {list.shown < letters.length && <ListEnd list={list} />}
    </>
  );
}

interface LetterRowProps {
  letter: LetterHead;
  isCurrent: boolean;
  /** Letters of other collections stand beside it, so its own is named. */
  isAmongOthers: boolean;
  onOpen(id: string): void;
}

const LetterRow = memo(function LetterRow({ letter, isCurrent, isAmongOthers, onOpen }: LetterRowProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const showing = useShowing();
  const collection = library.collection(letter.collection);
  const language = library.languageOf(letter.id);
  const sections = letter.sections.map(({ title }) => showing(title, language).text).join(" · ");
  return (
    <Row
      title={letter.title}
      language={language}
      aside={monthInWords(letter.date, i18n.language)}
      badge={isAmongOthers && collection?.sample ? t("app.sample") : null}
      about={isAmongOthers && collection ? `${collection.title} — ${sections}` : sections}
      isClosed={library.closed(letter.id) !== undefined}
      isCurrent={isCurrent}
      onOpen={() => onOpen(letter.id)}
    />
  );
});

/** Keeps the order given, which is newest first; letters without a date come last, under the year "". */
function byYear(letters: readonly LetterHead[]): [year: string, letters: LetterHead[]][] {
  const years = new Map<string, LetterHead[]>();
  for (const letter of letters) {
    const year = letter.date?.slice(0, 4) ?? "";
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(letter);
    else years.set(year, [letter]);
  }
  return [...years];
}
