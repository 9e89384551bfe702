/** The window: rail, list, sheet, and what holds them together. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type ActionId, type KeptTabs, shortcutsInForce } from "./bridge.ts";
import "./app.css";
import { AboutDialog } from "./about/AboutDialog.tsx";
import { useAppearance } from "./comfort/appearance.ts";
import { ComfortContext } from "./comfort/comfort.ts";
import { copyAsStored } from "./comfort/copyAsStored.ts";
import { ExportDialog } from "./export/ExportDialog.tsx";
import { GatherDialog } from "./dossier/GatherDialog.tsx";
import { useGathering } from "./dossier/useGathering.ts";
import { Columns } from "./frame/Columns.tsx";
import { FailureNote } from "./frame/FailureNote.tsx";
import { Loading } from "./frame/Loading.tsx";
import { Rail } from "./frame/Rail.tsx";
import { DropVeil } from "./import/DropVeil.tsx";
import { ImportStrip } from "./import/ImportStrip.tsx";
import { Notices } from "./import/notices.tsx";
import { PackDialog } from "./import/PackDialog.tsx";
import { PasswordDialog } from "./import/PasswordDialog.tsx";
import { useImportEnd } from "./import/useImportEnd.ts";
import { useCommands } from "./frame/useCommands.ts";
import { useKeptFocus } from "./frame/useKeptFocus.ts";
import { usePainted } from "./frame/usePainted.ts";
import { useRoom } from "./frame/useRoom.ts";
import { useWayCommands } from "./frame/useWayCommands.ts";
import { WebLinkDialog } from "./frame/WebLinkDialog.tsx";
import { offeredActions } from "./keys/actionHandlers.ts";
import { isMac } from "./keys/platform.ts";
import { ShortcutsContext, useShortcuts } from "./keys/shortcuts.ts";
import { ShortcutsDialog } from "./keys/ShortcutsDialog.tsx";
import { describeLibrary, type Library, LibraryContext } from "./library.ts";
import { LetterBeside } from "./letter/LetterBeside.tsx";
import { PassageMenu } from "./linking/PassageMenu.tsx";
import { type ReportPlace, useFollow } from "./linking/useFollow.ts";
import { useSystemLinks } from "./linking/useSystemLinks.ts";
import { LinksContext } from "./links.ts";
import { NotesRoom } from "./notes/NotesRoom.tsx";
import { useNotePlace } from "./notes/useNotePlace.ts";
import { ListColumn } from "./ListColumn.tsx";
import { goTo } from "./palette/goTo.ts";
import { Palette } from "./palette/Palette.tsx";
import { MachineStrip } from "./pdf/MachineStrip.tsx";
import type { Beside, ListPlace, SheetPlace } from "./place.ts";
import { PresenterView } from "./present/PresenterView.tsx";
import { usePresenting } from "./present/usePresenting.ts";
import { MarkMenu } from "./reading/MarkMenu.tsx";
import { useUnkeptReading } from "./reading/useUnkeptReading.ts";
import { SettingsDialog } from "./settings/SettingsDialog.tsx";
import { useUnkept } from "./settings/useUnkept.ts";
import { SheetColumn } from "./SheetColumn.tsx";
import { useSheetTitles } from "./sheetTitle.ts";
import { tabsFrom } from "./tabs/keptTabs.ts";
import { hearNewTabWishes } from "./tabs/newTabWish.ts";
import { TabBar } from "./tabs/TabBar.tsx";
import { useKeptTabs } from "./tabs/useKeptTabs.ts";
import { Tour } from "./tour/Tour.tsx";
import { TourContext } from "./tour/tour.ts";
import { useTour } from "./tour/useTour.ts";
import { useJourney } from "./useJourney.ts";
import { useLanguage } from "./useLanguage.ts";
import { useOverview } from "./useOverview.ts";
import { type SettingsState, useSettings } from "./useSettings.ts";

export function App({ kept }: { kept: KeptTabs | null }) {
  const { t, i18n } = useTranslation();
  const settings = useSettings();
  useLanguage(settings.settings.language);
  useAppearance(settings.settings);
  useEffect(copyAsStored, []);
  const asked = useOverview();
  const { hiddenCollections } = settings.settings;
  const library = useMemo(
    () => (asked.state === "value" ? describeLibrary(asked.value, hiddenCollections) : null),
    [asked, hiddenCollections],
  );
  const { shortcuts: chosen, singleKeys } = settings.settings;
  const shortcuts = useMemo(() => shortcutsInForce({ shortcuts: chosen, singleKeys }, isMac), [chosen, singleKeys]);
  usePainted(asked.state !== "pending");
  if (asked.state === "failure") return <FailureNote failure={asked.failure} onRetry={() => window.location.reload()} />;
  if (!library) return <Loading text={t("app.loading")} />;
  return (
    // The widgets' own words follow the language too: they would stay in the system's.
    <I18nProvider locale={i18n.language}>
      <LibraryContext value={library}>
        <ComfortContext value={settings.settings}>
          <ShortcutsContext value={shortcuts}>
            <House library={library} settings={settings} kept={kept} />
          </ShortcutsContext>
        </ComfortContext>
      </LibraryContext>
    </I18nProvider>
  );
}

interface HouseProps {
  library: Library;
  settings: SettingsState;
  /** The tabs of the last time. */
  kept: KeptTabs | null;
}

