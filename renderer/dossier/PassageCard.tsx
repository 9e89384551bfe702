/** A passage of a dossier: its words as they were taken, where they come from, and whether they can be opened here. */
import { BookOpen, X } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DossierItem } from "../../archive/dossier.ts";
import { openingId, type SearchTerm } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { type Library, useLibrary } from "../library.ts";
import { dateInWords } from "../words/dates.ts";

interface PassageCardProps {
  item: DossierItem & { kind: "passage" };
  title: string;
  /** A text that has one of them is shown whole. */
  terms: readonly SearchTerm[];
  onOpen(): void;
  onRemove(): void;
}

export function PassageCard({ item, title, terms, onOpen, onRemove }: PassageCardProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const { collection, document, date, page, language, passage } = item.origin;
  const isWhole = useMemo(() => marks(item.text, terms).length > 0, [item.text, terms]);
  const isHere = isInLibrary(library, passage);
  const source = [collection, document, dateInWords(date, i18n.language), ...(page === null ? [] : [t("dossier.pageShort", { label: page })])].join(", ");
  return (
    <div className="item-body passage">
      <p className="title" lang={language}>
        {title}
        {!item.isWhole && <span className="badge">{t("dossier.extract")}</span>}
        {!isHere && (
          <span className="badge closed" title={t("dossier.missingWhy")}>
            {t("dossier.missing")}
          </span>
        )}
      </p>
      <p className="excerpt" lang={language} data-whole={isWhole || undefined}>
        {frenchTypography(isWhole ? item.text : item.text.slice(0, 400))}
      </p>
      <div className="item-foot">
        <p className="source">{frenchTypography(source)}</p>
        {isHere ? <Control icon={BookOpen} name={t("dossier.open")} iconOnly onPress={onOpen} /> : <span className="visually-hidden">{t("dossier.missingWhy")}</span>}
        <Control icon={X} name={t("dossier.removeOf", { title })} iconOnly onPress={onRemove} />
      </div>
    </div>
  );
}

function isInLibrary(library: Library, passage: string): boolean {
  const [document = "", part = ""] = passage.split("#");
  const head = library.document(document);
  if (!head || library.closed(document)) return false;
  if (head.kind === "report") return Number(part.slice(1)) <= head.pageLabels.length;
  return part === openingId || head.sections.some(({ id }) => id === part);
}
