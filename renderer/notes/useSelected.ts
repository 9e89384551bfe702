/** What is selected in the texts on screen, once it is: while a hand still draws it, nothing stands in its way. */
import { useCallback, useEffect, useState } from "react";
import { type Selected, selectedNow } from "./selectedParts.ts";

export interface SelectionSeen {
  selected: Selected;
  /** Asked for by the keyboard. */
  byKeys: boolean;
}

export function useSelected(): [seen: SelectionSeen | null, look: (byKeys: boolean) => SelectionSeen | null, forget: () => void] {
  const [seen, setSeen] = useState<SelectionSeen | null>(null);
  const look = useCallback((byKeys: boolean) => {
    const selected = selectedNow();
    const found = selected && { selected, byKeys };
    setSeen(found);
    return found;
  }, []);
  const forget = useCallback(() => setSeen(null), []);
  useEffect(
    function followHand() {
      const ending = new AbortController();
      const { signal } = ending;
      // A press of a button draws no selection: the one that stands was seen, or its bar sent away.
      let isPress = false;
      const noteStart = ({ target }: Event): void => {
        isPress = target instanceof Element && target.closest("button, input, [role='button'], nav") !== null;
      };
      // The selection is what it will be only after the press has ended.
      const lookSoon = (event: Event): void => {
        // Another button asks for a menu.
        const isHand = !(event instanceof PointerEvent) || event.button === 0;
        const wasPress = event instanceof PointerEvent && isPress;
        isPress = false;
        if (isHand && !wasPress && !isInTools(event.target)) requestAnimationFrame(() => look(false));
      };
      const onKeyUp = (event: KeyboardEvent): void => {
        if (event.shiftKey && event.key.startsWith("Arrow")) lookSoon(event);
      };
      const hideEmpty = (): void => {
        if (document.getSelection()?.isCollapsed) forget();
      };
      document.addEventListener("pointerdown", noteStart, { capture: true, signal });
      document.addEventListener("pointerup", lookSoon, { signal });
      document.addEventListener("keyup", onKeyUp, { signal });
      document.addEventListener("selectionchange", hideEmpty, { signal });
      return () => ending.abort();
    },
    [look, forget],
  );
  const isShown = seen !== null;
  useEffect(
    function followScroll() {
      if (!isShown) return;
      const move = (): void => setSeen((before) => (before ? moved(before) : null));
      document.addEventListener("scroll", move, { capture: true, passive: true });
      return () => document.removeEventListener("scroll", move, { capture: true });
    },
    [isShown],
  );
  return [seen, look, forget];
}

/** Null once it is out of sight. */
function moved(seen: SelectionSeen): SelectionSeen | null {
  const selection = document.getSelection();
  const box = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null;
  return box && box.bottom > 48 && box.top < window.innerHeight ? { ...seen, selected: { ...seen.selected, box } } : null;
}

function isInTools(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".selection-tools, [role='dialog']") !== null;
}
