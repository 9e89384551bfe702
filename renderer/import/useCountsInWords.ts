/** "12 added, 3 unchanged, 1 failed", leaving out what is none. */
import { useTranslation } from "react-i18next";

interface Counts {
  added: number;
  unchanged: number;
  failed: number;
}

export function useCountsInWords({ added, unchanged, failed }: Counts): string {
  const { t } = useTranslation();
  const parts = [
    added > 0 && t("imports.added", { count: added }),
    unchanged > 0 && t("imports.unchanged", { count: unchanged }),
    failed > 0 && t("imports.failed", { count: failed }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(" · ") : t("imports.nothing");
}
