/** What was found, grouped by document, with excerpts and marks. */
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { openingId } from "../../archive/letterSection.ts";
import type { Hit, HitGroup, SearchResults } from "../../archive/model.ts";
import { ShownTitle } from "../comfort/ShownTitle.tsx";
import { useLibrary } from "../library.ts";
import { dateInWords } from "../words/dates.ts";
import { Excerpt } from "./Excerpt.tsx";
import { useShownHits } from "./useShownHits.ts";

interface ResultListProps {
  results: SearchResults;
  /** The passage of the active result. */
  active: string | null;
  onOpen(hit: Hit): void;
  onMore(): void;
}

export const resultsElementId = "results";

/** Passages' ids hold `/` and `#`, which are fine in an id and only there. */
export function hitElementId(passage: string): string {
  return `hit:${passage}`;
}

/** All hits shown, in the order shown. */
export function hitsOf({ groups }: SearchResults): Hit[] {
  return groups.flatMap(({ hits }) => hits);
}

/** How much was found, told to screen readers as it changes. */
export function ResultsSummary({ results }: { results: SearchResults }) {
  const { t } = useTranslation();
  return (
    <p className="summary" role="status">
      {t("search.summary", { count: results.total })} {t("search.documents", { count: results.documents })}
    </p>
  );
}

/** Drawn again only when results do: not while newer ones are on their way. */
export const ResultList = memo(function ResultList({ results, active, onOpen, onMore }: ResultListProps) {
  const { t } = useTranslation();
  const shown = useShownHits(results);
  return (
    <>
      <div id={resultsElementId} role="listbox" aria-label={t("search.results")}>
        {firstGroups(results, shown).map((group) => (
          <Group key={group.document.id} group={group} active={active} onOpen={onOpen} />
        ))}
      </div>
      {hitsOf(results).length < results.total && (
        <button type="button" className="more" onClick={onMore}>
          {t("search.more")}
        </button>
      )}
    </>
  );
});

/** The groups of the first so many hits; one that holds the last of them, whole. */
function firstGroups({ groups }: SearchResults, most: number): readonly HitGroup[] {
  let hits = 0;
  const end = groups.findIndex((group) => (hits += group.hits.length) >= most);
  return end < 0 ? groups : groups.slice(0, end + 1);
}

function Group({ group: { document, hits }, active, onOpen }: { group: HitGroup } & Pick<ResultListProps, "active" | "onOpen">) {
  const { t, i18n } = useTranslation();
  const library = useLibrary();
  const headingId = `group:${document.id}`;
  const collection = document.collection === null ? undefined : library.collection(document.collection);
  /** Notes are found of documents that are gone, too. */
  const isGone = document.kind !== "dossier" && library.document(document.id) === undefined;
  return (
    <div role="group" aria-labelledby={headingId} className="hit-group">
      <p id={headingId} className="hit-document">
        <span className="title">
          <ShownTitle text={document.title} language={library.languageOf(document.id)} />
        </span>
        {document.kind !== "dossier" && !isGone && <span className="date">{dateInWords(document.date, i18n.language, "short")}</span>}
        <span className="from">
          {document.kind === "dossier" && t("dossier.one")}
          {document.kind === "report" && !isGone ? `${collection?.title}, ${t("search.report")}` : collection?.title}
          {isGone && <span className="badge closed">{t("notes.documentGone")}</span>}
          {collection?.sample && <span className="badge">{t("app.sample")}</span>}
        </span>
      </p>
      {hits.map((hit) => (
        <HitItem key={hit.passage.id} hit={hit} isActive={hit.passage.id === active} onOpen={() => onOpen(hit)} />
      ))}
    </div>
  );
}

function HitItem({ hit, isActive, onOpen }: { hit: Hit; isActive: boolean; onOpen(): void }) {
  const { passage, excerpt, marks } = hit;
  const language = useLibrary().languageOf(passage.document);
  return (
    // The keys are the search box's, which keeps the focus (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={hitElementId(passage.id)} role="option" aria-selected={isActive} className="hit" onClick={onOpen}>
      <p className="heading">
        <HitHeading hit={hit} />
      </p>
      <p className="excerpt">
        <Excerpt text={excerpt} marks={marks} language={language} />
      </p>
    </div>
  );
}

function HitHeading({ hit: { passage } }: { hit: Hit }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const language = library.languageOf(passage.document);
  if (passage.kind === "note") return t("notes.found", { place: passage.page === null ? passage.heading : t("search.page", { label: passage.heading }) });
  if (passage.kind === "dossier") return passage.heading === "" ? t("dossier.foundText") : t("dossier.foundHead");
  if (passage.kind === "page") {
    const document = library.document(passage.document);
    const chapter = document?.kind === "report" ? document.outline.findLast(({ page, level }) => level === 0 && page <= (passage.page ?? 0)) : undefined;
    const page = t("search.page", { label: passage.heading });
    return (
      <>
        {page}
        {chapter && (
          <>
            {" "}
            — <ShownTitle text={chapter.title} language={language} />
          </>
        )}
        {passage.byMachine && <span className="rubric"> · {t("machine.byMachine")}</span>}
      </>
    );
  }
  if (passage.id.endsWith(`#${openingId}`)) return t("search.opening");
  const rubric = library.rubricTitle(passage.rubric);
  return (
    <>
      <ShownTitle text={passage.heading} language={language} />
      {rubric && rubric !== passage.heading && <span className="rubric"> · {rubric}</span>}
    </>
  );
}
