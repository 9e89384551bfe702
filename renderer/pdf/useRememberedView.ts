/** Has the shell remember how a report is seen, once the reader lets it rest, and when it is left. */
import { useEffect, useRef } from "react";
import type { DeskView } from "./deskView.ts";
import type { PageDesk } from "./PageDesk.ts";
import type { ReportCalls } from "./reportCalls.ts";

/** Milliseconds without a change. */
const rest = 800;

/** `view` is what is seen now: each change of it begins another rest. */
export function useRememberedView(document: string, desk: PageDesk | null, view: DeskView, keep: ReportCalls["keepReportView"]): void {
  const unsaved = useRef<(() => void) | null>(null);
  useEffect(
    function remember() {
      if (!desk || view.scale === 0) return;
      // Read now: when the report is left, its desk is cleared first.
      const seen = desk.remembered;
      const save = (): void => {
        unsaved.current = null;
        void keep({ document, view: seen });
      };
      unsaved.current = save;
      const timer = setTimeout(save, rest);
      return () => clearTimeout(timer);
    },
    [document, desk, view, keep],
  );
  useEffect(
    function saveOnLeaving() {
      const save = (): void => unsaved.current?.();
      window.addEventListener("pagehide", save);
      return () => {
        window.removeEventListener("pagehide", save);
        save();
      };
    },
    [],
  );
}
