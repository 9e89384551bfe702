/** Keeps the focus in the window when what had it went away with its tab: what is read then takes it. Letters put it on their heading themselves. */
import { useEffect, useRef } from "react";
import { shownTab, type Tabs } from "../tabs/tabs.ts";

export function useKeptFocus(tabs: Tabs): void {
  const before = useRef(tabs);
  useEffect(
    function restoreFocus() {
      const isSame = before.current.shown === tabs.shown && before.current.open.length === tabs.open.length;
      before.current = tabs;
      const { kind } = shownTab(tabs).journey.present.sheet;
      const sheet = document.querySelector<HTMLElement>(".sheet");
      if (isSame || !sheet || document.activeElement !== document.body || kind === "letter" || kind === "rubric") return;
      sheet.tabIndex = -1;
      sheet.focus({ preventScroll: true });
    },
    [tabs],
  );
}
