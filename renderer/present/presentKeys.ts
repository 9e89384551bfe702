/** What keys and clickers mean while something is projected: by what a key says, so on any keyboard. */
import { useLayoutEffect } from "react";
import { bridge, type PresentMove } from "../bridge.ts";

const moves: Record<string, PresentMove> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  n: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Backspace: "previous",
  p: "previous",
  Home: "first",
  End: "last",
  b: "black",
  ".": "black",
  w: "white",
  ",": "white",
  i: "ground",
  t: "timer",
  r: "resetTimer",
  m: "showTimer",
  Escape: "end",
};

const shifted: Record<string, PresentMove> = { " ": "previous", Enter: "previous", ArrowRight: "nextSlide", ArrowDown: "nextSlide", PageDown: "nextSlide", ArrowLeft: "previousSlide", ArrowUp: "previousSlide", PageUp: "previousSlide" };

/** The move of a key, or null. Escape lifts a veil before it ends anything. */
export function moveOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">, isVeiled: boolean): PresentMove | null {
  if (ctrlKey || altKey || metaKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (name === "Escape" && isVeiled) return "next";
  return (shiftKey ? shifted[name] : undefined) ?? moves[name] ?? null;
}

/** Hears the keys of the whole window. A button that has the focus keeps its own. */
export function usePresentKeys(isVeiled: boolean): void {
  // With the veil itself: a key pressed as it goes means what is seen by then.
  useLayoutEffect(
    function hearKeys() {
      const onKey = (event: KeyboardEvent): void => {
        const isPress = event.key === " " || event.key === "Enter";
        if (isPress && event.target instanceof HTMLElement && event.target.closest("button")) return;
        const move = moveOf(event, isVeiled);
        if (move === null) return;
        event.preventDefault();
        event.stopPropagation();
        void bridge.presentMove(move);
      };
      window.addEventListener("keydown", onKey, { capture: true });
      return () => window.removeEventListener("keydown", onKey, { capture: true });
    },
    [isVeiled],
  );
}
