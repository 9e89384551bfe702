/** One section as it was understood: its title, its rubric, how it begins, and where it could be joined or cut. */
import { FoldVertical, Scissors } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Section } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { Hypertext } from "../letter/Hypertext.tsx";
import { useLibrary } from "../library.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { CommitField } from "./CommitField.tsx";
import { innerHeadings } from "./innerHeadings.ts";

interface SectionCardProps {
  section: Section;
  /** Id of its letter. */
  letter: string;
  /** From 1. */
  number: number;
  /** Something stands before the first section. */
  hasOpening: boolean;
  inputRef(element: HTMLInputElement | null): void;
  onTitle(title: string): void;
  /** A rubric's id, the title of a new one, or null. */
  onRubric(rubric: string | null): void;
  onMerge(): void;
  /** At an inner heading, counted from 0. */
  onSplit(heading: number): void;
}

export function SectionCard({ section, letter, number, hasOpening, inputRef, onTitle, onRubric, onMerge, onSplit }: SectionCardProps) {
  const { t } = useTranslation();
  const { rubricsKnown } = useLibrary();
  const canMerge = number > 1 || hasOpening;
  const headings = useMemo(() => innerHeadings(section.content), [section.content]);
  return (
    <li className="section-card" aria-label={t("card.sectionNumber", { number })}>
      <div className="pair">
        <CommitField
          label={t("card.sectionTitle", { number })}
          value={section.title}
          inputRef={inputRef}
          check={(text) => (text === "" ? t("card.titleNeeded") : null)}
          onCommit={onTitle}
        />
        <ChoiceField label={t("card.rubric")} options={rubricsKnown} value={section.rubric} placeholder={t("card.noRubric")} canBeNone onCommit={onRubric} />
      </div>
      <details className="text">
        <summary>
          <span className="excerpt">{frenchTypography(section.text.slice(0, 240))}</span>
          <span className="text-link when-closed">{t("card.readSection")}</span>
          <span className="text-link when-open">{t("card.foldSection")}</span>
        </summary>
        <div className="prose">
          <Hypertext content={section.content} letter={letter} />
        </div>
      </details>
      {(canMerge || headings.length > 0) && (
        <ul className="cuts">
          {canMerge && (
            <li>
              <Control icon={FoldVertical} name={number > 1 ? t("card.merge") : t("card.mergeOpening")} onPress={onMerge} />
            </li>
          )}
          {headings.map((heading, index) => (
            // Headings have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Control icon={Scissors} name={t("card.split", { heading: frenchTypography(heading) })} onPress={() => onSplit(index)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
