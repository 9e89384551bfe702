/** The section of a displayed letter where the reader's eye is, as one scrolls. */
import { useEffect, useState } from "react";
import { restingIn } from "../reading/resting.ts";

/** Its id; null in the letter's head, and while the letter is not on screen. */
export function useSectionInView(letter: string): string | null {
  const [section, setSection] = useState<string | null>(null);
  useEffect(
    function followSection() {
      let frame = 0;
      const look = (): void => {
        const scroller = document.querySelector(`article[data-letter="${CSS.escape(letter)}"]`)?.closest<HTMLElement>(".sheet-scroller");
        setSection((scroller && restingIn(scroller)?.section) ?? null);
      };
      const lookSoon = (): void => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(look);
      };
      lookSoon();
      // Of whatever scrolls: the letter may come after its contents.
      window.addEventListener("scroll", lookSoon, { capture: true, passive: true });
      return () => {
        cancelAnimationFrame(frame);
        window.removeEventListener("scroll", lookSoon, { capture: true });
      };
    },
    [letter],
  );
  return section;
}
