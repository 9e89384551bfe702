import { describe, expect, test } from "vitest";
import { passes, readFilter } from "../../../archive/search/filter.ts";
import { letterHead, reportHead } from "./shelf.ts";

const letter = letterHead("la-derivation/2022-10", "2022-10", "Lettre d’informations n° 10");
const report = reportHead("la-derivation/mutualisons-2022", "2022-10-05", "« Mutualisons ! »");
const section = { passage: { rubric: "une-lecture" }, document: letter, rubric: { id: "une-lecture", title: "À lire, à voir" }, collectionTitle: "La Dérivation" };
const page = { passage: { rubric: null }, document: report, rubric: undefined, collectionTitle: "La Dérivation" };

const isPassed = (typed: string, by: Parameters<typeof passes>[1]): boolean => {
  const [name = "", value = ""] = typed.split(/:(.*)/);
  const filter = readFilter(name, value);
  if (!filter) throw new Error(`no filter: ${typed}`);
  return passes(filter, by);
};

describe("a filter", () => {
  test.each(["rubrique:une-lecture", "rubrique:Une lecture", "rubrique:lire", "rubrique:À LIRE", "rubrique:a voir", "rubrique:voi"])("of a rubric takes its id or the beginning of a word of its title: %s", (typed) => {
    expect(isPassed(typed, section)).toBe(true);
    expect(isPassed(typed, page)).toBe(false);
  });

  test.each(["rubrique:lecture", "rubrique:ire", "rubrique:une", "rubrique:recette"])("of a rubric does not take anything else: %s", (typed) => {
    expect(isPassed(typed, section)).toBe(false);
  });

  test("of a rubric that has no title any more takes its id", () => {
    expect(isPassed("rubrique:une-lecture", { ...section, rubric: undefined })).toBe(true);
    expect(isPassed("rubrique:lire", { ...section, rubric: undefined })).toBe(false);
  });

  test("of a type tells letters from reports", () => {
    for (const typed of ["type:lettre", "type:letters"]) expect([section, page].map((each) => isPassed(typed, each))).toEqual([true, false]);
    for (const typed of ["type:pdf", "type:Rapport"]) expect([section, page].map((each) => isPassed(typed, each))).toEqual([false, true]);
  });

  test("of a year takes every precision of a date", () => {
    for (const date of ["2022", "2022-10", "2022-10-05"]) {
      expect(isPassed("année:2022", { ...section, document: letterHead("a/b", date) })).toBe(true);
      expect(isPassed("année:2021", { ...section, document: letterHead("a/b", date) })).toBe(false);
    }
  });

  test.each([
    ["avant:2022-10", ["2021-12", "2022", "2022-09-30"]],
    ["avant:2022", ["2021-12"]],
    ["après:2022-10", ["2022-11-01", "2023"]],
    ["après:2022", ["2023"]],
    ["après:2022-10-05", ["2022-10-06", "2022-11-01", "2023"]],
  ])("of a time leaves out that very time: %s", (typed, taken) => {
    const dates = ["2021-12", "2022", "2022-09-30", "2022-10", "2022-10-05", "2022-10-06", "2022-11-01", "2023"];
    const passed = dates.filter((date) => isPassed(typed, { ...section, document: letterHead("a/b", date) }));
    const within = typed === "après:2022-10-05" ? [] : passed.filter((date) => date.startsWith(typed.split(":")[1] ?? ""));
    expect(within).toEqual([]);
    expect(passed).toEqual(taken);
  });

  test.each(["collection:la-derivation", "collection:dérivation", "collection:la dérivation", "collection:DERIV"])("of a collection takes its id or the beginning of a word of its title: %s", (typed) => {
    expect(isPassed(typed, section)).toBe(true);
  });

  test.each(["dans:la-derivation/mutualisons-2022", "dans:mutualisons-2022", "dans:mutualisons", "dans:Mutualisons !"])("of a document takes its id, its name or the beginning of a word of its title: %s", (typed) => {
    expect(isPassed(typed, page)).toBe(true);
    expect(isPassed(typed, section)).toBe(false);
  });

  test("of a document does not take the end of a name", () => {
    expect(isPassed("dans:2022", { ...page, document: reportHead("a/b-2022", "2022", "Carnet") })).toBe(false);
  });

  test.each([["rubrique", ""], ["rubrique", "  "], ["rubrique", "!?"], ["collection", "東京"], ["année", "20222"], ["avant", "2022-1"], ["type", ""], ["auteur", "ada"], ["hasOwnProperty", "x"], ["constructor", "x"], ["type", "constructor"], ["", "x"]])(
    "is none: %s:%s",
    (name, value) => {
      expect(readFilter(name, value)).toBeNull();
    },
  );
});
