import { describe, expect, test } from "vitest";
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { results } from "../../../archive/search/results.ts";

function head(id: string): DocumentHead {
  return { kind: "letter", id, collection: id.split("/")[0] ?? "", title: id, date: "2022", authors: [], sections: [] };
}

function passage(id: string): Passage {
  return { id, document: id.split("#")[0] ?? "", kind: "section", heading: id, rubric: null, page: null, text: "Une soupe de fanes, et encore une soupe." };
}

const shelves = {
  passage: (id: string) => (id.includes("gone") ? undefined : passage(id)),
  document: (id: string) => (id.includes("lost") ? undefined : head(id)),
};

const scored = ["essai/a#1", "essai/b#1", "essai/a#2", "essai/gone#1", "essai/lost#1", "autre/c#1", "essai/b#2"].map((id, index) => ({ id, score: 10 - index }));
const resultsOf = (limit: number) => results(readQuery("soupe "), scored, shelves, limit);

describe("results", () => {
  test("stand in groups by document, each where its best passage stands", () => {
    expect(resultsOf(20).groups.map(({ document, hits }) => ({ document: document.id, hits: hits.map((hit) => hit.passage.id) }))).toEqual([
      { document: "essai/a", hits: ["essai/a#1", "essai/a#2"] },
      { document: "essai/b", hits: ["essai/b#1", "essai/b#2"] },
      { document: "autre/c", hits: ["autre/c#1"] },
    ]);
  });

  test("count all passages and give the best within the limit", () => {
    const { total, groups } = resultsOf(3);
    expect(total).toBe(5);
    expect(groups.flatMap(({ hits }) => hits.map((hit) => hit.passage.id))).toEqual(["essai/a#1", "essai/a#2", "essai/b#1"]);
    expect(resultsOf(1).groups).toHaveLength(1);
  });

  test("leave out what the shelves do not know", () => {
    expect(JSON.stringify(resultsOf(20))).not.toMatch(/gone|lost/);
  });

  test("carry an excerpt with its marks, and the terms to mark in the text", () => {
    const { query, terms, groups } = resultsOf(1);
    expect({ query, terms }).toEqual({ query: "soupe", terms: [{ term: "soupe", prefix: false }] });
    expect(groups[0]?.hits[0]).toMatchObject({
      score: 10,
      excerpt: "Une soupe de fanes, et encore une soupe.",
      marks: [
        [4, 9],
        [34, 39],
      ],
    });
  });
});
