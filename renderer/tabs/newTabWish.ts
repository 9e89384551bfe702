/**
 * Whether what is being opened is wanted in a tab of its own: by Ctrl or Cmd with a click or with Enter, or by the middle button. Heard here once for
 * all lists, links and buttons, which need not know of it: a middle click on any of them becomes a click with Ctrl.
 */
const openers = "a[href], button:not([data-keeps-middle-click]), [role='option']";

let wanted = false;

/** To be asked while the click or the key is being answered. */
export function isNewTabWanted(): boolean {
  return wanted;
}

/** Gives the way to stop. */
export function hearNewTabWishes(): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const wish = (is: boolean): void => {
    wanted = is;
    // Until all who hear the event have answered; nothing else asks meanwhile.
    if (is) setTimeout(() => void (wanted = false));
  };
  window.addEventListener("click", (event) => wish(event.ctrlKey || event.metaKey), options);
  window.addEventListener("keydown", (event) => wish(isWishedByKey(event)), options);
  // Chromium clicks on Enter, but not with Ctrl. Whoever has a use of their own for it comes first.
  window.addEventListener("keydown", (event) => !event.defaultPrevented && isWishedByKey(event) && clickWithCtrl(openerOf(event), event), { signal: listening.signal });
  window.addEventListener("auxclick", (event) => event.button === 1 && clickWithCtrl(openerOf(event), event), options);
  // The middle button would begin to scroll by itself.
  window.addEventListener("mousedown", (event) => event.button === 1 && openerOf(event) && event.preventDefault(), options);
  return () => listening.abort();
}

function isWishedByKey({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !isComposing;
}

/** What the event is about, if that opens something. */
function openerOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(openers) : null;
}

function clickWithCtrl(opener: HTMLElement | null, event: Event): void {
  if (!opener) return;
  event.preventDefault();
  opener.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }));
}
