/** What is highlighted in a window, as a reader sees it. */
import type { Page } from "@playwright/test";

export interface Marked {
  text: string;
  /** Whether it is inside the window, and not covered by the bar. */
  isInView: boolean;
}

/** The highlighted texts of letters ("found") or of PDF pages ("found-page"), in the order they were marked; or the one come to ("found-here"). */
export async function marked(window: Page, look: "found" | "found-page" | "found-here" | "come-to" = "found"): Promise<Marked[]> {
  return window.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])] as Range[];
    return ranges.map((range) => {
      const { top, bottom } = range.getBoundingClientRect();
      return { text: range.toString(), isInView: top > 48 && bottom < globalThis.innerHeight };
    });
  }, look);
}
