import { describe, expect, test } from "vitest";
import type { Found, Outcome } from "../../../archive/search/engine.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { results } from "../../../archive/search/results.ts";
import { letterHead, passageOf } from "./shelf.ts";

const facets = { kinds: [], years: [], rubrics: [], collections: [] };
const ids = ["essai/a#1", "essai/b#1", "essai/a#2", "autre/c#1", "essai/b#2"];
const found = ids.map((id, place): Found => {
  return { passage: passageOf(id, "Une soupe de fanes, et encore une soupe."), document: letterHead(id.split("#")[0] ?? "", "2022"), score: 10 - place, place };
});
const outcomeOf = (step: Outcome["step"], limit: number): Outcome => ({ found: found.slice(0, limit), total: 7, documents: 4, facets, step });
const resultsOf = (typed: string, step: Outcome["step"] = "exact", limit = 20) => results(readQuery(typed), outcomeOf(step, limit));

describe("results", () => {
  test("stand in groups by document, each where its best passage stands", () => {
    expect(resultsOf("soupe ").groups.map(({ document, hits }) => ({ document: document.id, hits: hits.map((hit) => hit.passage.id) }))).toEqual([
      { document: "essai/a", hits: ["essai/a#1", "essai/a#2"] },
      { document: "essai/b", hits: ["essai/b#1", "essai/b#2"] },
      { document: "autre/c", hits: ["autre/c#1"] },
    ]);
  });

  test("pass on what was counted, and the step that found it", () => {
    expect(resultsOf("soupe ", "some", 1)).toMatchObject({ total: 7, documents: 4, facets, step: "some" });
    expect(resultsOf("soupe ", "exact", 0)).toMatchObject({ total: 7, groups: [] });
  });

  test("carry an excerpt with its marks, and the terms to mark in the text", () => {
    const { query, terms, groups } = resultsOf(" soupe ");
    expect({ query, terms }).toEqual({ query: "soupe", terms: [{ term: "soupe", prefix: false, stems: ["soup"] }] });
    expect(groups[0]?.hits[0]).toMatchObject({
      score: 10,
      excerpt: "Une soupe de fanes, et encore une soupe.",
      marks: [
        [4, 9],
        [34, 39],
      ],
    });
  });

  test("mark what typos found only when they were tolerated", () => {
    expect(resultsOf("fannes ", "exact").groups[0]?.hits[0]?.marks).toEqual([]);
    expect(resultsOf("fannes ", "typos").groups[0]?.hits[0]?.marks).toEqual([[13, 18]]);
  });

  test("say how each part of the query was understood, and where it stands, without the stop words that were dropped", () => {
    expect(resultsOf('la soupe -"de fanes" OU rubrique:recette avant:2023').understood).toEqual([
      { kind: "word", text: "soupe", from: 3, to: 8, isExcluded: false, isAlternative: false },
      { kind: "phrase", text: "de fanes", from: 9, to: 20, isExcluded: true, isAlternative: false },
      { kind: "rubric", text: "recette", from: 24, to: 40, isExcluded: false, isAlternative: true },
      { kind: "before", text: "2023", from: 41, to: 51, isExcluded: false, isAlternative: false },
    ]);
  });

  test("can be sent from one process to another", () => {
    for (const typed of ["soupe constructor:x type:constructor", "usager·es -3.5", ""]) expect(structuredClone(resultsOf(typed))).toEqual(resultsOf(typed));
  });
});
