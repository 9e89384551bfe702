/** What is projected, as every window hears of it; null when nothing is. */
import { useEffect, useRef, useState } from "react";
import { bridge, type Presented, type Slide, type Step } from "../bridge.ts";

export function usePresented(): Presented | null {
  const [presented, setPresented] = useState<Presented | null>(null);
  const known = useRef<number | null>(null);
  useEffect(function follow() {
    let isFollowing = true;
    const ask = (): void => {
      void bridge.presented().then((answer) => {
        if (!isFollowing || !answer.ok) return;
        known.current = answer.value?.position.showing ?? null;
        setPresented(answer.value);
      });
    };
    const stop = bridge.onPosition((position) => {
      if (position === null) return setPresented(null);
      // Slides are asked for once, when there is a position in some that this window does not know.
      setPresented((before) => (before?.position.showing === position.showing ? { ...before, position } : before));
      if (known.current !== position.showing) ask();
    });
    ask();
    return () => {
      isFollowing = false;
      stop();
    };
  }, []);
  return presented;
}

/** What stands on the wall: a step of a text, or of a page, which has no more to it than its number. */
export type Standing = { id: string; slide: Slide; step: number; shown: Step | null };

export function standing({ slides, position }: Presented): Standing | null {
  return standingAt(slides, position.slide, position.step);
}

/** What comes after it, or null at the end. */
export function coming({ slides, position: { slide, step, steps } }: Presented): Standing | null {
  return step + 1 < (steps[slide] ?? 1) ? standingAt(slides, slide, step + 1) : standingAt(slides, slide + 1, 0);
}

function standingAt(slides: readonly Slide[], index: number, step: number): Standing | null {
  const slide = slides[index];
  if (!slide) return null;
  return { id: `${index}.${step}`, slide, step, shown: slide.kind === "text" ? (slide.steps[step] ?? null) : null };
}
