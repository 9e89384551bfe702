/** A report that a letter cites, shown as the thing it is. */
import type { Element } from "hast";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readArchiveLink } from "../../archive/text/archiveLink.ts";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { useLibrary } from "../library.ts";
import { useLinks } from "../links.ts";

interface ReportCardProps {
  href: string;
  /** The link as the letter has it, shown when this is no report after all. */
  children: ReactNode;
}

export function ReportCard({ href, children }: ReportCardProps) {
  const { t } = useTranslation();
  const shown = useShownTitle();
  const library = useLibrary();
  const links = useLinks();
  const target = readArchiveLink(href);
  const report = target && library.document(target.document);
  if (report?.kind !== "report") return <p>{children}</p>;
  return (
    <button type="button" className="report-card" data-href={href} onClick={() => links.follow(href)}>
      <span className="file" aria-hidden>
        PDF
      </span>
      <span>
        <span className="title">
          {shown(report.title, report.id)}
          {report.subtitle && ` — ${shown(report.subtitle, report.id)}`}
        </span>
        <span className="about">
          {t("shelf.pages", { count: report.pageLabels.length })} · {t("report.inArchive")}
        </span>
      </span>
    </button>
  );
}

/** The address of the link to the archive that a paragraph consists of, if it does. */
export function loneReport({ children }: Element): string | null {
  const only = children.length === 1 ? children[0] : undefined;
  const href = only?.type === "element" && only.tagName === "a" ? only.properties["href"] : null;
  return typeof href === "string" && href.startsWith("relire://") ? href : null;
}
