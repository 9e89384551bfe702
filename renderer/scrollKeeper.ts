/** Where each visit's sheet was scrolled to: read as it is left, given back when one returns; and at which paragraph the reader came to rest, to be kept between starts. */
import type { Resting } from "./reading/resting.ts";

export interface ScrollKeeper {
  /** From now on this element is what is left, until the function given back is called. */
  watch(visit: number, element: HTMLElement): () => void;
  /** To be called before every move. */
  keep(): void;
  /** In CSS pixels; undefined for a visit that was never left. */
  leftAt(visit: number): number | undefined;
  rest(visit: number, at: Resting): void;
  /** Calls back each time that the reader came to rest; gives the way to stop. */
  onRest(listener: () => void): () => void;
  /** Undefined for a visit that never came to rest. */
  restedAt(visit: number): Resting | undefined;
}

export function createScrollKeeper(): ScrollKeeper {
  const positions = new Map<number, number>();
  const rests = new Map<number, Resting>();
  const listeners = new Set<() => void>();
  let watched: { visit: number; element: HTMLElement } | null = null;
  return {
    watch(visit, element) {
      const mine = { visit, element };
      watched = mine;
      return () => {
        if (watched === mine) watched = null;
      };
    },
    keep() {
      if (watched) positions.set(watched.visit, watched.element.scrollTop);
    },
    leftAt: (visit) => positions.get(visit),
    rest(visit, at) {
      rests.set(visit, at);
      for (const listener of listeners) listener();
    },
    onRest(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    restedAt: (visit) => rests.get(visit),
  };
}
