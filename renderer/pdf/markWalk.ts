/** Walking from mark to mark through a report, by the number of marks on each page. Pure. */
import type { PageMarkCount } from "../../archive/model.ts";
import type { MarkPlace } from "./deskView.ts";

export function totalOf(pages: readonly PageMarkCount[]): number {
  return pages.reduce((sum, { count }) => sum + count, 0);
}

/** The number of a mark among all, from 1; null when its page has none. */
export function ordinalOf(pages: readonly PageMarkCount[], { page, index }: MarkPlace): number | null {
  const here = pages.find((each) => each.page === page);
  if (!here) return null;
  const before = totalOf(pages.filter((each) => each.page < page));
  return before + Math.min(index, here.count - 1) + 1;
}

/** The next mark after a mark, or the one before it; past the last comes the first. Null when there is none. */
export function nextMark(pages: readonly PageMarkCount[], from: MarkPlace, direction: 1 | -1): MarkPlace | null {
  const here = pages.find(({ page }) => page === from.page);
  const index = from.index + direction;
  if (here && index >= 0 && index < here.count) return { page: here.page, index };
  const other = direction > 0 ? (pages.find(({ page }) => page > from.page) ?? pages[0]) : (pages.findLast(({ page }) => page < from.page) ?? pages.at(-1));
  return other ? { page: other.page, index: direction > 0 ? 0 : other.count - 1 } : null;
}

/** The first mark from the top of a page on, or the last one up to its end. */
export function nearestMark(pages: readonly PageMarkCount[], page: number, direction: 1 | -1): MarkPlace | null {
  const near = direction > 0 ? (pages.find((each) => each.page >= page) ?? pages[0]) : (pages.findLast((each) => each.page <= page) ?? pages.at(-1));
  return near ? { page: near.page, index: direction > 0 ? 0 : near.count - 1 } : null;
}
