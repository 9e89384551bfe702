/** Says once that where one is in one's reading is not kept: what was read holds until the end, and one reads on. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { giveNotice } from "../import/notices.tsx";
import { useReadingFailure } from "./readingStore.ts";

export function useUnkeptReading(): void {
  const { t } = useTranslation();
  const failure = useReadingFailure();
  const wasSaid = useRef(false);
  useEffect(
    function sayOnce() {
      if (!failure || wasSaid.current) return;
      wasSaid.current = true;
      const sentences: Partial<Record<typeof failure.code, string>> = { "profile-full": t("reading.unkeptFull"), "profile-read-only": t("reading.unkeptReadOnly") };
      giveNotice({ text: sentences[failure.code] ?? t("reading.unkept") });
    },
    [failure, t],
  );
}
