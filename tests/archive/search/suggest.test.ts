import { beforeAll, describe, expect, test } from "vitest";
import type { IndexedPassages } from "../../../archive/search/engine.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { completionsOf, correctionOf } from "../../../archive/search/suggest.ts";
import { letterHead, live, passageOf, sealed } from "./shelf.ts";

const heads = [letterHead("essai/a", "2022", "Lettre de rentrée")];
const passages = [
  passageOf("essai/a#un", "L’économie, la médiation et la médiatrice. Une soupe.", { heading: "Économies" }),
  passageOf("essai/a#deux", "La médiation numérique, médiation encore. Des mutualisations.", { heading: "Rendez-vous" }),
  passageOf("essai/a#trois", "La médiation, la mutualisation : une économie de moyens pour les usager·es.", { heading: "Jardins" }),
  passageOf("essai/a#quatre", "Cœur et soupes. Bientôt 2022 et 3000. Un porte-\nparole en appren-\ntissage.", { heading: "Soupçons" }),
];

const indexes: Record<string, IndexedPassages[]> = { live: [live(passages, heads)] };
beforeAll(async () => {
  indexes["sealed"] = [await sealed(passages, heads)];
  indexes["sealed and live"] = [await sealed(passages.slice(0, 2), heads), live(passages.slice(2), heads)];
});

describe.each(["live", "sealed", "sealed and live"])("behind an index that is %s", (kind) => {
  const complete = (typed: string, limit = 5): string[] => completionsOf(indexes[kind] ?? [], readQuery(typed), limit);
  const correct = (typed: string): string | null => correctionOf(indexes[kind] ?? [], typed, readQuery(typed));

  describe("completions", () => {
    test("are words of the archive as it spells them, the most frequent first", () => {
      expect(complete("med")).toEqual(["médiation", "médiatrice"]);
      expect(complete("MÉDIAT")).toEqual(["médiation", "médiatrice"]);
      expect(complete("la mutual").sort()).toEqual(["mutualisation", "mutualisations"]);
      expect(complete("soup").sort()).toEqual(["soupe", "soupes", "soupçons"]);
      expect(complete("éco")[0]).toBe("économie");
    });

    test("leave out the word itself, and keep to the limit", () => {
      expect(complete("soupe")).toEqual(["soupes"]);
      expect(complete("me", 1)).toEqual(["médiation"]);
      expect(complete("me", 0)).toEqual([]);
    });

    test("are put together where a line's end cut them", () => {
      expect(complete("appren")).toEqual(["apprentissage"]);
      expect(complete("porte").every((word) => !/\s/.test(word))).toBe(true);
    });

    test("are never stems", () => {
      expect(complete("=m")).not.toContainEqual(expect.stringContaining("="));
      for (const typed of ["mu", "ec", "me", "so", "us"]) expect(complete(typed, 100).every((word) => /^\p{L}+(?:·\p{L}+)*$/u.test(word))).toBe(true);
    });

    test("are given after a quote that is not closed yet", () => {
      expect(complete('"med')).toEqual(["médiation", "médiatrice"]);
    });

    test.each(["", "m", "soupe ", "med ", '"med"', "rubrique:med", "med.", "zzzz", "?!"])("are none after %j", (typed) => {
      expect(complete(typed)).toEqual([]);
    });
  });

  describe("a correction", () => {
    test.each([
      ["médiatoin ", "médiation"],
      ["mediatio ", "médiation"],
      ["economei ", "économie"],
      ["sope ", "soupe"],
      ["sopue ", "soupe"],
      ["mutialissation ", "mutualisation"],
      ["jardnis ", "jardins"],
    ])("of %j is the nearest word of the archive", (typed, corrected) => {
      expect(correct(typed)).toBe(corrected);
    });

    test("changes the unknown words and leaves the rest as it was typed", () => {
      expect(correct('  Économie de médiatoin "geek  de service" -navet rubrique:lectrue année:2022 sope')).toBe('Économie de médiation "geek  de service" -navet rubrique:lectrue année:2022 soupe');
      expect(correct("d’économei, sope OU (sope) ")).toBe("d’économie, soupe OU (soupe)");
    });

    test.each(["médiation ", "la médiation des usagers ", "mutualisons ", "usagère ", "médiat", "coeur ", "CŒUR ", '"geek de servise" ', "rubrique:lectrue", "-mediatoin", "de la ", "", "?!"])("is null when all is known, or not for it to say: %j", (typed) => {
      expect(correct(typed)).toBeNull();
    });

    test.each(["zzzzzzzz ", "sop ", "2021 ", "abracadabrantesque ", "x"])("is null when nothing is near enough: %j", (typed) => {
      expect(correct(typed)).toBeNull();
    });
  });
});

test("without any index there is nothing to suggest", () => {
  expect(completionsOf([], readQuery("soup"), 5)).toEqual([]);
  expect(correctionOf([], "soupe ", readQuery("soupe "))).toBeNull();
});
