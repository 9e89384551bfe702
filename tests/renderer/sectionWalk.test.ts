import fc from "fast-check";
import { expect, test } from "vitest";
import { nextHeading } from "../../renderer/letter/sectionWalk.ts";

test("goes to the heading after or before where one reads", () => {
  expect(nextHeading([-300, -20, 400, 900], null, 600, 1)).toBe(2);
  expect(nextHeading([-300, -20, 400, 900], null, 600, -1)).toBe(1);
});

test("goes on from the heading with the focus while it is in view, and no longer once it was scrolled away", () => {
  expect(nextHeading([-800, 100, 300, 500], 2, 600, 1)).toBe(3);
  expect(nextHeading([-800, 100, 300, 500], 2, 600, -1)).toBe(1);
  expect(nextHeading([-800, -100, 300, 700], 0, 600, 1)).toBe(2);
});

test("stays where it is past the last heading and before the first", () => {
  expect(nextHeading([-800, 0], 1, 600, 1)).toBeNull();
  expect(nextHeading([0, 400], 0, 600, -1)).toBeNull();
  expect(nextHeading([], null, 600, 1)).toBeNull();
});

test("reaches every heading by pressing j again and again, however short the end of the text", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 100, max: 800 }), (lengths, height) => {
      const places = lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, 0));
      const whole = lengths.reduce((sum, length) => sum + length, 0);
      const mostScroll = Math.max(0, whole - height);
      let scroll = 0;
      let focused = 0;
      for (let at = 1; at < places.length; at++) {
        const next = nextHeading(places.map((place) => place - scroll), focused, height, 1);
        expect(next).toBe(at);
        scroll = Math.min(mostScroll, places[at] ?? 0);
        focused = at;
      }
    }),
  );
});
