import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elapsed, presentMoves, type Position, type PresentMove, type Slide } from "../../electron/presentContract.ts";
import { beginAt, moved } from "../../electron/presentation.ts";

const head = { title: "Une lecture", source: "La Dérivation, octobre 2022", language: "fr", notes: "", minutes: null } as const;
const text = (steps: number): Slide => ({ ...head, kind: "text", steps: Array.from({ length: steps }, () => ({ kind: "title", text: "Une lecture", rubric: "" })) });
const page: Slide = { ...head, kind: "page", report: "la-derivation/mutualisons-2022", page: 1 };
const begin = (slides: Slide[], from = 0): Position => beginAt(slides, from, { showing: 1, ground: "light", hasOwnScreen: false }, 1000);
const after = (position: Position, ...moves: PresentMove[]): Position => moves.reduce((at, move) => moved(at, move, 5000), position);
const place = ({ slide, step }: Position): number[] => [slide, step];

describe("a presentation", () => {
  test("goes from step to step and from slide to slide, and stays at its ends", () => {
    const start = begin([text(2), text(1)]);
    expect(place(after(start, "next"))).toEqual([0, 1]);
    expect(place(after(start, "next", "next"))).toEqual([1, 0]);
    expect(place(after(start, "next", "next", "next"))).toEqual([1, 0]);
    expect(place(after(start, "nextSlide", "previous"))).toEqual([0, 1]);
    expect(place(after(start, "previous"))).toEqual([0, 0]);
  });

  test("lifts a veil by the next move, staying where it is", () => {
    const veiled = after(begin([text(3)]), "next", "black");
    expect(veiled.veil).toBe("black");
    expect(after(veiled, "next")).toMatchObject({ veil: null, step: 1 });
    expect(after(veiled, "white").veil).toBe("white");
    expect(after(veiled, "black").veil).toBeNull();
  });

  test("takes the number of steps that the wall finds in a page", () => {
    const start = begin([page, page]);
    expect(place(after(start, { slide: 0, steps: 3 }, "next", "next"))).toEqual([0, 2]);
    expect(place(after(start, { slide: 0, steps: 3 }, "last", "previous"))).toEqual([0, 2]);
    expect(place(after(start, { slide: 0, steps: 3 }, "next", "next", { slide: 0, steps: 2 }))).toEqual([0, 1]);
    expect(after(start, { slide: 7, steps: 3 })).toEqual(start);
  });

  test("measures the time without what was paused", () => {
    const start = begin([text(1)]);
    const paused = moved(start, "timer", 4000);
    expect(elapsed(paused.timer, 9000)).toBe(3000);
    expect(elapsed(moved(paused, "timer", 10_000).timer, 12_000)).toBe(5000);
    expect(elapsed(moved(paused, "resetTimer", 10_000).timer, 12_000)).toBe(0);
  });

  test("is always at a step that is there, whatever the moves", () => {
    const move: fc.Arbitrary<PresentMove> = fc.oneof(
      fc.constantFrom(...presentMoves),
      fc.record({ goTo: fc.nat(9) }),
      fc.record({ slide: fc.nat(9), steps: fc.integer({ min: 1, max: 10 }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }), fc.nat(8), fc.array(move), (counts, from, moves) => {
        const position = after(begin(counts.map((count) => (count === 0 ? page : text(count))), from), ...moves);
        expect(position.slide).toBeLessThan(counts.length);
        expect(position.step).toBeLessThan(position.steps[position.slide] ?? 0);
      }),
    );
  });
});
