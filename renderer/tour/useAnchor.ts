/** The element that a step of the tour stands beside: awaited, since a letter takes a moment to come, and outlined while it is shown. */
import { useEffect, useState } from "react";

/** The first of some selectors that is there and can be seen; null until one is. */
export function useAnchor(selectors: readonly string[]): HTMLElement | null {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(
    function awaitAnchor() {
      const look = (): void => setAnchor(firstOf(selectors));
      look();
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true });
      return () => observer.disconnect();
    },
    [selectors],
  );
  useEffect(
    function outlineAnchor() {
      anchor?.scrollIntoView({ block: "nearest" });
      anchor?.setAttribute("data-toured", "");
      return () => anchor?.removeAttribute("data-toured");
    },
    [anchor],
  );
  return anchor;
}

function firstOf(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
    if (found) return found;
  }
  return null;
}
