/** The tabs: each its own journey, one of them shown, those closed lately within reach. Pure. */
import { type Journey, open, type Place, type SheetPlace, start } from "../place.ts";

export interface Tab {
  id: number;
  journey: Journey;
  /** Id of the tab that it was opened from. */
  opener: number | null;
}

export interface Tabs {
  /** In their order, at least one. */
  open: Tab[];
  /** Id of the one that is shown. */
  shown: number;
  /** The one closed last first, and where it stood. */
  closed: { tab: Tab; index: number }[];
  /** The highest id given so far. */
  last: number;
}

/** Tabs open at once: more would be too narrow to be told apart. */
export const mostTabs = 60;
/** Closed tabs within reach. */
const mostClosed = 25;
/** Visits that a journey can number before it would meet those of another tab: visits are told apart across all tabs. */
const visitsPerTab = 1_000_000;

export const firstTabs: Tabs = { open: [{ id: 0, journey: start, opener: null }], shown: 0, closed: [], last: 0 };

/** Tabs that show these places, at least one, none with a past. `shown` counts from 0. */
export function tabsOf(places: readonly Pick<Place, "list" | "sheet">[], shown: number): Tabs {
  const tabs = places.map((place, id) => ({ id, journey: journeyAt(id, place), opener: null }));
  if (tabs.length === 0) return firstTabs;
  return { open: tabs, shown: Math.min(Math.max(shown, 0), tabs.length - 1), closed: [], last: tabs.length - 1 };
}

export function shownTab({ open: tabs, shown }: Tabs): Tab {
  const tab = tabs.find(({ id }) => id === shown);
  if (!tab) throw new Error("no tab is shown");
  return tab;
}

/** A step of the journey in the tab that is shown. */
export function travel(tabs: Tabs, step: (journey: Journey) => Journey): Tabs {
  return travelIn(tabs, tabs.shown, step);
}

/** The same in whichever tab is at this visit; none when no tab is there any more. */
export function travelAt(tabs: Tabs, visit: number, step: (journey: Journey) => Journey): Tabs {
  const tab = tabs.open.find(({ journey }) => journey.present.visit === visit);
  return tab ? travelIn(tabs, tab.id, step) : tabs;
}

/** Opens a sheet in a tab of its own, after those opened from here before; in the one shown when there is no room for more tabs. */
export function openTab(tabs: Tabs, sheet: SheetPlace, isShown: boolean): Tabs {
  if (tabs.open.length >= mostTabs) return travel(tabs, (journey) => open(journey, sheet));
  const id = tabs.last + 1;
  const { list } = shownTab(tabs).journey.present;
  const tab: Tab = { id, journey: journeyAt(id, { list: list.kind === "search" ? start.present.list : list, sheet }), opener: tabs.shown };
  const at = tabs.open.findIndex(({ id: each }) => each === tabs.shown) + 1;
  const after = tabs.open.findIndex(({ opener }, index) => index >= at && opener !== tabs.shown);
  return { ...tabs, open: tabs.open.toSpliced(after < 0 ? tabs.open.length : after, 0, tab), shown: isShown ? id : tabs.shown, last: id };
}

/**
 * Closes one; in place of the only one stands a fresh one. The tab after it is shown in its stead, or else the one before. A tab in which nothing was
 * opened yet is not kept within reach.
 */
export function closeTab(tabs: Tabs, id: number): Tabs {
  const index = tabs.open.findIndex((tab) => tab.id === id);
  const tab = tabs.open[index];
  if (!tab || (isFresh(tab) && tabs.open.length === 1)) return tabs;
  const closed = isFresh(tab) ? tabs.closed : [{ tab, index }, ...tabs.closed].slice(0, mostClosed);
  const left = tabs.open.toSpliced(index, 1);
  const heir = left[index] ?? left[index - 1];
  if (!heir) {
    const fresh = tabs.last + 1;
    return { open: [{ id: fresh, journey: journeyAt(fresh, start.present), opener: null }], shown: fresh, closed, last: fresh };
  }
  return { ...tabs, open: left, shown: tabs.shown === id ? heir.id : tabs.shown, closed };
}

/** The tab closed last, where it stood, with its journey; it is shown. Nothing when none was closed, or there is no room. */
export function reopenTab(tabs: Tabs): Tabs {
  const [latest, ...closed] = tabs.closed;
  if (!latest || tabs.open.length >= mostTabs) return tabs;
  return { ...tabs, open: tabs.open.toSpliced(latest.index, 0, latest.tab), shown: latest.tab.id, closed };
}

export function showTab(tabs: Tabs, id: number): Tabs {
  return tabs.open.some((tab) => tab.id === id) ? { ...tabs, shown: id } : tabs;
}

/** The next tab, or the one before; from the last to the first. */
export function showBeside(tabs: Tabs, by: 1 | -1): Tabs {
  const { length } = tabs.open;
  const at = indexOf(tabs, tabs.shown);
  return { ...tabs, shown: tabs.open[(at + by + length) % length]?.id ?? tabs.shown };
}

/** Puts a tab at another place, from 0; past an end it is put at that end. */
export function moveTab(tabs: Tabs, id: number, to: number): Tabs {
  const tab = tabs.open.find((each) => each.id === id);
  if (!tab) return tabs;
  const others = tabs.open.filter((each) => each !== tab);
  return { ...tabs, open: others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, tab) };
}

/** From 0; -1 when it is not open. */
export function indexOf({ open: tabs }: Tabs, id: number): number {
  return tabs.findIndex((tab) => tab.id === id);
}

function isFresh({ journey: { past, present, future } }: Tab): boolean {
  return present.sheet.kind === "start" && past.length === 0 && future.length === 0;
}

function travelIn(tabs: Tabs, id: number, step: (journey: Journey) => Journey): Tabs {
  return { ...tabs, open: tabs.open.map((tab) => (tab.id === id ? { ...tab, journey: step(tab.journey) } : tab)) };
}

function journeyAt(id: number, { list, sheet }: Pick<Place, "list" | "sheet">): Journey {
  return { past: [], present: { visit: id * visitsPerTab, list, sheet, front: sheet.kind === "start" ? "list" : "sheet" }, future: [] };
}
