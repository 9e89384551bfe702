/** Dialogs and menus: they lie over the window, and have the focus and the keys to themselves. A notice, which passes, only calls itself one. */

export const openDialogs = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

export function isDialogOpen(): boolean {
  return document.querySelector(openDialogs) !== null;
}

export function isDialogOrMenuOpen(): boolean {
  return document.querySelector(`${openDialogs}, [role="menu"]`) !== null;
}
