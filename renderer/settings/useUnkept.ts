/** Says once that changes are not kept, wherever in the window they were made. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { giveNotice } from "../import/notices.tsx";

export function useUnkept(failure: Failure | null): void {
  const { t } = useTranslation();
  const wasSaid = useRef(false);
  useEffect(
    function sayOnce() {
      if (!failure || wasSaid.current) return;
      giveNotice({ text: t(`trouble.${failure.code}`) });
      wasSaid.current = true;
    },
    [failure, t],
  );
}
