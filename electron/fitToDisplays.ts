/** Pure: makes bounds that a window had stand within the screens that are there now. */

/** In device-independent pixels. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The bounds as they were when a screen holds them; else moved, and made smaller as far as need be, to stand whole on the screen that held most
 * of them; in the middle of the first screen when none held any. `displays` are the areas free for windows, the main one first, at least one.
 */
export function fitToDisplays(bounds: Bounds, displays: readonly Bounds[]): Bounds {
  const [main] = displays;
  if (!main) return bounds;
  const held = displays.reduce((best, each) => (shared(bounds, each) > shared(bounds, best) ? each : best), main);
  const width = Math.min(bounds.width, held.width);
  const height = Math.min(bounds.height, held.height);
  if (shared(bounds, held) === 0) {
    return { x: held.x + Math.floor((held.width - width) / 2), y: held.y + Math.floor((held.height - height) / 2), width, height };
  }
  return { x: within(bounds.x, held.x, held.x + held.width - width), y: within(bounds.y, held.y, held.y + held.height - height), width, height };
}

/** Area that two rectangles have in common. */
function shared(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
