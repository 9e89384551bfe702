/** What a sealed index says of its terms: held against the terms themselves, asked one by one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Corpus, opened, sealCorpus } from "./twoIndexes.ts";

const term = fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "\ud83d"), minLength: 1, maxLength: 7 });
const passages = fc.array(fc.tuple(fc.array(term, { maxLength: 9 }), fc.array(term, { maxLength: 9 })), { maxLength: 40 });

function countsOf(all: string[][][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const texts of all) for (const each of new Set(texts.flat())) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** Levenshtein's distance as its definition says it, in UTF-16 units. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = above[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      here.push(Math.min(replaced, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above.at(-1)!;
}

const byUnits = (a: { term: string }, b: { term: string }): number => (a.term < b.term ? -1 : 1);

describe("the terms of a sealed index", () => {
  test("are counted, completed by frequency, and their neighbours found by distance, then frequency", async () => {
    await fc.assert(
      fc.asyncProperty(passages, term, fc.nat(3), fc.nat(8), async (all, text, edits, limit) => {
        const corpus: Corpus = { fields: ["title", "text"], passages: all };
        const sealed = opened(await sealCorpus(corpus));
        const counts = [...countsOf(all)].map(([each, documents]) => ({ term: each, documents }));
        expect(sealed.termCount).toBe(counts.length);
        for (const { term: each, documents } of counts) expect(sealed.documentsWith(each)).toBe(documents);
        expect(sealed.documentsWith(`${text}unknown`)).toBe(0);

        const begun = counts.filter((each) => each.term.startsWith(text.slice(0, 2))).sort((a, b) => b.documents - a.documents || byUnits(a, b));
        expect(sealed.completions(text.slice(0, 2), limit)).toEqual(begun.slice(0, limit));

        const near = counts
          .map((each) => ({ distance: distance(text, each.term), documents: each.documents, term: each.term }))
          .filter((each) => each.distance > 0 && each.distance <= edits)
          .sort((a, b) => a.distance - b.distance || b.documents - a.documents || byUnits(a, b));
        expect(sealed.nearest(text, edits, limit)).toEqual(near.slice(0, limit));
      }),
      { numRuns: 400 },
    );
  });

  test("are left out of completions and neighbours when they are not accepted", async () => {
    const sealed = opened(await sealCorpus({ fields: ["text"], passages: [[["usager", "usage", "~usag"]], [["usages"]]] }));
    const accept = (each: string): boolean => each !== "usage";
    expect(sealed.completions("usag", 1, accept)).toEqual([{ term: "usager", documents: 1 }]);
    expect(sealed.nearest("usag", 2, 9, accept).map((each) => each.term)).toEqual(["~usag", "usager", "usages"]);
  });
});
