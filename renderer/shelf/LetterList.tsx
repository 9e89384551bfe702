/** The letters, newest first, of one collection or of all: by year, by collection, or section by section under their rubrics. */
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LetterHead, SectionHead } from "../../archive/model.ts";
import { type Row as ReadingRow, type Settings, shelfGroupings } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useShowing } from "../comfort/useShowing.ts";
import { useLibrary } from "../library.ts";
import type { LetterPlace } from "../place.ts";
import { ReadingMark } from "../reading/ReadingMark.tsx";
import { useReadings } from "../reading/readingStore.ts";
import { monthInWords } from "../words/dates.ts";
import { EmptyList } from "./EmptyList.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Row } from "./Row.tsx";
import { ShelfChoices } from "./ShelfChoices.tsx";
import { firstItems, type ShelfGroup, shelfGroups, type ShelfItem } from "./shelfGroups.ts";
import { useGrowingList } from "./useGrowingList.ts";

type Grouping = Settings["shelfGrouping"];

interface LetterListProps {
  collection: string | null;
  /** Id of the letter being read, and of the section it was opened at. */
  current: string | null;
  currentSection: string | null;
  /** Chosen by the person; where it parts nothing, letters stand by year. */
  grouping: Grouping;
  onGrouping(grouping: Grouping): void;
  onOpen(place: LetterPlace): void;
}

export function LetterList({ collection, current, currentSection, grouping: chosen, onGrouping, onOpen }: LetterListProps) {
  const { t } = useTranslation();
  const library = useLibrary();
  const readings = useReadings();
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const groupings = shelfGroupings.filter((each) => each !== "collection" || (collection === null && library.collections.length > 1));
  const grouping = groupings.includes(chosen) ? chosen : "year";
  const ofCollection = useMemo(() => library.letters.filter((letter) => collection === null || letter.collection === collection), [library, collection]);
  const ids = useMemo(() => ofCollection.map(({ id }) => id), [ofCollection]);
  // What is being read stays where it is, also once it is read.
  const letters = useMemo(
    () => (isUnreadOnly ? ofCollection.filter(({ id }) => readings.get(id)?.kind !== "read" || id === current) : ofCollection),
    [ofCollection, isUnreadOnly, readings, current],
  );
  const groups = useMemo(() => shelfGroups(grouping, { letters, rubrics: library.rubrics, collections: library.collections }), [grouping, letters, library]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const isCurrent = ({ letter, section }: ShelfItem): boolean => letter.id === current && (section === null || section.id === currentSection);
  const list = useGrowingList(items.length, items.findIndex(isCurrent));
  const title = collection === null ? t("shelf.letters") : library.collection(collection)?.title;
  if (ofCollection.length === 0) return <EmptyList title={title ?? ""} text={t("shelf.emptyLetters")} />;
  return (
    <>
      <h1 className="list-title">{title}</h1>
      <ShelfChoices
        grouping={grouping}
        groupings={groupings}
        isUnreadOnly={isUnreadOnly}
        documents={ids}
        onGrouping={onGrouping}
        onUnreadOnly={setUnreadOnly}
      />
      {items.length === 0 && (
        <p className="empty" role="status">
          {t("reading.nothingUnread")}
        </p>
      )}
      {firstItems(groups, list.shown).map((group) => (
        <section key={group.id} aria-labelledby={group.id}>
          <GroupHeading group={group} isOfTexts={grouping === "rubric"} />
          <ul>
            {group.items.map((item) => (
              <ItemRow
                key={`${item.letter.id}#${item.section?.id ?? ""}`}
                letter={item.letter}
                section={item.section}
                row={group.row}
                isCurrent={isCurrent(item)}
                isAmongOthers={collection === null && grouping !== "collection"}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.shown < items.length && <ListEnd list={list} />}
    </>
  );
}

function GroupHeading({ group: { id, title, count }, isOfTexts }: { group: ShelfGroup; isOfTexts: boolean }) {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const untitled = isOfTexts ? t("rows.noRubric") : t("shelf.undated");
  return (
    <h2 id={id} className="label group-heading">
      <span>{title === "" ? untitled : shown(title, id)}</span>
      <span className="count" aria-label={isOfTexts ? t("rows.texts", { count }) : t("rows.letters", { count })} role="img">
        {count}
      </span>
    </h2>
  );
}

interface ItemRowProps {
  letter: LetterHead;
  /** Null for the letter as a whole. */
  section: SectionHead | null;
  /** What is read in a row from here. */
  row: ReadingRow | null;
  isCurrent: boolean;
  /** Letters of other collections stand beside it, so its own is named. */
  isAmongOthers: boolean;
  onOpen(place: LetterPlace): void;
}

const ItemRow = memo(function ItemRow({ letter, section, row, isCurrent, isAmongOthers, onOpen }: ItemRowProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const showing = useShowing();
  const collection = library.collection(letter.collection);
  const isUntitled = section !== null && section.title === library.rubricTitle(section.rubric);
  const language = library.languageOf(letter.id);
  const shown = (title: string): string => showing(title, language).text;
  const titled = section === null || isUntitled ? letter.title : section.title;
  const inside = section === null ? letter.sections.map(({ title }) => shown(title)).join("\u00A0· ") : shown(letter.title);
  const about = isUntitled ? "" : inside;
  return (
    <Row
      title={titled}
      language={language}
      aside={monthInWords(letter.date, i18n.language)}
      badge={isAmongOthers && collection?.sample ? t("app.sample") : null}
      about={[isAmongOthers && collection ? collection.title : "", about].filter((part) => part !== "").join(" — ")}
      mark={<ReadingMark head={letter} />}
      document={letter.id}
      isClosed={library.closed(letter.id) !== undefined}
      isCurrent={isCurrent}
      onOpen={() => onOpen({ kind: "letter", id: letter.id, section: section?.id ?? null, terms: [], ...(row && { row }) })}
    />
  );
});
