/** A long list that is made as far as it is looked at: more of it as its end comes near, so that thousands of rows cost no more than a screenful. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

export interface GrowingList {
  /** How many rows to show, from the first. */
  shown: number;
  /** To be put on what stands after the last of them: a button that calls `grow`, for those who do not scroll. */
  end: RefObject<HTMLButtonElement | null>;
  grow(): void;
}

/** Rows at first, and again with each growth. */
const step = 60;

/** `least` is a row that must be there: the one being read. */
export function useGrowingList(total: number, least: number): GrowingList {
  const [count, setCount] = useState(step);
  const shown = Math.min(total, Math.max(count, least + 1));
  const end = useRef<HTMLButtonElement>(null);
  const grow = useCallback(() => setCount((before) => Math.max(before, least + 1) + step), [least]);
  useEffect(
    function growNearTheEnd() {
      const last = end.current;
      if (!last || shown >= total) return;
      const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && grow(), { rootMargin: "600px" });
      observer.observe(last);
      return () => observer.disconnect();
    },
    [shown, total, grow],
  );
  return { shown, end, grow };
}
