/** Sizes of a page: 1 is its printed size. */

export const smallest = 0.25;
export const largest = 4;

const stops = [smallest, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, largest];

/** The next size up (1) or down (-1). */
export function nextSize(scale: number, direction: 1 | -1): number {
  // A hair's breadth, so that a stop is not taken for its own neighbour.
  const near = 0.005;
  const next = direction > 0 ? stops.find((stop) => stop > scale + near) : stops.findLast((stop) => stop < scale - near);
  return next ?? (direction > 0 ? largest : smallest);
}

/** By how much a turn of the wheel with Ctrl held, or a pinch (which arrives as small turns), changes the size. */
export function wheelFactor(deltaY: number): number {
  return Math.abs(deltaY) < 40 ? Math.exp(-deltaY / 100) : 1.1 ** -Math.sign(deltaY);
}

export function withinLimits(scale: number): number {
  return Math.min(largest, Math.max(smallest, scale));
}
