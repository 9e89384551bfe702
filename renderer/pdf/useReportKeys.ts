/** What the actions mean in a report: some as long as it is shown, some while the focus is inside it, sizes while it is on the pages. */
import type { KeyboardEvent, RefObject } from "react";
import { useActions } from "../keys/actionHandlers.ts";
import type { PageDesk } from "./PageDesk.ts";
import type { ReportActions } from "./ReportMenu.tsx";
import type { MarkWalk } from "./useMarkWalk.ts";

interface Keyed {
  report: RefObject<HTMLElement | null>;
  desk: PageDesk | null;
  walk: MarkWalk;
  actions: ReportActions;
  closeFind(): void;
}

/** Gives what to do with a key pressed inside the report. */
export function useReportKeys({ report, desk, walk, actions, closeFind }: Keyed): (event: KeyboardEvent) => void {
  const step = (direction: 1 | -1) => () => (walk.isOpen ? walk.step(direction) : actions.find());
  const toPageField = (): void => report.current?.querySelector<HTMLInputElement>(".page-field input")?.focus();
  const focusIn = (selector: string) => () => report.current?.contains(document.activeElement?.closest(selector) ?? null) ?? false;
  useActions({
    nextMark: step(1),
    previousMark: step(-1),
    nextPage: desk ? () => void desk.turn(1) : undefined,
    previousPage: desk ? () => void desk.turn(-1) : undefined,
    goToPage: desk ? toPageField : undefined,
    saveCopy: actions.saveCopy,
  });
  useActions({ find: actions.find, export: actions.print, copyReference: actions.copyReference }, focusIn(".report"));
  useActions(
    desk ? { zoomIn: () => desk.zoom(1), zoomOut: () => desk.zoom(-1), zoomReset: () => desk.fit("auto") } : {},
    focusIn(".report-pages"),
  );
  return (event) => {
    // React lets keys of menus and dialogs come by, though they lie elsewhere in the page.
    if (event.key !== "Escape" || !walk.isOpen || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    closeFind();
  };
}
