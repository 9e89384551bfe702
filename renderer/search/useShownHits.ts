/**
 * How many hits of an answer to show now: those in view first, so that they are seen at once, and the rest as soon as they were. An answer to the same
 * query, which only goes on further, is shown whole.
 */
import { useEffect, useState } from "react";
import type { SearchResults } from "../../archive/model.ts";

/** A tall window shows as many. */
const inView = 8;

export function useShownHits(results: SearchResults): number {
  const [whole, setWhole] = useState<SearchResults | null>(null);
  const isWhole = whole === results || whole?.query === results.query;
  useEffect(
    function showTheRest() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      // After the next frame was painted.
      const frame = requestAnimationFrame(() => {
        timer = setTimeout(() => setWhole(results));
      });
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    },
    [results],
  );
  return isWhole ? Infinity : inView;
}
