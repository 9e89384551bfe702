/** The list's column: the search box, and under it what is being looked through. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { placeInDossier } from "../archive/dossierItems.ts";
import type { Citation, DocumentHead, Hit, SearchResults } from "../archive/model.ts";
import { noteOfPassage } from "../archive/notePassage.ts";
import { looksLikeLink } from "../archive/text/archiveLink.ts";
import { useRoom } from "./frame/useRoom.ts";
import { useLibrary } from "./library.ts";
import { useLinks } from "./links.ts";
import { documentPlace, type ListPlace, type SheetPlace } from "./place.ts";
import { withRecent } from "./search/RecentSearches.tsx";
import { hitElementId, hitsOf } from "./search/ResultList.tsx";
import { SearchBox } from "./search/SearchBox.tsx";
import { SearchResultsPanel } from "./search/SearchResultsPanel.tsx";
import { useSearch } from "./search/useSearch.ts";
import { noteSheet } from "./notes/noteSheet.ts";
import { useNotesRoom } from "./notes/NotesContext.ts";
import { ContentsList } from "./shelf/ContentsList.tsx";
import { Shelf } from "./shelf/Shelf.tsx";
import type { Moves } from "./useJourney.ts";
import type { SettingsState } from "./useSettings.ts";

interface ListColumnProps {
  list: ListPlace;
  sheet: SheetPlace;
  visit: number;
  /** The document whose contents take the list's place. */
  contents: DocumentHead | undefined;
  settings: SettingsState;
  input: RefObject<HTMLInputElement | null>;
  moves: Moves;
  onCloseContents(): void;
}

/** Passages shown at first, and again with each "show more". */
const step = 20;

export function ListColumn({ list, sheet, visit, contents, settings, input, moves, onCloseContents }: ListColumnProps) {
  const { t } = useTranslation();
  const links = useLinks();
  const library = useLibrary();
  const notesRoom = useNotesRoom();
  const text = list.kind === "search" ? list.text : "";
  const [limit, setLimit] = useState({ query: "", count: step });
  const count = limit.query === text.trim() ? limit.count : step;
  const { change } = settings;
  const { searchOrder, recentSearches, hiddenCollections: hidden } = settings.settings;
  const search = useSearch(text, count, searchOrder, hidden);
  const results = search.state === "value" ? search.results : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const hits = results ? hitsOf(results) : [];
  const active = hits.some(({ passage }) => passage.id === chosen) ? chosen : (hits[0]?.passage.id ?? null);

  const openHit = useCallback(
    (hit: Hit): void => {
      if (!results) return;
      setChosen(hit.passage.id);
      change({ recentSearches: withRecent(recentSearches, results.query) });
      const { id, document } = hit.passage;
      const note = library.document(document) ? null : noteOfPassage(id);
      const row = globalThis.document.getElementById(hitElementId(id));
      // A note whose document is gone leads nowhere: it is itself what can be read.
      if (note !== null && row) notesRoom.open(note, row);
      else moves.open(sheetOf(hit, results));
    },
    [results, recentSearches, change, moves, library, notesRoom],
  );
  const showMore = useCallback(() => results && setLimit({ query: results.query, count: count + step }), [results, count]);
  const isFresh = search.state === "value" && !search.stale;
  /** Enter was pressed before the answer to what was typed came. */
  const entered = useRef(false);
  const openActive = (): void => {
    const hit = hits.find(({ passage }) => passage.id === active);
    entered.current = !isFresh;
    if (isFresh && hit) openHit(hit);
  };
  useEffect(function openOnceFound() {
    if (isFresh && entered.current) openActive();
  });
  const type = (typed: string): void => {
    entered.current = false;
    onCloseContents();
    moves.type(typed);
  };
  const follow = (href: string): void => {
    if (looksLikeLink(text)) type("");
    links.follow(href);
  };
  const move = (by: 1 | -1): void => {
    const at = hits.findIndex(({ passage }) => passage.id === active);
    const next = hits[Math.max(0, Math.min(hits.length - 1, at + by))]?.passage.id;
    if (next === undefined) return;
    setChosen(next);
    document.getElementById(hitElementId(next))?.scrollIntoView({ block: "nearest" });
  };

  const isWalkable = hits.length > 0 && !contents;
  const complete = (typed: string): void => {
    type(typed);
    input.current?.focus();
  };
  const found = list.kind === "search" && (
    <SearchResultsPanel
      text={text}
      search={search}
      active={active}
      order={searchOrder}
      someHidden={hidden.length > 0}
      onType={type}
      onComplete={complete}
      onOrder={(order) => change({ searchOrder: order })}
      onOpen={openHit}
      onMore={showMore}
    />
  );
  const isShelfHidden = contents !== undefined || list.kind === "search";
  return (
    <section className="list" aria-label={t("bar.list")}>
      <SearchBox
        text={text}
        expanded={isWalkable}
        active={isWalkable ? active : null}
        input={input}
        recent={recentSearches}
        onRecent={(searches) => change({ recentSearches: searches })}
        onType={type}
        onMove={move}
        onOpen={openActive}
        onLink={follow}
      />
      {/* Reached by Tab, so that results, which have no focus of their own, can be scrolled by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={search.state === "value" && search.stale ? "list-scroller stale" : "list-scroller"} tabIndex={found ? 0 : undefined}>
        {contents && <Contents document={contents} sheet={sheet} visit={visit} settings={settings} moves={moves} onClose={onCloseContents} />}
        {!contents && found}
        {/* It stays under what is found: to make it anew would keep the first key, and the last one taken back, waiting. */}
        <div hidden={isShelfHidden}>
          <Shelf
            isHidden={isShelfHidden}
            list={list}
            current={"id" in sheet ? sheet.id : sheet.kind}
            currentSection={sheet.kind === "letter" ? sheet.section : null}
            settings={settings}
            moves={moves}
          />
        </div>
      </div>
    </section>
  );
}

