import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../../archive/model.ts";
import { inFullEdits } from "../../../archive/text/inFull.ts";
import { shownMarks, shownPieces, showText } from "../../../archive/text/shownText.ts";
import { typographyEdits } from "../../../archive/text/typography.ts";

const shownAs = (stored: string) => showText(stored, [...inFullEdits(stored), ...typographyEdits(stored)]);

const text = fc.array(fc.constantFrom("usager·es", "un·e élu·e", "l'auteur·rice", "le guichet", "« geek »", "ça va ?", "tou·te·s", "fin !"), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" "));
const marks = (stored: string, cuts: readonly number[]): Mark[] => {
  const places = [...new Set(cuts.map((cut) => cut % (stored.length + 1)))].sort((a, b) => a - b);
  return places.flatMap((from, at) => (at % 2 === 0 && places[at + 1] !== undefined ? [[from, places[at + 1]!] as Mark] : []));
};

describe("the pieces of a shown text", () => {
  test("mark both forms of a word in full, and stand for its stored one only once", () => {
    const shown = shownAs("Les usager·es d'ici.");
    expect(shownPieces(shown, [[4, 13]]).map(({ text: piece, stored, isMarked }) => [piece, stored, isMarked])).toEqual([
      ["Les ", "Les ", false],
      ["usagers", "usager·es", true],
      [" et ", "", false],
      ["usagères", "", true],
      [" d’ici.", " d'ici.", false],
    ]);
  });

  test("make up both texts, and mark what the marks do", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (stored, cuts) => {
        const shown = shownAs(stored);
        const wanted = marks(stored, cuts);
        const pieces = shownPieces(shown, wanted);
        expect(pieces.map((piece) => piece.text).join("")).toBe(shown.text);
        expect(pieces.map((piece) => piece.stored).join("")).toBe(stored);
        const isMarked = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.isMarked));
        const ranges = shownMarks(shown, wanted);
        expect(isMarked).toEqual(Array.from({ length: shown.text.length }, (_, at) => ranges.some(([from, to]) => from <= at && at < to)));
      }),
    );
  });

  test("of a text shown as it is stored are that text", () => {
    expect(shownPieces(showText("Un geek", []), [[3, 7]])).toEqual([
      { stored: "Un ", text: "Un ", edits: [], isMarked: false },
      { stored: "geek", text: "geek", edits: [], isMarked: true },
    ]);
    expect(shownPieces(showText("", []), [])).toEqual([]);
  });
});
