/** A long list is drawn from its beginning, and goes on as its end comes near or is asked for. */
import { type RefCallback, useCallback, useState } from "react";

const step = 100;

interface Growing {
  /** How many to draw. */
  count: number;
  more(): void;
  /** For an element that stands after the last one drawn. */
  end: RefCallback<HTMLElement>;
}

/** Another `list` begins anew. */
export function useGrowing(length: number, list: string): Growing {
  const [grown, setGrown] = useState({ list, count: step });
  const count = grown.list === list ? grown.count : step;
  const more = useCallback(() => setGrown({ list, count: count + step }), [list, count]);
  const end = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && more(), { rootMargin: "600px" });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [more],
  );
  return { count: Math.min(count, length), more, end };
}
