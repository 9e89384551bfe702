/** Keys of a report: those that hold wherever the focus is inside it, and F3, which holds as long as it is shown. */
import { type KeyboardEvent, useEffect, useEffectEvent } from "react";
import type { ReportActions } from "./ReportMenu.tsx";
import type { MarkWalk } from "./useMarkWalk.ts";

interface Keyed {
  walk: MarkWalk;
  actions: ReportActions;
  closeFind(): void;
}

/** Gives what to do with a key pressed inside the report. The app's own Ctrl+F holds everywhere else. */
export function useReportKeys({ walk, actions, closeFind }: Keyed): (event: KeyboardEvent) => void {
  const walkOn = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== "F3" || event.ctrlKey || event.altKey || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    if (walk.isOpen) walk.step(event.shiftKey ? -1 : 1);
    else actions.find();
  });
  useEffect(function hearF3() {
    const hear = (event: globalThis.KeyboardEvent): void => walkOn(event);
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return (event) => {
    // React lets keys of menus and dialogs come by, though they lie elsewhere in the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    const act = actionOf(event, actions, walk, closeFind);
    if (!act) return;
    // Otherwise the menu, which listens after the page, would act as well.
    event.preventDefault();
    act();
  };
}

function actionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, actions: ReportActions, walk: MarkWalk, closeFind: () => void): (() => void) | null {
  if (altKey) return null;
  if (key === "Escape" && walk.isOpen) return closeFind;
  if (!ctrlKey && !metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "c" && shiftKey) return actions.copyReference;
  if (shiftKey) return null;
  const plain: Record<string, () => void> = { f: actions.find, p: actions.print, s: actions.saveCopy };
  return plain[letter] ?? null;
}
