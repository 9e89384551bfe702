/** What a report's menu offers of what was read: to mark it as read or as unread. */
import { useTranslation } from "react-i18next";
import type { DocumentHead } from "../../archive/model.ts";
import type { MenuEntry } from "../pdf/ReportMenu.tsx";
import { useReading } from "./readingStore.ts";
import { useMarking } from "./useMarking.ts";

/** None for what is no report. */
export function useReportMarking(head: DocumentHead | undefined): MenuEntry[] {
  const { t } = useTranslation();
  const reading = useReading(head?.id ?? "");
  const mark = useMarking();
  if (head?.kind !== "report") return [];
  return [
    ...(reading?.kind === "read" ? [] : [{ id: "markRead", name: t("reading.markReportRead"), run: () => mark([head.id], true) }]),
    ...(reading ? [{ id: "markUnread", name: t("reading.markReportUnread"), run: () => mark([head.id], false) }] : []),
  ];
}
