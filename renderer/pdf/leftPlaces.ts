/** Where each visit's report was left, to the line: given back when one returns, also after the report was closed in between. */

/** A point of a page, in the units of the PDF (1/72 inch, from its bottom left corner). */
export interface PagePoint {
  page: number;
  left: number;
  top: number;
}

/** As many as the journey remembers. */
const most = 200;
const places = new Map<number, PagePoint>();

export function leaveAt(visit: number, point: PagePoint): void {
  places.delete(visit);
  places.set(visit, point);
  const oldest = places.keys().next();
  if (places.size > most && !oldest.done) places.delete(oldest.value);
}

/** Undefined for a visit that was never left. */
export function leftAt(visit: number): PagePoint | undefined {
  return places.get(visit);
}
