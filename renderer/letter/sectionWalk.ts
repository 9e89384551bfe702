/** From heading to heading. Pure. */

/** CSS pixels that a heading may be off its place and still count as reached. */
const slack = 8;

/**
 * The heading to go to; null past the last one and before the first. `tops` are those of the headings, in CSS pixels from where a heading comes
 * to stand; `focused` is the one with the focus. It counts while it is in view, for at the end of a text no heading reaches its place.
 */
export function nextHeading(tops: readonly number[], focused: number | null, height: number, direction: 1 | -1): number | null {
  const top = focused === null ? undefined : tops[focused];
  const isInView = focused !== null && top !== undefined && top >= -slack && top < height;
  const by = direction > 0 ? tops.findIndex((each) => each > slack) : tops.findLastIndex((each) => each < -slack);
  const wanted = isInView ? focused + direction : by;
  return wanted >= 0 && wanted < tops.length ? wanted : null;
}
