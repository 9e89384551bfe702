/** Pages by what is printed on them. */

/**
 * The page (from 1) that a reader means by "iv" or "12": by its printed label, else by its place; null when there is none. Of two pages
 * with one label the later is meant: a cover without a number is labelled by its place, like the first numbered page.
 */
export function pageOfLabel(labels: readonly string[], typed: string): number | null {
  const wanted = typed.trim().toLowerCase();
  const index = labels.findLastIndex((label) => label.toLowerCase() === wanted);
  if (index >= 0) return index + 1;
  const place = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  return place >= 1 && place <= labels.length ? place : null;
}
