/**
 * Follows where the reader comes to rest in a letter. Where a link or a hit led is no reading yet: only what the reader's own hand moved counts,
 * and a letter that is seen whole as it is.
 */
import { type RefObject, useEffect } from "react";
import type { ScrollKeeper } from "../scrollKeeper.ts";
import { beginReading, noteRest } from "./readingStore.ts";
import { restingIn } from "./resting.ts";

interface FollowReading {
  scroller: RefObject<HTMLElement | null>;
  letter: string;
  visit: number;
  scroll: ScrollKeeper;
  /** Whether the letter is displayed, and read in its own right. */
  isReady: boolean;
}

/** Milliseconds without a movement. */
const rest = 250;
/** Milliseconds that a letter seen whole is looked at. */
const glance = 4000;

const ofHand = ["wheel", "pointerdown", "touchmove", "keydown"] as const;

/** Told to the element by a shortcut that scrolls in it: the key itself goes no further than what it does. */
export const movedByShortcut = "moved-by-shortcut";

export function useFollowReading({ scroller, letter, visit, scroll, isReady }: FollowReading): void {
  useEffect(
    function followReading() {
      const element = scroller.current;
      if (!element || !isReady) return;
      beginReading(letter);
      let isMoved = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let hand = false;
      const look = (): void => {
        const at = restingIn(element);
        if (!at) return;
        scroll.rest(visit, at);
        if (isMoved || element.scrollHeight <= element.clientHeight) noteRest(letter, at);
      };
      const lookAfter = (pause: number): void => {
        clearTimeout(timer);
        timer = setTimeout(look, pause);
      };
      const onHand = (): void => {
        hand = true;
      };
      const onScroll = (): void => {
        isMoved ||= hand;
        lookAfter(rest);
      };
      lookAfter(glance);
      element.addEventListener("scroll", onScroll);
      element.addEventListener(movedByShortcut, onHand);
      window.addEventListener("pagehide", look);
      for (const event of ofHand) window.addEventListener(event, onHand, { passive: true });
      return () => {
        clearTimeout(timer);
        element.removeEventListener("scroll", onScroll);
        element.removeEventListener(movedByShortcut, onHand);
        window.removeEventListener("pagehide", look);
        for (const event of ofHand) window.removeEventListener(event, onHand);
      };
    },
    [scroller, letter, visit, scroll, isReady],
  );
}
