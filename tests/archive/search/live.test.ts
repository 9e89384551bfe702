import { describe, expect, test } from "vitest";
import { createLiveIndex } from "../../../archive/search/live.ts";
import type { QueryTree } from "../../../archive/search/queryTree.ts";
import { letterHead, passageOf } from "./shelf.ts";

const head = letterHead("essai/a", "2022", "Rayonnages");
const passages = [
  passageOf("essai/a#economie", "Parlons de l’économie du bénévolat et de nos œuvres.", { heading: "Comptes" }),
  passageOf("essai/a#soupe", "La soupe de fanes, pour trente personnes : une soupe.", { heading: "Une recette" }),
  passageOf("essai/a#guichet", "Rien de plus que des soupes.", { heading: "Le guichet" }),
  passageOf("essai/b#p1", "Page d’un rapport sur les mutualisations."),
];
const index = createLiveIndex(passages, (id) => (id === head.id ? head : undefined));
const found = (tree: QueryTree, limit = Infinity, accept: (passage: number) => boolean = () => true): number[] => index.search(tree, limit, accept).map(({ passage }) => passage);

describe("the live index", () => {
  test("finds passages by number, field by field", () => {
    expect(found({ term: "economie" })).toEqual([0]);
    expect(found({ term: "guichet", fields: ["heading"] })).toEqual([2]);
    expect(found({ term: "guichet", fields: ["text", "title"] })).toEqual([]);
    expect(found({ term: "=soup", fields: ["textStems"] }).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(found({ term: "" })).toEqual([]);
  });

  test("has the title of the document, and not the number of a page", () => {
    expect(found({ term: "rayonnages" })).toEqual([0, 1, 2]);
    expect(found({ term: "1" })).toEqual([]);
  });

  test("gives the best that are accepted", () => {
    expect(found({ term: "soup", prefix: true })).toEqual([1, 2]);
    expect(found({ term: "soup", prefix: true }, 1)).toEqual([1]);
    expect(found({ term: "soup", prefix: true }, 1, (passage) => passage !== 1)).toEqual([2]);
    expect(found({ term: "soup", prefix: true }, 0)).toEqual([]);
  });

  test("counts the passages that have a word, once each", () => {
    expect(["soupe", "soupes", "=soup", "mutualis", "toString", ""].map((term) => index.documentsWith(term))).toEqual([1, 1, 2, 0, 0, 0]);
  });

  test("completes words, the most frequent first, then in their order, and never stems", () => {
    expect(index.completions("", 3)).toEqual([
      { term: "de", documents: 3 },
      { term: "rayonnages", documents: 3 },
      { term: "benevolat", documents: 1 },
    ]);
    expect(index.completions("soup", 5).map(({ term }) => term)).toEqual(["soupe", "soupes"]);
    expect(index.completions("=", 5)).toEqual([]);
  });

  test("tells the words that are near another, the nearest first, itself left out", () => {
    expect(index.nearest("soupe", 1, 5).map(({ term }) => term)).toEqual(["soupes"]);
    expect(index.nearest("soupees", 2, 5).map(({ term }) => term)).toEqual(["soupes", "soupe"]);
    expect(index.nearest("soupees", 2, 1).map(({ term }) => term)).toEqual(["soupes"]);
    expect(index.nearest("zzzz", 2, 5)).toEqual([]);
  });
});
