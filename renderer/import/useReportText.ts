/** An import's report as a text to keep: Markdown that reads well as it is. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ImportItem } from "../../archive/draft.ts";
import type { ImportHead } from "../bridge.ts";
import { dateInWords, momentInWords } from "../words/dates.ts";
import { detailIn, lastName } from "./notes.ts";

/** `import-2026-11-25-1905.md`, by the clock of this computer. */
export function reportName({ at }: ImportHead): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `import-${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}-${two(date.getHours())}${two(date.getMinutes())}.md`;
}

/** What failed comes first, then what was added, then what was there already. */
const order = ["failed", "added", "unchanged"] as const;

export function useReportText(): (head: ImportHead, items: readonly ImportItem[]) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (head, items) => {
      const titles = { added: t("imports.filterAdded"), unchanged: t("imports.filterUnchanged"), failed: t("imports.filterFailed") };
      const told = ({ file, title, date, failure, notes }: ImportItem): string[] => [
        `- ${file}${title === null ? "" : ` — ${title}, ${dateInWords(date, i18n.language)}`}`,
        ...(failure ? [`  - ${t(`trouble.${failure.code}`, { title: failure.title ?? lastName(file) })}`] : []),
        ...notes.map((note) => `  - ${t(`note.${note.code}`, { detail: detailIn(note) })}`),
      ];
      const groups = order.flatMap((status) => {
        const ofStatus = items.filter((item) => item.status === status);
        return ofStatus.length === 0 ? [] : [`\n## ${titles[status]} (${ofStatus.length})\n`, ofStatus.flatMap(told).join("\n")];
      });
      const first = [`# ${t("imports.reportTitle")}`, "", momentInWords(head.at, i18n.language)];
      return `${[...first, ...(head.cancelled ? ["", t("imports.cancelledWhy")] : []), ...groups].join("\n")}\n`;
    },
    [t, i18n.language],
  );
}
