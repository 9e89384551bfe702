/** A booklet's pages in the order in which they are printed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { bookletOrder } from "../../electron/bookletOrder.ts";

test("a folded booklet reads in order", () => {
  expect(bookletOrder(4)).toEqual([[3, 0], [1, 2]]);
  expect(bookletOrder(5)).toEqual([[null, 0], [1, null], [null, 2], [3, 4]]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
      const sides = bookletOrder(count);
      expect(sides.flat().filter((page) => page !== null).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, page) => page));
      expect(sides.length % 2).toBe(0);
    }),
  );
});
