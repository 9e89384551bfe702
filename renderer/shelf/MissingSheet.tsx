/** A document that a link names and this archive does not carry: what it is and where it can be found, as far as is known. */
import { BookX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { frenchTypography } from "../../archive/text/typography.ts";
import { useLibrary } from "../library.ts";

export function MissingSheet({ id }: { id: string }) {
  const { t } = useTranslation();
  const work = useLibrary().elsewhere(id);
  return (
    <div className="sheet-scroller">
      <article className="letter missing-work">
        <BookX className="icon" aria-hidden />
        <p className="rubric">{t("link.missingTitle")}</p>
        <h1 tabIndex={-1}>{work ? frenchTypography(work.title) : t("link.missingTitle")}</h1>
        <p className="prose">{work ? frenchTypography(work.note) : t("link.missingText", { id })}</p>
      </article>
    </div>
  );
}
