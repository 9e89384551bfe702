/** The end of what is shown of a long list, as a button: scrolling near it shows more by itself. */
import { useTranslation } from "react-i18next";
import type { GrowingList } from "./useGrowingList.ts";

export function ListEnd({ list: { end, grow } }: { list: GrowingList }) {
  const { t } = useTranslation();
  return (
    <button ref={end} type="button" className="more" onClick={grow}>
      {t("search.more")}
    </button>
  );
}
