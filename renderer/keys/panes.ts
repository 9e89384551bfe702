/** F6: the focus goes to the next part of the window, where it was there before, or else where one begins to read. Over all that a dialog opened: to a notice, and back. */
import { openDialogs } from "./layers.ts";

/** The parts of the window, in the order they are read; what an import or a notice says is one while it is there. */
const paneSelector = "nav.rail, section.list, section.sheet, .import-strip, .notices";

const lastIn = new WeakMap<Element, HTMLElement>();

/** Notes where the focus is in each part, until the function that it gives is called. */
export function rememberPanes(): () => void {
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest(`${paneSelector}, ${openDialogs}`);
    if (pane) lastIn.set(pane, target);
  };
  document.addEventListener("focusin", note);
  return () => document.removeEventListener("focusin", note);
}

export function goToPane(by: 1 | -1): void {
  if (document.querySelector('[role="menu"]')) return;
  const dialog = [...document.querySelectorAll<HTMLElement>(openDialogs)].at(-1);
  const notices = document.querySelector<HTMLElement>(".notices");
  const panes = dialog ? [dialog, ...(notices ? [notices] : [])] : [...document.querySelectorAll<HTMLElement>(paneSelector)];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const begin = by > 0 ? 0 : panes.length - 1;
  const pane = panes[here < 0 ? begin : (here + by + panes.length) % panes.length];
  if (pane) enterPane(pane);
}

function enterPane(pane: HTMLElement): void {
  const last = lastIn.get(pane);
  if (last && pane.contains(last) && last.checkVisibility()) last.focus();
  if (!pane.contains(document.activeElement)) beginningOf(pane)?.focus();
}

/** The focus goes to the list, past the search box. */
export function goToList(): void {
  const list = document.querySelector<HTMLElement>("section.list .list-scroller");
  if (list) beginningOf(list)?.focus();
}

/** What is current in it, where its text begins, or else its first control. */
export function beginningOf(pane: HTMLElement): HTMLElement | undefined {
  return firstOf(pane, '[aria-current="page"]') ?? firstOf(pane, ".report-pages") ?? firstOf(pane, 'h1[tabindex="-1"]') ?? firstOf(pane, focusable);
}

const focusable = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not(:disabled)";

function firstOf(pane: HTMLElement, selector: string): HTMLElement | undefined {
  return [...pane.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility());
}
