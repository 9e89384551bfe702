/** How much room the window gives: three columns, a rail of icons, or one column at a time. */
import { useSyncExternalStore } from "react";

export type Room = "wide" | "narrow" | "single";

const wide = window.matchMedia("(min-width: 900px)");
const narrow = window.matchMedia("(min-width: 640px)");

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read);
}

function read(): Room {
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
