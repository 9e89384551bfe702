import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithinTypos, typosAllowed } from "../../../archive/text/typos.ts";
import { plainWord } from "./anyText.ts";

/** The whole table, as the textbooks have it. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => Math.max(i, j)));
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
    }
  }
  return table[one.length]![other.length]!;
}

describe("typing errors", () => {
  test.each([
    ["maison", "raison", 1],
    ["maison", "maisn", 1],
    ["maison", "maisoon", 1],
    ["maison", "masion", 1],
    ["mutualisation", "mutulaistion", 2],
  ])("%s and %s are %i apart", (one, other, errors) => {
    expect(isWithinTypos(one, other, errors)).toBe(true);
    expect(isWithinTypos(one, other, errors - 1)).toBe(false);
  });

  test("are counted as by the whole table, up to the most allowed", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 10 });
    fc.assert(fc.property(letters, letters, fc.nat({ max: 3 }), (one, other, most) => {
      expect(isWithinTypos(one, other, most)).toBe(distance(one, other) <= most);
    }), { numRuns: 5000 });
  });

  test("are the same both ways", () => {
    fc.assert(fc.property(plainWord, plainWord, (one, other) => {
      expect(isWithinTypos(one, other, 2)).toBe(isWithinTypos(other, one, 2));
    }));
  });

  test("one is allowed from four letters, two from eight, none in numbers", () => {
    expect(["ici", "mots", "paroles", "discours", "2022", "covid19"].map(typosAllowed)).toEqual([0, 1, 1, 2, 0, 0]);
  });
});
