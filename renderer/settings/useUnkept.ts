/** Says once that changes are not kept, wherever in the window they were made. */
import { useTranslation } from "react-i18next";
import type { Failure } from "../../archive/model.ts";
import { useNoticeOnce } from "../import/useNoticeOnce.ts";

export function useUnkept(failure: Failure | null): void {
  const { t } = useTranslation();
  useNoticeOnce(failure && t(`trouble.${failure.code}`));
}