interface ContentsProps {
  document: DocumentHead;
  sheet: SheetPlace;
  visit: number;
  settings: SettingsState;
  moves: Moves;
  onClose(): void;
}

function Contents({ document: { id }, document, sheet, visit, settings, moves, onClose }: ContentsProps) {
  const room = useRoom();
  const openCitation = ({ letter, section, href: link }: Citation): void => {
    onClose();
    const isBeside = sheet.kind === "report" && room !== "single" && settings.settings.readBeside;
    if (isBeside) moves.settle({ ...sheet, beside: { letter: letter.id, section, link } }, visit);
    else moves.open({ kind: "letter", id: letter.id, section, terms: [], link });
  };
  const report: Extract<SheetPlace, { kind: "report" }> = sheet.kind === "report" ? sheet : { kind: "report", id, page: null, terms: [] };
  return (
    <ContentsList
      document={document}
      page={report.page}
      onSection={(section) => moves.open({ kind: "letter", id, section, terms: [] })}
      onPage={(target) => moves.open({ ...report, page: target })}
      hidden={settings.settings.hiddenCollections}
      onCitation={openCitation}
      onClose={onClose}
    />
  );
}

function sheetOf({ passage }: Hit, { terms, understood }: SearchResults): SheetPlace {
  const words = understood.filter(({ kind, isExcluded }) => !isExcluded && (kind === "word" || kind === "phrase"));
  const searched = words.map(({ kind, text }) => (kind === "phrase" ? `"${text}"` : text)).join(" ");
  if (passage.kind === "note") return noteSheet(noteOfPassage(passage.id) ?? "") ?? documentPlace(passage.page === null ? "letter" : "report", passage.document);
  if (passage.kind === "dossier") return { kind: "dossier", ...placeInDossier(passage.id), terms };
  if (passage.kind === "page") return { kind: "report", id: passage.document, page: passage.page, terms, words: searched };
  return { kind: "letter", id: passage.document, section: passage.id.slice(passage.id.indexOf("#") + 1), terms };
}
