/** Marks documents as read or unread by hand, and says so with the way back: also to the place where a text was left. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useShownTitle } from "../comfort/useShownTitle.ts";
import { giveNotice } from "../import/notices.tsx";
import { useLibrary } from "../library.ts";
import { markAll } from "./readingStore.ts";

/** Says nothing where there was nothing to change. */
export function useMarking(): (documents: readonly string[], isRead: boolean) => void {
  const { t } = useTranslation();
  const library = useLibrary();
  const shown = useShownTitle();
  return useCallback(
    (documents, isRead) => {
      const done = markAll(documents, isRead);
      if (!done) return;
      const { count, undo, isLatest } = done;
      const head = documents.length === 1 ? library.document(documents[0] ?? "") : undefined;
      const title = head ? shown(head.title, head.id) : "";
      const ofLetter = isRead ? t("reading.letterMarkedRead", { title }) : t("reading.letterMarkedUnread", { title });
      const ofReport = isRead ? t("reading.reportMarkedRead", { title }) : t("reading.reportMarkedUnread", { title });
      const ofMany = isRead ? t("reading.markedRead", { count }) : t("reading.markedUnread", { count });
      const ofOne = head?.kind === "letter" ? ofLetter : ofReport;
      giveNotice({ text: head ? ofOne : ofMany, undo: { run: undo, isPossible: async () => isLatest() } });
    },
    [t, library, shown],
  );
}
