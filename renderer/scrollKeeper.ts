/** Where each visit's sheet was scrolled to: read as it is left, given back when one returns. */
export interface ScrollKeeper {
  /** From now on this element is what is left, until the function given back is called. */
  watch(visit: number, element: HTMLElement): () => void;
  /** To be called before every move. */
  keep(): void;
  /** In CSS pixels; undefined for a visit that was never left. */
  leftAt(visit: number): number | undefined;
}

export function createScrollKeeper(): ScrollKeeper {
  const positions = new Map<number, number>();
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
  };
}
