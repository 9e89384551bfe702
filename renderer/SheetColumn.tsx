/** The sheet's column: the bar, and under it what is being read. */
import { FolderPlus, Presentation, Printer } from "lucide-react";
import { memo, type ReactNode, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SearchTerm } from "../archive/model.ts";
import { beginning } from "./beginning.ts";
import { bridge } from "./bridge.ts";
import { ComfortPopover } from "./comfort/ComfortPopover.tsx";
import { Control } from "./frame/Control.tsx";
import { FailureNote } from "./frame/FailureNote.tsx";
import { SheetBar } from "./frame/SheetBar.tsx";
import { useSheetFocus } from "./frame/useSheetFocus.ts";
import { LetterSheet } from "./letter/LetterSheet.tsx";
import { RubricSheet } from "./letter/RubricSheet.tsx";
import { useLibrary } from "./library.ts";
import { useLinks } from "./links.ts";
import { CardSheet, DossierSheet, ImportReportSheet } from "./onDemand.tsx";
import { ReportSheet } from "./pdf/onDemand.tsx";
import { BinSheet } from "./import/BinSheet.tsx";
import { DocumentMenu } from "./import/DocumentMenu.tsx";
import { useRemoval } from "./import/useRemoval.ts";
import { documentPlace, passagePlace, type SheetPlace } from "./place.ts";
import { useFollowPages } from "./reading/useFollowPages.ts";
import { useReportMarking } from "./reading/useReportMarking.ts";
import { RowBar } from "./rows/RowBar.tsx";
import { useRowPosition } from "./rows/useRowPosition.ts";
import type { ScrollKeeper } from "./scrollKeeper.ts";
import { useSheetTitles } from "./sheetTitle.ts";
import { MissingSheet } from "./shelf/MissingSheet.tsx";
import { StartSheet } from "./shelf/StartSheet.tsx";
import type { Moves } from "./useJourney.ts";
import type { SettingsState } from "./useSettings.ts";

interface SheetColumnProps {
  sheet: SheetPlace;
  visit: number;
  canGoBack: boolean;
  canGoForward: boolean;
  moves: Moves;
  scroll: ScrollKeeper;
  settings: SettingsState;
  /** Whether a letter can stand beside its report. */
  hasRoomBeside: boolean;
  /** Whether the contents are shown; null when what is read has none. */
  contents: boolean | null;
  onContents(): void;
  onSettings(): void;
  onExport(): void;
  onPresent(): void;
  onGather(): void;
}

/** Drawn again only when what it shows changes: not at each key of a search. */
export const SheetColumn = memo(function SheetColumn(props: SheetColumnProps) {
  const { sheet, visit, canGoBack, canGoForward, moves, scroll, settings, hasRoomBeside, contents, onContents, onSettings, onExport, onPresent, onGather } = props;
  const { pageColours, readBeside, hiddenCollections: hidden } = settings.settings;
  const { t } = useTranslation();
  const library = useLibrary();
  const links = useLinks();
  const remove = useRemoval();
  const section = useRef<HTMLElement>(null);
  const opensAtItem = sheet.kind === "dossier" && typeof sheet.item === "string";
  useSheetFocus(section, visit, sheet.kind !== "letter" && sheet.kind !== "rubric" && sheet.kind !== "report" && !opensAtItem);
  const position = useRowPosition(sheet);
  const rowBar = sheet.kind === "letter" && position && (
    <RowBar head={position.head} place={sheet} position={position} onPlace={moves.open} onRow={(row) => moves.settle({ ...sheet, row }, visit)} />
  );
  const read = sheet.kind === "letter" || sheet.kind === "report" ? library.document(sheet.id) : undefined;
  const followPage = useFollowPages(read?.kind === "report" ? read : undefined, visit);
  const marking = useReportMarking(read);
  const titles = useSheetTitles();
  const isText = sheet.kind === "letter" || sheet.kind === "rubric";
  const presentControl = <Control icon={Presentation} name={t("present.action")} iconOnly onPress={onPresent} />;
  const gatherControl = <Control icon={FolderPlus} name={t("dossier.gatherKey")} iconOnly onPress={onGather} />;
  const bar = (controls?: ReactNode) => (
    <SheetBar
      // Beside a report's many controls there is room for its title alone.
      title={sheet.kind === "report" ? titles.short(sheet) : (titles.full(sheet) ?? t("app.name"))}
      canGoBack={canGoBack}
      canGoForward={canGoForward}
      onBack={moves.back}
      onForward={moves.forward}
      contents={contents}
      onContents={onContents}
      tools={
        isText ? (
          <>
            {gatherControl}
            {presentControl}
            <Control icon={Printer} name={t("export.title")} iconOnly onPress={onExport} />
            <ComfortPopover {...settings} onSettings={onSettings} />
          </>
        ) : (
          sheet.kind === "report" && (
            <>
              {gatherControl}
              {presentControl}
            </>
          )
        )
      }
    >
      {controls}
    </SheetBar>
  );
  const menu = read && library.isImported(read.id) && (
    <DocumentMenu
      onCard={() => moves.open({ kind: "card", id: read.id, imported: null })}
      onRemove={() => remove(read, () => moves.leave(visit))}
    />
  );
  if (sheet.kind === "card") {
    return (
      <section ref={section} className="sheet" aria-label={t("bar.sheet")}>
        <Suspense fallback={bar()}>
          <CardSheet
            id={sheet.id}
            imported={sheet.imported}
            toolbar={bar}
            onCard={(id) => moves.settle({ ...sheet, id }, visit)}
            onRead={(head) => moves.open(documentPlace(head.kind, head.id))}
            onRemove={(head, next) => remove(head, () => (next === null ? moves.leave(visit) : moves.leave(visit, { ...sheet, id: next })))}
          />
        </Suspense>
      </section>
    );
  }
  if (sheet.kind === "report") {
    const head = library.document(sheet.id);
    const closed = library.closed(sheet.id);
    return (
      <section ref={section} className="sheet" aria-label={t("bar.sheet")}>
        {head?.kind === "report" && !closed ? (
          <Suspense fallback={bar(menu)}>
            <ReportSheet
              key={head.id}
              report={head}
              page={sheet.page}
              terms={sheet.terms}
              words={sheet.words ?? ""}
              visit={visit}
              colours={pageColours}
              onColours={(colours) => settings.change({ pageColours: colours })}
              isBeside={sheet.beside && hasRoomBeside ? readBeside : null}
              onBeside={(isBeside) => settings.change({ readBeside: isBeside })}
              calls={bridge}
              more={marking}
              onPage={(page) => {
                moves.settle({ ...sheet, page }, visit);
                followPage(page);
              }}
              onJump={(page) => moves.open({ ...sheet, page })}
              onLink={links.follow}
              toolbar={(controls) =>
                bar(
                  <>
                    {controls}
                    {menu}
                  </>,
                )
              }
            />
          </Suspense>
        ) : (
          <>
            {bar(menu)}
            <FailureNote failure={closed ?? { code: "unknown-document", subject: sheet.id }} />
          </>
        )}
      </section>
    );
  }
  return (
    <section ref={section} className="sheet" aria-label={t("bar.sheet")}>
      {bar(
        <>
          {rowBar}
          {menu}
        </>,
      )}
      <Suspense>
        <Sheet sheet={sheet} visit={visit} scroll={scroll} hidden={hidden} moves={moves} />
      </Suspense>
    </section>
  );
});

