/** What the keys, the menu, the palette and the mouse ask of the window as a whole. */
import { useEffect, useEffectEvent } from "react";
import { flushSync } from "react-dom";
import { beginning } from "../beginning.ts";
import { bridge, type Shortcuts } from "../bridge.ts";
import { runAction, useActions } from "../keys/actionHandlers.ts";
import { hearKeys } from "../keys/hearKeys.ts";
import { holdFocus } from "../keys/holdFocus.ts";
import { goToList, goToPane, rememberPanes } from "../keys/panes.ts";
import type { ListPlace } from "../place.ts";
import type { Moves } from "../useJourney.ts";
import type { WayCommands } from "./useWayCommands.ts";

interface Ways {
  moves: Moves;
  shortcuts: Shortcuts;
  canGoBack: boolean;
  canGoForward: boolean;
  toSearch(): void;
  toPalette(): void;
  toSettings(): void;
  toKeySettings(): void;
  toShortcuts(): void;
  toBin(): void;
  toExport(): void;
  toAbout(): void;
  toTour(): void;
  toGather(): void;
  toGatherInto(): void;
  way: WayCommands;
  /** Null when what is read cannot be projected. */
  present: (() => void) | null;
  /** Null when what is read has no contents. */
  toggleContents: (() => void) | null;
}

export function useCommands(ways: Ways): void {
  const { moves, shortcuts } = ways;
  const toList = (list: ListPlace) => (): void => {
    flushSync(() => moves.showList(list));
    goToList();
  };
  useActions({
    palette: ways.toPalette,
    back: ways.canGoBack ? moves.back : undefined,
    forward: ways.canGoForward ? moves.forward : undefined,
    search: ways.toSearch,
    letters: toList({ kind: "letters", collection: null }),
    rubrics: toList({ kind: "rubrics" }),
    reports: toList({ kind: "reports" }),
    contents: ways.toggleContents ?? undefined,
    nextPane: () => goToPane(1),
    previousPane: () => goToPane(-1),
    importFiles: () => void bridge.chooseImports("files"),
    importFolder: beginning().choosesBoth ? undefined : () => void bridge.chooseImports("folder"),
    imports: toList({ kind: "imports" }),
    notes: toList({ kind: "notes" }),
    dossiers: toList({ kind: "dossiers" }),
    gather: ways.toGather,
    gatherInto: ways.toGatherInto,
    bin: ways.toBin,
    export: ways.toExport,
    zoomIn: () => void bridge.changeView("zoomIn"),
    zoomOut: () => void bridge.changeView("zoomOut"),
    zoomReset: () => void bridge.changeView("zoomReset"),
    fullScreen: () => void bridge.changeView("fullScreen"),
    present: ways.present ?? undefined,
    ...ways.way,
    settings: ways.toSettings,
    shortcuts: ways.toShortcuts,
    changeShortcuts: ways.toKeySettings,
    tour: ways.toTour,
    about: ways.toAbout,
  });
  useEffect(function hearMenu() {
    return bridge.onCommand((command) => void runAction(command));
  }, []);
  const latest = useEffectEvent(() => shortcuts);
  useEffect(function hearShortcuts() {
    return hearKeys(() => latest());
  }, []);
  useEffect(rememberPanes, []);
  useEffect(holdFocus, []);
  useEffect(
    function hearHistoryKeys() {
      const onKey = ({ key }: KeyboardEvent): void => {
        if (key === "BrowserBack") moves.back();
        if (key === "BrowserForward") moves.forward();
      };
      window.addEventListener("keydown", onKey);
      return () => window.removeEventListener("keydown", onKey);
    },
    [moves],
  );
  useEffect(
    function hearMouseButtons() {
      const onMouse = ({ button }: MouseEvent): void => {
        if (button === 3) moves.back();
        if (button === 4) moves.forward();
      };
      window.addEventListener("mouseup", onMouse);
      return () => window.removeEventListener("mouseup", onMouse);
    },
    [moves],
  );
}
