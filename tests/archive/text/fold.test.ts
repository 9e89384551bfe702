import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, slugOf } from "../../../archive/text/fold.ts";
import { anyText } from "./anyText.ts";

describe("folding", () => {
  test.each([
    ["Économie", "economie"],
    ["ÉCONOMIE", "economie"],
    ["e\u0301conomie", "economie"],
    ["cœur, Œuvre, ex æquo", "coeur, oeuvre, ex aequo"],
    ["ﬁn eﬀet", "fin effet"],
    ["fran\u00ADçais, zéro\u200Blargeur\uFEFF", "francais, zerolargeur"],
    ["l’été, l‘été, lʼété, l′été, l´été, l＇été", "l'ete, l'ete, l'ete, l'ete, l'ete, l'ete"],
    ["trois\u00A0mots\u202Fici\u2009!", "trois mots ici !"],
    ["vis‑à‐vis", "vis-a-vis"],
    ["1ᵉʳ m²", "1er m2"],
    ["Straße, Łódź, İstanbul, ΟΔΟΣ", "strasse, lodz, istanbul, οδοσ"],
  ])("%j becomes %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("a folded text is left as it is, for every character there is", () => {
    const changed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const folded = fold(String.fromCodePoint(code));
      if (fold(folded) !== folded) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test("each part of a text folds alone", () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => {
      fc.pre(!/[\uD800-\uDBFF]$/.test(a) || !/^[\uDC00-\uDFFF]/.test(b));
      expect(fold(a + b)).toBe(fold(a) + fold(b));
    }));
  });

  test("a title becomes an id of plain letters", () => {
    expect(slugOf("Une  lecture : « L’Œuvre » (2)")).toBe("une-lecture-l-oeuvre-2");
    expect(slugOf("!?")).toBe("");
  });
});
