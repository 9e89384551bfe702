/** How a page is shown in a room of another shape. Pure; lengths are in widths of the room. */

interface WallStep {
  /** Width of the page. */
  scale: number;
  /** What of the page is above the room. */
  top: number;
}

/** Of a page that is shown as wide as the room, this share of the room is shown twice from step to step. */
const overlap = 0.08;
/** A page that fills so much of the room's width is large enough as a whole. */
const wideEnough = 0.75;
/** More would be a strip rather than a page: it has gaps then. */
const most = 40;

/** `page` and `room` are heights over widths. The first step is the whole page. */
export function wallSteps(page: number, room: number): WallStep[] {
  const whole = { scale: Math.min(1, room / page), top: 0 };
  if (whole.scale >= wideEnough) return [whole];
  const rest = page - room;
  const count = Math.min(most - 1, 1 + Math.ceil(rest / (room * (1 - overlap))));
  return [whole, ...Array.from({ length: count }, (_, index) => ({ scale: 1, top: (rest * index) / (count - 1) }))];
}
