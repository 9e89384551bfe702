import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readQuery } from "../../../archive/search/query.ts";

const terms = (typed: string): string[] => readQuery(typed).terms.map(({ term, prefix }) => (prefix ? `${term}*` : term));

describe("readQuery", () => {
  test("takes the last word for unfinished, until a space follows it", () => {
    expect(terms("geek serv")).toEqual(["geek", "serv*"]);
    expect(terms("geek serv ")).toEqual(["geek", "serv"]);
    expect(terms("geek serv.")).toEqual(["geek", "serv"]);
  });

  test("folds accents, ligatures, capitals and elisions", () => {
    expect(terms("L’ŒUVRE d'Été ")).toEqual(["oeuvre", "ete"]);
  });

  test("drops stop words", () => {
    expect(terms("geek de service")).toEqual(["geek", "service*"]);
    expect(terms("la carte des trois pôles ")).toEqual(["carte", "trois", "poles"]);
  });

  test("keeps stop words when there is nothing else", () => {
    expect(terms("et les")).toEqual(["les*"]);
    expect(terms("de la ")).toEqual(["de", "la"]);
    expect(terms("à")).toEqual(["a*"]);
  });

  test("keeps a stop word that may be the beginning of another word", () => {
    expect(terms("soupe pour")).toEqual(["soupe", "pour*"]);
    expect(terms("soupe pour ")).toEqual(["soupe"]);
    expect(terms("soupe de")).toEqual(["soupe"]);
  });

  test("asks for a word once", () => {
    expect(terms("soupe Soupe SOUPE ")).toEqual(["soupe"]);
    expect(terms("soupe soupe")).toEqual(["soupe", "soupe*"]);
  });

  test("keeps what was typed, without the spaces around it", () => {
    expect(readQuery("  geek  de service ").text).toBe("geek  de service");
  });

  test.each(["", "   ", "?!…", "« »", "🍂"])("has no terms for %j", (typed) => {
    expect(readQuery(typed).terms).toEqual([]);
  });

  test("never gives an error nor an empty term, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        for (const { term } of readQuery(typed).terms) expect(term).not.toBe("");
      }),
    );
  });
});
