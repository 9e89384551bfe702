import { describe, expect, test } from "vitest";
import { readQuery } from "../../../archive/search/query.ts";
import type { QueryTree } from "../../../archive/search/queryTree.ts";
import { type Step, treeOf } from "../../../archive/search/ranking.ts";
import { termsOf } from "../../../archive/search/terms.ts";

/** A tree on one line: `mot`, `mo*`, `mot~1`, `=stem`, `(a OR b)`. */
function spelled(tree: QueryTree | null): string {
  if (tree === null) return "nothing";
  if (!("term" in tree)) return `(${tree.queries.map(spelled).join(` ${tree.combine} `)})`;
  const { term, prefix, fuzzy, fields } = tree;
  expect(fields).toEqual(term.startsWith("=") ? ["headingStems", "textStems"] : ["title", "heading", "text"]);
  return `${term}${prefix ? "*" : ""}${fuzzy ? `~${String(fuzzy)}` : ""}`;
}

const asked = (typed: string, step: Step = "exact"): string => spelled(treeOf(readQuery(typed), step));

describe("what a query asks of an index", () => {
  test("is each word, as it stands or by its stem", () => {
    expect(asked("fanes soupe ")).toBe("((fanes OR =fan) AND (soupe OR =soup))");
    expect(asked("soup")).toBe("(soup* OR =soup)");
  });

  test("is any form of an inclusive word", () => {
    const tree = asked("usager·es ");
    for (const form of ["usager", "usagere", "usagers", "usageres"]) expect(tree).toMatch(new RegExp(`\\b${form}\\b`));
  });

  test("is all the words of a phrase, exactly, stop words too", () => {
    for (const step of ["exact", "typos"] as const) expect(asked('"geek de service"', step)).toBe("(geek AND de AND service)");
  });

  test("leaves out stop words where others say more", () => {
    expect(asked("de la soupe ")).toBe("(soupe OR =soup)");
    expect(asked("de la ")).toMatch(/^\(\(?de.* AND \(?la/);
  });

  test("allows an error from four letters and two from eight, in the step of typos only", () => {
    expect(asked("eau pain jardin ordinateur ", "typos").match(/\w+~\d/g)).toEqual(["pain~1", "jardin~1", "ordinateur~2"]);
    expect(asked("2022 mp3s ", "typos")).not.toContain("~");
    for (const step of ["exact", "some"] as const) expect(asked("eau pain jardin ordinateur ", step)).not.toContain("~");
  });

  test("is most of the words in the last step, if there are several", () => {
    expect(asked("soupe pain ", "some")).toBe("((soupe OR =soup) OR (pain OR =pain))");
    expect(asked("soupe ", "some")).toBe("nothing");
    expect(asked("soupe OU pain ", "some")).toBe("nothing");
  });

  test("is nothing without words", () => {
    for (const typed of ["", "rubrique:lecture", "-soupe", '-"de la"', "?!"]) for (const step of ["exact", "typos", "some"] as const) expect(asked(typed, step)).toBe("nothing");
  });

  test("is one of each group of alternatives", () => {
    expect(asked('"soupe" OU "pain" "bio"')).toBe("((soupe OR pain) AND bio)");
    expect(asked('"bio" "soupe" OU "pain"')).toBe("(bio AND (soupe OR pain))");
  });

  test("does not join an alternative to what it does not follow", () => {
    expect(asked('"bio" -"soupe" OU "pain"')).toBe("((bio AND pain) AND_NOT soupe)");
    expect(asked('"bio" rubrique:lecture OU "pain"')).toBe("(bio AND pain)");
    expect(asked('"bio" la OU "pain"')).toBe("(bio AND pain)");
  });

  test("never has what is excluded, whatever the step; phrases are left to be seen in the text", () => {
    for (const step of ["exact", "typos"] as const) expect(asked('"soupe" -"pain" -"de fanes"', step)).toBe("(soupe AND_NOT pain)");
    expect(asked('"soupe" -fanes ')).toBe("(soupe AND_NOT (fanes OR =fan))");
  });
});

describe("what is marked of a query", () => {
  test("is its words by their forms, stems and beginnings, and with typos when they were asked for", () => {
    expect(termsOf(readQuery("économies soup"), "exact")).toEqual([
      { term: "economies", prefix: false, stems: ["econom"] },
      { term: "soup", prefix: true, stems: ["soup"] },
    ]);
    expect(termsOf(readQuery("économies soup"), "typos").map(({ fuzzy }) => fuzzy)).toEqual([2, 1]);
    expect(termsOf(readQuery("économies soup"), "some").map(({ fuzzy }) => fuzzy)).toEqual([undefined, undefined]);
  });

  test("is the telling words of a phrase, only as they stand; all of them when none tells anything", () => {
    expect(termsOf(readQuery('"les soupes de fanes"'), "typos")).toMatchObject([{ term: "soupes", prefix: false }, { term: "fanes", prefix: false }]);
    expect(termsOf(readQuery('"les soupes"'), "exact")[0]).not.toHaveProperty("stems");
    expect(termsOf(readQuery('"de la"'), "exact").map(({ term }) => term)).toEqual(["de", "la"]);
  });

  test("is neither filters, nor exclusions, nor stop words", () => {
    expect(termsOf(readQuery('la soupe -pain -"de fanes" rubrique:recette '), "exact").map(({ term }) => term)).toEqual(["soupe"]);
  });
});
