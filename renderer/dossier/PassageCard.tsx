/** A passage of a dossier: its words, as they are now where they can be followed, where they come from, and whether they can be opened here. */
import { BookOpen, X } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DossierItem, FollowedItem } from "../../archive/dossier.ts";
import { openingId } from "../../archive/letterSection.ts";
import type { SearchTerm } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
import { Control } from "../frame/Control.tsx";
import { type Library, useLibrary } from "../library.ts";
import { Swatch } from "../notes/ColourChoice.tsx";
import { useNotesRoom } from "../notes/NotesContext.ts";
import { originInWords } from "../words/origin.ts";

type PassageItem = DossierItem & { kind: "passage" };

interface PassageCardProps {
  item: PassageItem;
  title: string;
  /** A text that has one of them is shown whole. */
  terms: readonly SearchTerm[];
  followed: FollowedItem | undefined;
  onOpen(): void;
  onRemove(): void;
}

export function PassageCard({ item, title, terms, followed, onOpen, onRemove }: PassageCardProps) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const { language } = item.origin;
  const { text, passage, page } = followed?.now ?? { text: item.text, passage: item.origin.passage, page: item.origin.page };
  const isWhole = useMemo(() => marks(text, terms).length > 0, [text, terms]);
  const isHere = isInLibrary(library, passage);
  return (
    <div className="item-body passage">
      <p className="title" lang={language}>
        <Colour followed={followed} />
        {title}
        {!item.isWhole && <span className="badge">{t("dossier.extract")}</span>}
        {!isHere && (
          <span className="badge closed" title={t("dossier.missingWhy")}>
            {t("dossier.missing")}
          </span>
        )}
        {isHere && followed?.state === "lost" && (
          <span className="badge closed" title={t("dossier.lostWhy")}>
            {t("dossier.lost")}
          </span>
        )}
      </p>
      <p className="excerpt" lang={language} data-whole={isWhole || undefined}>
        {frenchTypography(isWhole ? text : text.slice(0, 400))}
      </p>
      {followed?.state === "revised" && <Taken item={item} />}
      <div className="item-foot">
        <p className="source">{originInWords({ ...item.origin, page }, i18n.language)}</p>
        {isHere ? <Control icon={BookOpen} name={followed?.note ? t("dossier.openNote") : t("dossier.open")} iconOnly onPress={onOpen} /> : <span className="visually-hidden">{t("dossier.missingWhy")}</span>}
        {isHere && followed?.state === "lost" && <span className="visually-hidden">{t("dossier.lostWhy")}</span>}
        <Control icon={X} name={t("dossier.removeOf", { title })} iconOnly onPress={onRemove} />
      </div>
    </div>
  );
}

/** Of the note that its words were marked by. */
function Colour({ followed }: Pick<PassageCardProps, "followed">) {
  const { names } = useNotesRoom();
  if (!followed?.note) return null;
  const { colour } = followed.note;
  return (
    <span title={names[colour]}>
      <Swatch colour={colour} />
      <span className="visually-hidden">{names[colour]} </span>
    </span>
  );
}

/** The words as they were before their text was revised. */
function Taken({ item: { text, origin } }: { item: PassageItem }) {
  const { t } = useTranslation();
  return (
    <details className="taken">
      <summary>{t("dossier.revised")}</summary>
      <p className="meta">{t("dossier.revisedWhy")}</p>
      <p className="excerpt" lang={origin.language}>
        {frenchTypography(text.slice(0, 400))}
      </p>
    </details>
  );
}

function isInLibrary(library: Library, passage: string): boolean {
  const [document = "", part = ""] = passage.split("#");
  const head = library.document(document);
  if (!head || library.closed(document)) return false;
  if (head.kind === "report") return Number(part.slice(1)) <= head.pageLabels.length;
  return part === openingId || head.sections.some(({ id }) => id === part);
}
