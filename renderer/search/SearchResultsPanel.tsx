/** Under the search box while one searches: how the query was understood, what was found, and what could not be. */
import { useTranslation } from "react-i18next";
import type { Coverage, Hit, SearchOrder } from "../../archive/model.ts";
import { FailureNote } from "../frame/FailureNote.tsx";
import { useLibrary } from "../library.ts";
import { Completions } from "./Completions.tsx";
import { EmptyResults } from "./EmptyResults.tsx";
import { FacetPills } from "./FacetPills.tsx";
import { OrderChoice } from "./OrderChoice.tsx";
import { ResultList, ResultsSummary } from "./ResultList.tsx";
import { Understood } from "./Understood.tsx";
import type { Search } from "./useSearch.ts";

interface SearchResultsPanelProps {
  text: string;
  search: Search;
  /** The passage of the active result. */
  active: string | null;
  order: SearchOrder;
  someHidden: boolean;
  onType(text: string): void;
  /** Types for the reader, who goes on in the box. */
  onComplete(text: string): void;
  onOrder(order: SearchOrder): void;
  onOpen(hit: Hit): void;
  onMore(): void;
}

export function SearchResultsPanel({ text, search, active, order, someHidden, onType, onComplete, onOrder, onOpen, onMore }: SearchResultsPanelProps) {
  const { t } = useTranslation();
  const { coverage } = useLibrary();
  if (search.state === "pending") return null;
  if (search.state === "failure") return <FailureNote failure={search.failure} />;
  const { results } = search;
  return (
    <>
      <Completions text={text} completions={results.completions} onComplete={onComplete} />
      <Understood text={text} parts={results.understood} onType={onType} />
      {results.total > 0 && <FacetPills text={text} results={results} onType={onType} />}
      {results.suggestion && (
        <p className="meant">
          <button type="button" className="text-link" onClick={() => onType(results.suggestion ?? "")}>
            {t("search.meant", { query: results.suggestion })}
          </button>
        </p>
      )}
      {results.total === 0 ? (
        <EmptyResults query={results.query} someHidden={someHidden} />
      ) : (
        <>
          <div className="summary-line">
            <ResultsSummary results={results} />
            <OrderChoice order={order} onOrder={onOrder} />
          </div>
          {results.step !== "exact" && <p className="summary">{results.step === "typos" ? t("search.typos") : t("search.some")}</p>}
          <ResultList results={results} active={active} onOpen={onOpen} onMore={onMore} />
        </>
      )}
      <CoverageNote coverage={coverage} />
    </>
  );
}

function CoverageNote({ coverage: { pagesWithoutText, closedDocuments } }: { coverage: Coverage }) {
  const { t } = useTranslation();
  if (pagesWithoutText === 0 && closedDocuments === 0) return null;
  return (
    <p className="coverage">
      {pagesWithoutText > 0 && t("search.coverage", { count: pagesWithoutText })} {closedDocuments > 0 && t("search.closed", { count: closedDocuments })}
    </p>
  );
}
