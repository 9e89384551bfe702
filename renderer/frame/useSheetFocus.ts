/** What is opened in the sheet takes the focus with its heading, unless the person has gone on to something else meanwhile. Texts and reports, which take time to come, do so by themselves. */
import { type RefObject, useEffect } from "react";
import { mayTakeFocus } from "../keys/holdFocus.ts";

/** `isMeant` tells the kinds of sheet that this is for. */
export function useSheetFocus(sheet: RefObject<HTMLElement | null>, visit: number, isMeant: boolean): void {
  useEffect(
    function takeFocus() {
      const element = sheet.current;
      if (!element || !isMeant || visit === 0) return;
      const arrived = document.activeElement;
      const take = (): boolean => {
        const heading = element.querySelector<HTMLElement>('h1[tabindex="-1"]');
        if (heading && mayTakeFocus(arrived)) heading.focus();
        return heading !== null;
      };
      if (take()) return;
      const observer = new MutationObserver(() => take() && observer.disconnect());
      observer.observe(element, { subtree: true, childList: true });
      return () => observer.disconnect();
    },
    [sheet, visit, isMeant],
  );
}
