/** How much room the window gives: three columns, a rail of icons, or one column at a time. A sheet of paper is no window: while it is printed, nothing changes. */
import { useSyncExternalStore } from "react";

export type Room = "wide" | "narrow" | "single";

const wide = window.matchMedia("(min-width: 900px)");
const narrow = window.matchMedia("(min-width: 640px)");
const paper = window.matchMedia("print");
let last: Room = roomNow();

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read);
}

function read(): Room {
  if (!paper.matches) last = roomNow();
  return last;
}

function roomNow(): Room {
  if (wide.matches) return "wide";
  return narrow.matches ? "narrow" : "single";
}

function subscribe(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  narrow.addEventListener("change", onChange);
  return () => {
    wide.removeEventListener("change", onChange);
    narrow.removeEventListener("change", onChange);
  };
}
