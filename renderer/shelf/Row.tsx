/** One line of a list: a title, what it is from, and when. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useShowing } from "../comfort/useShowing.ts";

interface RowProps {
  title: string;
  /** Of the title; French unless told otherwise. */
  language?: "fr" | "en";
  /** At the right of the title: a date, a count. */
  aside?: string;
  /** Under the title, cut after two lines. */
  about?: ReactNode;
  badge?: string | null;
  /** After the title: whether it was read. */
  mark?: ReactNode;
  /** Id of the document that it opens, which can be marked as read or unread here. */
  document?: string;
  /** Told when the document cannot be opened. */
  isClosed?: boolean;
  isCurrent: boolean;
  onOpen(): void;
}

export function Row({ title, language = "fr", aside, about, badge, mark, document, isClosed = false, isCurrent, onOpen }: RowProps) {
  const { t } = useTranslation();
  const showing = useShowing();
  return (
    <li>
      <button type="button" className="row" data-document={document} aria-current={isCurrent ? "true" : undefined} onClick={onOpen}>
        <span className="first">
          <span className="title" title={showing(title, language).text}>
            <ShownTitle text={title} language={language} />
          </span>
          {isClosed && <span className="badge closed">{t("shelf.closed")}</span>}
          {mark}
          {aside && <span className="aside">{aside}</span>}
        </span>
        {(about || badge) && (
          <span className="about">
            {badge && <span className="badge">{badge}</span>}
            {about}
          </span>
        )}
      </button>
    </li>
  );
}
