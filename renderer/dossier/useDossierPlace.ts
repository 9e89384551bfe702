/** Where a dossier is opened: at the item that was asked for, which takes the focus, or where it was left on an earlier visit. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { isStandIn } from "../keys/holdFocus.ts";
import type { ScrollKeeper } from "../scrollKeeper.ts";

/** CSS pixels over an item that is come to. */
const margin = 24;

/** `isReady` once the dossier is there. */
export function useDossierPlace(scroller: RefObject<HTMLElement | null>, visit: number, item: string | null, scroll: ScrollKeeper, isReady: boolean): void {
  const arrival = useRef<{ visit: number; focused: Element | null } | null>(null);
  useLayoutEffect(
    function noteFocus() {
      arrival.current = { visit, focused: document.activeElement };
    },
    [visit],
  );
  useEffect(
    function open() {
      const element = scroller.current;
      if (!element || !isReady) return;
      const left = scroll.leftAt(visit);
      const arrive = (): boolean => {
        const row = element.querySelector<HTMLElement>(item === null ? ".dossier-item" : `.dossier-item[data-key="${CSS.escape(item)}"]`);
        if (!row) return false;
        if (left !== undefined) element.scrollTo({ top: left });
        else if (item !== null) element.scrollBy({ top: row.getBoundingClientRect().top - element.getBoundingClientRect().top - margin });
        // Whoever went on to something else meanwhile keeps their place.
        const { activeElement } = document;
        const isFree = activeElement === arrival.current?.focused || activeElement === document.body || isStandIn(activeElement);
        if (item !== null && isFree) row.focus({ preventScroll: true });
        return true;
      };
      // Items come a little after the dossier.
      const observer = new MutationObserver(() => arrive() && observer.disconnect());
      if (!arrive()) observer.observe(element, { subtree: true, childList: true });
      const unwatch = scroll.watch(visit, element);
      return () => {
        observer.disconnect();
        unwatch();
      };
    },
    [scroller, visit, item, scroll, isReady],
  );
}
