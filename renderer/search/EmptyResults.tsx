/** Nothing found: said plainly, with what was looked through and one thing to try. */
import { useTranslation } from "react-i18next";

export function EmptyResults({ query, someHidden }: { query: string; someHidden: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty" role="status">
      <p>
        <strong>{t("search.nothing", { query })}</strong>
      </p>
      <p>{t("search.nothingWhy")}</p>
      <p>{someHidden ? t("search.hiddenCollections") : t("search.nothingNext")}</p>
    </div>
  );
}
