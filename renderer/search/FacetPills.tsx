/** What the passages found are, with counts: a press narrows the search down, another one takes it back. */
import { useTranslation } from "react-i18next";
import type { Facet, SearchResults, UnderstoodPart } from "../../archive/model.ts";
import { useShowing } from "../comfort/useShowing.ts";
import { withFilter, withoutPart } from "./queryText.ts";

interface FacetPillsProps {
  text: string;
  results: SearchResults;
  onType(text: string): void;
}

interface Pill {
  kind: UnderstoodPart["kind"];
  name: string;
  /** As it is written in a filter. */
  value: string;
  title: string;
  passages: number;
}

/** More would be a list of their own. */
const mostYears = 3;
const mostRubrics = 3;

export function FacetPills({ text, results, onType }: FacetPillsProps) {
  const { t } = useTranslation();
  const pills = usePills(results);
  if (pills.length === 0) return null;
  return (
    <ul className="facets" aria-label={t("search.facets")}>
      {pills.map((pill) => {
        const active = results.understood.find(({ kind, text: value, isExcluded }) => kind === pill.kind && value === pill.value && !isExcluded);
        return (
          <li key={`${pill.kind} ${pill.value}`}>
            <button
              type="button"
              className="pill"
              aria-pressed={active !== undefined}
              onClick={() => onType(active ? withoutPart(text, active) : withFilter(text, pill.name, pill.value))}
            >
              {pill.title} <span className="count">{pill.passages}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Only facets that would narrow something down, and those in force. */
function usePills({ facets, understood }: SearchResults): Pill[] {
  const { t } = useTranslation();
  const showing = useShowing();
  const inForce = new Set(understood.map(({ kind }) => kind));
  const types: Record<string, { value: string; title: string }> = {
    letter: { value: t("search.typeLetter"), title: t("search.letters") },
    report: { value: t("search.typeReport"), title: t("search.reports") },
    note: { value: t("search.typeNote"), title: t("search.notes") },
    dossier: { value: t("search.typeDossier"), title: t("dossier.list") },
  };
  const pillsOf = (kind: Pill["kind"], name: string, list: readonly Facet[], most: number): Pill[] => {
    if (list.length < 2 && !inForce.has(kind)) return [];
    return list.slice(0, most).map(({ value, title, passages }): Pill => {
      const written = kind === "type" ? types[value] : undefined;
      return { kind, name, value: written?.value ?? value, title: written?.title ?? showing(title, "fr").text, passages };
    });
  };
  return [
    ...pillsOf("type", t("search.filterType"), facets.kinds, 4),
    ...pillsOf("collection", t("search.filterCollection"), facets.collections, 3),
    ...pillsOf("year", t("search.filterYear"), facets.years, mostYears),
    ...pillsOf("rubric", t("search.filterRubric"), facets.rubrics, mostRubrics),
  ];
}
