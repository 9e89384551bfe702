/** Says once that where one is in one's reading is not kept: what was read holds until the end, and one reads on. */
import { useTranslation } from "react-i18next";
import type { FailureCode } from "../../archive/model.ts";
import { useNoticeOnce } from "../import/useNoticeOnce.ts";
import { useReadingFailure } from "./readingStore.ts";

export function useUnkeptReading(): void {
  const { t } = useTranslation();
  const failure = useReadingFailure();
  const sentences: Partial<Record<FailureCode, string>> = { "profile-full": t("reading.unkeptFull"), "profile-read-only": t("reading.unkeptReadOnly") };
  useNoticeOnce(failure && (sentences[failure.code] ?? t("reading.unkept")));
}
