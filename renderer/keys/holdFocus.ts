/**
 * The focus never falls out of the window's parts: when the element that has it is taken away or switched off, what stands nearest to where it
 * was takes it, unless a view has given it another place by then. Otherwise Tab would begin again at the top, and a screen reader lose its place.
 */
import { isDialogOpen } from "./layers.ts";
import { beginningOf } from "./panes.ts";

let standIn: Element | null = null;

/**
 * Whether a view that opens may take the focus: when it is where it was as the view was asked for, when nothing has it, or when it only stands where
 * it is because what had it is gone. Whoever went on to something else meanwhile keeps their place; so does a dialog that opened over the view.
 */
export function mayTakeFocus(asked: Element | null | undefined): boolean {
  const { activeElement } = document;
  if (isDialogOpen()) return false;
  return activeElement === asked || activeElement === document.body || (activeElement !== null && activeElement === standIn);
}

/** Holds the focus until the function that it gives is called. */
export function holdFocus(): () => void {
  let last: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  let asked = 0;
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = ancestorsOf(target);
    if (standIn !== target) standIn = null;
  };
  const place = (): void => {
    asked = 0;
    if (!isLost(last)) return;
    const near = around.filter((each) => each.isConnected && each.checkVisibility());
    const next = near.map(beginningOf).find((each) => each !== undefined);
    if (!next) return;
    standIn = next;
    next.focus({ preventScroll: true });
  };
  // Two frames on: a dialog that closed has given the focus back by then, and a view that opens has taken it.
  const look = (): void => {
    if (asked === 0 && isLost(last)) asked = requestAnimationFrame(() => (asked = requestAnimationFrame(place)));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "hidden"] });
  document.addEventListener("focusin", note);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(asked);
    document.removeEventListener("focusin", note);
  };
}

/** Whether nothing has the focus, and what had it cannot have it back. A person who clicks beside everything has given it up. */
function isLost(last: HTMLElement | null): boolean {
  if (last === null || (document.activeElement !== null && document.activeElement !== document.body && !document.activeElement.matches(":disabled"))) return false;
  return !last.isConnected || last.matches(":disabled") || !last.checkVisibility();
}

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) found.push(each);
  return found;
}