type Shown = Pick<SheetColumnProps, "scroll" | "moves"> & { hidden: string[]; sheet: Exclude<SheetPlace, { kind: "report" | "card" }>; visit: number };

const noTerms: readonly SearchTerm[] = [];

function Sheet({ sheet, visit, scroll, hidden, moves }: Shown) {
  const { troubles } = useLibrary();
  const openLetter = (id: string, section: string | null = null): void => moves.open({ kind: "letter", id, section, terms: [] });
  switch (sheet.kind) {
    case "start":
      return (
        <StartSheet
          troubles={[...beginning().troubles, ...troubles]}
          onLetter={openLetter}
          onPlace={moves.open}
          onReport={(id) => moves.open({ kind: "report", id, page: null, terms: [] })}
          onSearch={moves.type}
        />
      );
    case "letter":
      return (
        <LetterSheet
          letter={sheet.id}
          section={sheet.section}
          link={sheet.link}
          paragraph={sheet.paragraph}
          terms={sheet.terms}
          visit={visit}
          scroll={scroll}
          row={sheet.row}
          onPlace={moves.open}
          onSection={(section) => moves.open({ kind: "letter", id: sheet.id, section, terms: [], ...(sheet.row && { row: sheet.row }) })}
        />
      );
    case "rubric":
      return (
        <RubricSheet
          id={sheet.id}
          hidden={hidden}
          visit={visit}
          scroll={scroll}
          onOpen={(id, section) => moves.open({ kind: "letter", id, section, terms: [], row: { kind: "rubric", id: sheet.id } })}
        />
      );
    case "import":
      return (
        <ImportReportSheet
          key={sheet.id}
          id={sheet.id}
          onOpen={(kind, id) => moves.open(documentPlace(kind, id))}
          onCard={(id) => moves.open({ kind: "card", id, imported: sheet.id })}
        />
      );
    case "bin":
      return <BinSheet />;
    case "dossier":
      return (
        <DossierSheet
          key={sheet.id}
          id={sheet.id}
          item={sheet.item ?? null}
          terms={sheet.terms ?? noTerms}
          visit={visit}
          scroll={scroll}
          onDossier={(id) => moves.open({ kind: "dossier", id })}
          onPassage={(id, isPage, note) => moves.open(passagePlace(id, isPage, note))}
          onRemoved={() => moves.leave(visit)}
        />
      );
    case "missing":
      return <MissingSheet missing={sheet.missing} onBin={() => moves.open({ kind: "bin" })} />;
  }
}
