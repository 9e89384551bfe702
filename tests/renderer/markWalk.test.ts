import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageMarkCount } from "../../archive/model.ts";
import type { MarkPlace } from "../../renderer/pdf/deskView.ts";
import { nearestMark, nextMark, ordinalOf, totalOf } from "../../renderer/pdf/markWalk.ts";

const counts: fc.Arbitrary<PageMarkCount[]> = fc
  .uniqueArray(fc.record({ page: fc.integer({ min: 1, max: 60 }), count: fc.integer({ min: 1, max: 9 }) }), { selector: ({ page }) => page, minLength: 1, maxLength: 20 })
  .map((pages) => pages.toSorted((a, b) => a.page - b.page));
const direction = fc.constantFrom<1 | -1>(1, -1);

function walk(pages: readonly PageMarkCount[], from: MarkPlace, by: 1 | -1, steps: number): MarkPlace[] {
  const places = [from];
  for (let step = 0; step < steps; step++) places.push(nextMark(pages, places.at(-1)!, by)!);
  return places;
}

describe("walking from mark to mark", () => {
  test("comes by every mark once, in order, and then begins again", () => {
    fc.assert(
      fc.property(counts, (pages) => {
        const total = totalOf(pages);
        const numbers = walk(pages, nearestMark(pages, 1, 1)!, 1, total).map((place) => ordinalOf(pages, place));
        expect(numbers).toEqual([...Array.from({ length: total }, (_, index) => index + 1), 1]);
      }),
    );
  });

  test("comes back the way it went", () => {
    fc.assert(
      fc.property(counts, direction, fc.nat(40), (pages, by, steps) => {
        const there = walk(pages, nearestMark(pages, 30, by)!, by, steps);
        const back = walk(pages, there.at(-1)!, by === 1 ? -1 : 1, steps);
        expect(back.toReversed()).toEqual(there);
      }),
    );
  });

  test("begins at the reader's page or the next with marks, and goes round when there is none", () => {
    const pages = [{ page: 3, count: 2 }, { page: 7, count: 1 }];
    expect(nearestMark(pages, 4, 1)).toEqual({ page: 7, index: 0 });
    expect(nearestMark(pages, 4, -1)).toEqual({ page: 3, index: 1 });
    expect(nearestMark(pages, 8, 1)).toEqual({ page: 3, index: 0 });
    expect(nearestMark([], 8, 1)).toBeNull();
    expect(nextMark([], { page: 1, index: 0 }, 1)).toBeNull();
    expect(ordinalOf(pages, { page: 5, index: 0 })).toBeNull();
  });
});
