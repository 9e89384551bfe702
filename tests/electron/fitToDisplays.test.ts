import { isDeepStrictEqual } from "node:util";
import { assert, constantFrom, integer, property, record, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bounds, fitToDisplays } from "../../electron/fitToDisplays.ts";

const laptop: Bounds = { x: 0, y: 24, width: 1366, height: 744 };
const right: Bounds = { x: 1366, y: 0, width: 1920, height: 1080 };

const anyBounds = record({ x: integer({ min: -5000, max: 5000 }), y: integer({ min: -5000, max: 5000 }), width: integer({ min: 1, max: 4000 }), height: integer({ min: 1, max: 4000 }) }, { noNullPrototype: true });
const anyDisplays = constantFrom([laptop], [laptop, right], [right, laptop], [laptop, { x: -1280, y: -300, width: 1280, height: 1024 }]);

function holds(outer: Bounds, inner: Bounds): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

describe("a window's bounds", () => {
  test("stay on the second screen while it is there, and come to the first when it is gone", () => {
    const bounds = { x: 1500, y: 100, width: 1280, height: 800 };
    expect(fitToDisplays(bounds, [laptop, right])).toEqual(bounds);
    expect(fitToDisplays(bounds, [laptop])).toEqual({ x: 43, y: 24, width: 1280, height: 744 });
  });

  test("that hang over an edge are drawn in", () => {
    expect(fitToDisplays({ x: -200, y: 700, width: 1000, height: 600 }, [laptop])).toEqual({ x: 0, y: 168, width: 1000, height: 600 });
  });

  test("stand whole on one screen, no larger than they were, and are left alone once they do", () => {
    assert(
      property(tuple(anyBounds, anyDisplays), ([bounds, displays]) => {
        const fitted = fitToDisplays(bounds, displays);
        expect(displays.some((each) => holds(each, fitted))).toBe(true);
        expect(fitted.width).toBeLessThanOrEqual(bounds.width);
        expect(fitted.height).toBeLessThanOrEqual(bounds.height);
        expect(fitToDisplays(fitted, displays)).toEqual(fitted);
        expect(!displays.some((each) => holds(each, bounds)) || isDeepStrictEqual(fitted, bounds)).toBe(true);
      }),
    );
  });
});
