/** The order of a booklet's pages on paper. */

/** Which page stands left and which right on each side of each sheet, from 0; null where the booklet has none. Printed on both sides, folded, it reads in order. */
export function bookletOrder(count: number): [number | null, number | null][] {
  const total = Math.ceil(count / 4) * 4;
  const page = (index: number): number | null => (index < count ? index : null);
  return Array.from({ length: total / 2 }, (_, side) => (side % 2 === 0 ? [page(total - 1 - side), page(side)] : [page(side), page(total - 1 - side)]));
}