function House({ library, settings, kept }: HouseProps) {
  const room = useRoom();
  const [first] = useState(() => tabsFrom(kept, library));
  const { tabs, tabMoves, journey, moves, scroll } = useJourney(first);
  useKeptTabs(tabs, library, scroll);
  useKeptFocus(tabs);
  useEffect(hearNewTabWishes, []);
  const { list, sheet, front, visit } = journey.present;
  const searchInput = useRef<HTMLInputElement>(null);
  const [webAddress, setWebAddress] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"settings" | "keys" | "export" | "about" | "shortcuts" | "palette" | null>(null);
  const [offered, setOffered] = useState<readonly ActionId[]>([]);
  const [contentsWanted, setContentsWanted] = useState(false);
  /** The visit in which the list was asked for over the letter that stands beside. */
  const [listWanted, setListWanted] = useState<number | null>(null);
  const { change } = settings;
  const { readBeside, besideShare, listWidth } = settings.settings;
  const shownNow = useRef(sheet);
  useEffect(function noteSheet() {
    shownNow.current = sheet;
  });

  const withBeside = useCallback((place: ReportPlace, href: string) => ({ ...place, ...besideOf(shownNow.current, href) }), []);
  const follow = useFollow({ library, moves, withBeside, onWeb: setWebAddress });
  useSystemLinks(follow);
  const links = useMemo(() => ({ follow }), [follow]);
  const toSearch = useCallback(() => {
    setContentsWanted(false);
    flushSync(() => setListWanted(visit));
    // At once, so that the next key typed falls into the box.
    if (room === "single" && front === "sheet") flushSync(() => moves.showList(list));
    searchInput.current?.select();
  }, [room, front, list, moves, visit]);
  const showList = useCallback(
    (wanted: ListPlace) => {
      setListWanted(visit);
      moves.showList(wanted);
    },
    [visit, moves],
  );
  const openSettings = useCallback(() => setDialog("settings"), []);
  const openExport = useCallback(() => setDialog("export"), []);
  const openAbout = useCallback(() => setDialog("about"), []);
  const closeDialog = useCallback(() => setDialog(null), []);
  const openShortcuts = useCallback(() => setDialog("shortcuts"), []);
  const openKeySettings = useCallback(() => setDialog("keys"), []);
  const openPalette = useCallback(() => {
    // Before it is open: then nothing but itself could be done.
    setOffered(offeredActions());
    setDialog("palette");
  }, []);
  const toggleContents = useCallback(() => setContentsWanted((wanted) => !wanted), []);
  const toBin = useCallback(() => moves.open({ kind: "bin" }), [moves]);
  const toReport = useCallback((id: string) => moves.open({ kind: "import", id }), [moves]);
  const gathering = useGathering(sheet, settings);
  const toPages = useCallback((id: string) => moves.open({ kind: "report", id, page: null, terms: [] }), [moves]);
  const present = usePresenting(sheet, settings.settings.hiddenCollections);
  const tour = useTour(settings);
  const way = useWayCommands({ tabs, tabMoves, moves, sheet, searchInput });
  useImportEnd(sheet, toReport);
  useUnkept(settings.failure);
  useUnkeptReading();
  useNotePlace(sheet, visit);

  const read = sheet.kind === "letter" || sheet.kind === "report" ? library.document(sheet.id) : undefined;
  const titles = useSheetTitles();
  const readTitle = read ? titles.short(sheet) : null;
  const showContents = contentsWanted && read !== undefined;
  useCommands({
    moves,
    shortcuts: useShortcuts(),
    canGoBack: journey.past.length > 0,
    canGoForward: journey.future.length > 0,
    toSearch,
    toPalette: openPalette,
    toSettings: openSettings,
    toKeySettings: openKeySettings,
    toShortcuts: openShortcuts,
    toBin,
    toExport: openExport,
    toAbout: openAbout,
    toTour: tour.offer.take,
    toGather: gathering.gather,
    toGatherInto: gathering.gatherInto,
    way,
    present: sheet.kind === "letter" || sheet.kind === "rubric" || sheet.kind === "report" || sheet.kind === "dossier" ? present : null,
    toggleContents: read ? toggleContents : null,
  });
  const searchFor = (text: string): void => {
    toSearch();
    flushSync(() => moves.type(text));
    searchInput.current?.focus();
  };
  const wantsBeside = tour.isOn || (readBeside && listWanted !== visit && !showContents);
  const beside = sheet.kind === "report" && room !== "single" && wantsBeside ? sheet.beside : undefined;
  useEffect(
    function nameWindow() {
      document.title = readTitle === null ? "Relire" : `${readTitle} — Relire`;
    },
    [readTitle],
  );
  const listColumn = (
    <ListColumn
      list={list}
      sheet={sheet}
      visit={visit}
      contents={showContents ? read : undefined}
      settings={settings}
      input={searchInput}
      moves={moves}
      onCloseContents={() => setContentsWanted(false)}
    />
  );
  const sheetColumn = (
    <SheetColumn
      key={tabs.shown}
      sheet={sheet}
      visit={visit}
      canGoBack={journey.past.length > 0}
      canGoForward={journey.future.length > 0}
      moves={moves}
      scroll={scroll}
      settings={settings}
      hasRoomBeside={room !== "single"}
      contents={read ? showContents : null}
      onContents={toggleContents}
      onSettings={openSettings}
      onExport={openExport}
      onPresent={present}
      onGather={gathering.gather}
    />
  );
  return (
    <LinksContext value={links}>
      <TourContext value={tour.offer}>
        <NotesRoom settings={settings} onGather={gathering.gatherWords}>
        <div className="home">
          <div className="house">
            <Rail list={list.kind === "search" ? null : list} compact={room !== "wide"} onList={showList} onSettings={openSettings} onAbout={openAbout} />
            <div className="tabbed">
              <TabBar tabs={tabs} moves={tabMoves} />
              {room === "single" ? (
                <main className="column-alone">{front === "list" || showContents ? listColumn : sheetColumn}</main>
              ) : (
                <Columns
                  list={listColumn}
                  letter={beside ? <LetterBeside beside={beside} moves={moves} onClose={() => change({ readBeside: false })} /> : null}
                  sheet={sheetColumn}
                  width={listWidth}
                  share={besideShare}
                  onWidth={(width) => change({ listWidth: width })}
                  onShare={(percent) => change({ besideShare: percent })}
                />
              )}
            </div>
          </div>
          <ImportStrip onReport={toReport} />
          <MachineStrip onReport={toPages} />
        </div>
        <DropVeil />
        <Notices />
        <PasswordDialog />
        <PackDialog />
        <GatherDialog gathering={gathering} />
        <PassageMenu onSearch={moves.type} />
        <MarkMenu />
        <PresenterView />
        <WebLinkDialog address={webAddress} onClose={() => setWebAddress(null)} />
        <SettingsDialog isOpen={dialog === "settings" || dialog === "keys"} startsAtKeys={dialog === "keys"} state={settings} onClose={closeDialog} />
        <ExportDialog isOpen={dialog === "export"} sheet={sheet} isTypeset={settings.settings.frenchTypography} onClose={closeDialog} />
        <ShortcutsDialog isOpen={dialog === "shortcuts"} onClose={closeDialog} onChange={openKeySettings} />
        <Palette isOpen={dialog === "palette"} offered={offered} recent={settings.settings.recentSearches} onClose={closeDialog} onGo={(to) => goTo(to, { moves, showList, searchFor })} />
        <AboutDialog isOpen={dialog === "about"} state={settings} onClose={closeDialog} />
        {tour.isOn && <Tour place={journey.present} moves={moves} library={library} hidden={settings.settings.hiddenCollections} onEnd={tour.end} />}
        </NotesRoom>
      </TourContext>
    </LinksContext>
  );
}

/** The letter to stand beside a report that a link leads to: the one being read. */
function besideOf(sheet: SheetPlace, link: string): { beside?: Beside } {
  if (sheet.kind === "letter") return { beside: { letter: sheet.id, section: sheet.section, link } };
  return sheet.kind === "report" && sheet.beside ? { beside: sheet.beside } : {};
}
