/** What the menu and the keys ask of the window. */
import { useEffect } from "react";
import { bridge, type Command } from "../bridge.ts";
import type { Moves } from "../useJourney.ts";
import type { WayCommands } from "./useWayCommands.ts";

interface Ways {
  moves: Moves;
  toSearch(): void;
  toSettings(): void;
  toBin(): void;
  toExport(): void;
  toAbout(): void;
  toPresent(): void;
  toGather(): void;
  way: WayCommands;
}

export function useCommands({ moves, toSearch, toSettings, toBin, toExport, toAbout, toPresent, toGather, way }: Ways): void {
  useEffect(function hearMenu() {
    /** Others are the notes' own. */
    const run: Partial<Record<Command, () => void>> = {
      back: moves.back,
      forward: moves.forward,
      search: toSearch,
      letters: () => moves.showList({ kind: "letters", collection: null }),
      rubrics: () => moves.showList({ kind: "rubrics" }),
      reports: () => moves.showList({ kind: "reports" }),
      imports: () => moves.showList({ kind: "imports" }),
      notes: () => moves.showList({ kind: "notes" }),
      bin: toBin,
      settings: toSettings,
      export: toExport,
      about: toAbout,
      present: toPresent,
      gather: toGather,
      dossiers: () => moves.showList({ kind: "dossiers" }),
      ...way,
    };
    return bridge.onCommand((command) => run[command]?.());
  });
  useEffect(function hearSlash() {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      toSearch();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
