/** The rubrics across all letters: each can be read in a row. */
import { useTranslation } from "react-i18next";
import { useLibrary } from "../library.ts";
import { EmptyList } from "./EmptyList.tsx";
import { Row } from "./Row.tsx";

interface RubricListProps {
  /** Id of the rubric being read. */
  current: string | null;
  onOpen(id: string): void;
}

export function RubricList({ current, onOpen }: RubricListProps) {
  const { t } = useTranslation();
  const { rubrics } = useLibrary();
  if (rubrics.length === 0) return <EmptyList title={t("shelf.rubrics")} text={t("shelf.emptyRubrics")} />;
  return (
    <>
      <h1 className="list-title">{t("shelf.rubrics")}</h1>
      <ul>
        {rubrics.map(({ rubric, count }) => (
          <Row key={rubric.id} title={rubric.title} about={t("rubric.inRow", { count })} isCurrent={rubric.id === current} onOpen={() => onOpen(rubric.id)} />
        ))}
      </ul>
    </>
  );
}
