/** Puts links on the clipboard, and says so. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentHead } from "../../archive/model.ts";
import { type LetterLink, type ReportLink, type SearchLink, writeLink } from "../../archive/text/archiveLink.ts";
import { bridge } from "../bridge.ts";
import { giveNotice } from "../import/notices.tsx";

export type CopiedLink = LetterLink | ReportLink | SearchLink;

export function useCopyLink(): (link: CopiedLink) => void {
  const { t } = useTranslation();
  return useCallback(
    (link) => {
      const say = (isCopied: boolean): void => giveNotice({ text: isCopied ? t("linking.copied") : t("linking.notCopied") });
      bridge.copyText(writeLink(link)).then(({ ok }) => say(ok), () => say(false));
    },
    [t],
  );
}

/** A link to a document at its beginning. */
export function linkTo({ kind, id, title, date }: DocumentHead): LetterLink | ReportLink {
  return kind === "letter" ? { kind, document: id, title, date, section: null, paragraph: null } : { kind, document: id, title, date, page: null };
}
