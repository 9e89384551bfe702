/** How rows are called. */
import { useTranslation } from "react-i18next";
import type { Row } from "../bridge.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useLibrary } from "../library.ts";
import type { Position } from "./rows.ts";

interface RowWords {
  nameOf(row: Row): string;
  /** "Une lecture, 3 sur 18". */
  placeOf(position: Position): string;
}

export function useRowWords(): RowWords {
  const { t } = useTranslation();
  const library = useLibrary();
  const shown = useShownTitle();
  const nameOf = (row: Row): string => {
    if (row.kind === "all") return t("rows.all");
    if (row.kind === "year") return row.year === "" ? t("rows.undated") : t("rows.ofYear", { year: row.year });
    return shown((row.kind === "rubric" ? library.rubricTitle(row.id) : library.collection(row.id)?.title) ?? row.id, row.id);
  };
  return { nameOf, placeOf: ({ row, number, count }) => t("rows.position", { row: nameOf(row), number, count }) };
}
