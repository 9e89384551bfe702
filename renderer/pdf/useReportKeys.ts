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
    "next-mark": step(1),
    "previous-mark": step(-1),
    "next-page": desk ? () => void desk.turn(1) : undefined,
    "previous-page": desk ? () => void desk.turn(-1) : undefined,
    "go-to-page": desk ? toPageField : undefined,
    "copy-reference": actions.copyReference,
    "save-copy": actions.saveCopy,
  });
  useActions({ find: actions.find, export: actions.print }, focusIn(".report"));
  useActions(
    desk ? { "zoom-in": () => desk.zoom(1), "zoom-out": () => desk.zoom(-1), "zoom-reset": () => desk.fit("auto") } : {},
    focusIn(".report-pages"),
  );
  return (event) => {
    // React lets keys of menus and dialogs come by, though they lie elsewhere in the page.
    if (event.key !== "Escape" || !walk.isOpen || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    closeFind();
  };
}
