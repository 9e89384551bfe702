/** What the menu and the keys ask of tabs, rows and what was read. */
import type { RefObject } from "react";
import { flushSync } from "react-dom";
import type { WayCommand } from "../bridge.ts";
import type { SheetPlace } from "../place.ts";
import { readingOf } from "../reading/readingStore.ts";
import { useMarking } from "../reading/useMarking.ts";
import { stopPlace } from "../rows/stopPlace.ts";
import { useRowPosition } from "../rows/useRowPosition.ts";
import { indexOf } from "../tabs/tabs.ts";
import type { Travel } from "../useJourney.ts";

/** Undefined for what cannot be done now: its keys are then free for what is read. */
export type WayCommands = Record<WayCommand, (() => void) | undefined>;

interface Ways extends Pick<Travel, "tabs" | "tabMoves" | "moves"> {
  sheet: SheetPlace;
  searchInput: RefObject<HTMLInputElement | null>;
}

export function useWayCommands({ tabs, tabMoves, moves, sheet, searchInput }: Ways): WayCommands {
  const position = useRowPosition(sheet);
  const mark = useMarking();
  const step = (side: "next" | "previous"): (() => void) | undefined => {
    const stop = position?.[side];
    return stop ? () => moves.open(stopPlace(stop, position.row)) : undefined;
  };
  const move = (by: 1 | -1): void => tabMoves.move(tabs.shown, Math.max(0, indexOf(tabs, tabs.shown) + by));
  return {
    newTab() {
      flushSync(tabMoves.open);
      searchInput.current?.focus();
    },
    closeTab: () => tabMoves.close(tabs.shown),
    reopenTab: tabMoves.reopen,
    nextTab: () => tabMoves.showBeside(1),
    previousTab: () => tabMoves.showBeside(-1),
    moveTabLeft: () => move(-1),
    moveTabRight: () => move(1),
    nextInRow: step("next"),
    previousInRow: step("previous"),
    toggleRead: sheet.kind === "letter" || sheet.kind === "report" ? () => mark([sheet.id], readingOf(sheet.id)?.kind !== "read") : undefined,
  };
}
