/** The journeys of all tabs as React state, with the ways to move through the one that is shown, and where each visit was left. */
import { useMemo, useReducer, useState } from "react";
import { back, forward, type Journey, leave, type ListPlace, open, settle, type SheetPlace, showList, type } from "./place.ts";
import { createScrollKeeper, type ScrollKeeper } from "./scrollKeeper.ts";
import { isNewTabWanted } from "./tabs/newTabWish.ts";
import { closeTab, moveTab, openTab, reopenTab, showBeside, showTab, shownTab, type Tabs, travel, travelAt } from "./tabs/tabs.ts";

export interface Moves {
  /** Opens a sheet: in a tab of its own, behind this one, when the click that asks for it says so. */
  open(sheet: SheetPlace): void;
  /** The way to open that is asked for just now, for who has to find out what to open first. */
  opening(): (sheet: SheetPlace) => void;
  showList(list: ListPlace): void;
  type(text: string): void;
  /** Notes where the reader got to in a visit; nothing when no tab is there any more. */
  settle(sheet: SheetPlace, visit: number): void;
  leave(visit: number, instead?: SheetPlace): void;
  back(): void;
  forward(): void;
}

export interface TabMoves {
  /** A fresh tab, shown. */
  open(): void;
  close(id: number): void;
  reopen(): void;
  show(id: number): void;
  showBeside(by: 1 | -1): void;
  /** To another place among them, from 0. */
  move(id: number, to: number): void;
}

export interface Travel {
  tabs: Tabs;
  tabMoves: TabMoves;
  /** Of the tab that is shown. */
  journey: Journey;
  moves: Moves;
  scroll: ScrollKeeper;
}

type Step = (tabs: Tabs) => Tabs;

export function useJourney(first: Tabs): Travel {
  const [tabs, dispatch] = useReducer((before: Tabs, step: Step) => step(before), first);
  const [scroll] = useState(createScrollKeeper);
  const [moves, tabMoves] = useMemo(() => movesOf(dispatch, scroll), [scroll]);
  return { tabs, tabMoves, journey: shownTab(tabs).journey, moves, scroll };
}

function movesOf(dispatch: (step: Step) => void, scroll: ScrollKeeper): [Moves, TabMoves] {
  const take = (step: Step): void => {
    scroll.keep();
    dispatch(step);
  };
  const go = (step: (journey: Journey) => Journey): void => take((tabs) => travel(tabs, step));
  const moves: Moves = {
    open: (sheet) => moves.opening()(sheet),
    opening() {
      if (isNewTabWanted()) return (sheet) => take((tabs) => openTab(tabs, sheet, false));
      return (sheet) => go((journey) => open(journey, sheet));
    },
    showList: (list) => go((journey) => showList(journey, list)),
    type: (text) => go((journey) => type(journey, text)),
    settle: (sheet, visit) => dispatch((tabs) => travelAt(tabs, visit, (journey) => settle(journey, sheet))),
    leave: (visit, instead) => dispatch((tabs) => travelAt(tabs, visit, (journey) => leave(journey, visit, instead))),
    back: () => go(back),
    forward: () => go(forward),
  };
  const tabMoves: TabMoves = {
    open: () => take((tabs) => openTab(tabs, { kind: "start" }, true)),
    close: (id) => take((tabs) => closeTab(tabs, id)),
    reopen: () => take(reopenTab),
    show: (id) => take((tabs) => showTab(tabs, id)),
    showBeside: (by) => take((tabs) => showBeside(tabs, by)),
    move: (id, to) => dispatch((tabs) => moveTab(tabs, id, to)),
  };
  return [moves, tabMoves];
}
