/** What was searched before, under the empty box that has the focus; kept on this computer only, and forgotten at a press. */
import { History, X } from "lucide-react";
import { useTranslation } from "react-i18next";

interface RecentSearchesProps {
  searches: readonly string[];
  onSearch(text: string): void;
  onForget(searches: string[]): void;
}

export function RecentSearches({ searches, onSearch, onForget }: RecentSearchesProps) {
  const { t } = useTranslation();
  if (searches.length === 0) return null;
  return (
    <div className="recent">
      <p className="recent-head">
        <span className="label">{t("search.recent")}</span>
        <button type="button" className="text-link" onClick={() => onForget([])}>
          {t("search.forgetAll")}
        </button>
      </p>
      <ul>
        {searches.map((query) => (
          <li key={query}>
            <button type="button" className="again" onClick={() => onSearch(query)}>
              <History className="icon" aria-hidden />
              <span>{query}</span>
            </button>
            <button
              type="button"
              className="forget"
              aria-label={t("search.forget", { query })}
              title={t("search.forget", { query })}
              onClick={() => onForget(searches.filter((other) => other !== query))}
            >
              <X className="icon" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const mostKept = 12;

/** The list with a search put first. */
export function withRecent(searches: readonly string[], query: string): string[] {
  return [query, ...searches.filter((other) => other !== query)].slice(0, mostKept);
}
