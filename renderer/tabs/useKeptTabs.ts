/** Has the shell keep the tabs, soon after each change and when the window goes. */
import { useEffect, useRef } from "react";
import { bridge } from "../bridge.ts";
import type { Library } from "../library.ts";
import type { ScrollKeeper } from "../scrollKeeper.ts";
import { keptOf } from "./keptTabs.ts";
import type { Tabs } from "./tabs.ts";

/** Milliseconds without a change. */
const rest = 300;

export function useKeptTabs(tabs: Tabs, library: Library, scroll: ScrollKeeper): void {
  const told = useRef("");
  useEffect(
    function keepThem() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const keep = (): void => {
        clearTimeout(timer);
        const kept = keptOf(tabs, library, scroll.restedAt);
        const text = JSON.stringify(kept);
        if (text === told.current) return;
        told.current = text;
        void bridge.keepTabs(kept);
      };
      const keepSoon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(keep, rest);
      };
      keepSoon();
      const stopHearing = scroll.onRest(keepSoon);
      window.addEventListener("pagehide", keep);
      return () => {
        clearTimeout(timer);
        stopHearing();
        window.removeEventListener("pagehide", keep);
      };
    },
    [tabs, library, scroll],
  );
}
