/** A sealed and a live index of the same passages give the same answers, to the last bit, to whatever is typed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passage } from "../../../archive/model.ts";
import type { IndexedPassages } from "../../../archive/search/engine.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { completionsOf, correctionOf } from "../../../archive/search/suggest.ts";
import { ask, letterHead, live, passageOf, reportHead, sealed, shelvesOf } from "./shelf.ts";

const runs = Number(process.env["RELIRE_RUNS"] ?? 80);

const vocabulary = (
  "médiation médiateur médiatrice mediations économie économies l’économie d’économiser usager usagère usager·es usagers militant·e·s militante cœur coeur " +
  "soupe soupes soupçon pain pains faim main rendez-vous aujourd’hui porte-clés geek de la le des service services numérique 2022 2023 œuvre été à e-mail tou·te·s"
).split(" ");
const word = fc.constantFrom(...vocabulary);
const sentence = fc.array(word, { minLength: 1, maxLength: 15 }).map((each) => `${each.join(" ")}.`);
const heads = [letterHead("essai/un", "2022-10", "La médiation"), letterHead("essai/deux", "2023", "Soupe"), reportHead("autre/trois", "2022-10-05", "Économies d’été")];
const rubrics = [
  { id: "recette", title: "Une recette" },
  { id: "lecture", title: "Une lecture" },
];

const corpus: fc.Arbitrary<Passage[]> = fc
  .array(fc.record({ head: fc.nat(2), heading: fc.oneof(word, sentence), text: sentence, rubric: fc.constantFrom(null, "recette", "lecture") }), { maxLength: 25 })
  .map((given) =>
    given
      .toSorted((a, b) => a.head - b.head)
      .map(({ head, heading, text, rubric }, index) => passageOf(`${heads[head]!.id}#${head === 2 ? "p" : "s"}${String(index + 1)}`, text, head === 2 ? {} : { heading, rubric })),
  );

/** A word as it is, cut short, or with a letter wrong. */
const typedWord = fc.tuple(word, fc.constantFrom("is", "is", "cut", "wrong", "swapped"), fc.nat(20)).map(([text, how, at]) => {
  const place = at % text.length;
  if (how === "cut") return text.slice(0, place + 1);
  if (how === "wrong") return `${text.slice(0, place)}x${text.slice(place + 1)}`;
  return how === "swapped" ? `${text.slice(0, place)}${text.charAt(place + 1)}${text.charAt(place)}${text.slice(place + 2)}` : text;
});
const part = fc.oneof(
  { weight: 6, arbitrary: typedWord },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => `"${each.join(" ")}"`) },
  { weight: 1, arbitrary: typedWord.map((each) => `-${each}`) },
  { weight: 1, arbitrary: fc.constantFrom("année:2022", "rubrique:recette", "-type:pdf", "dans:soupe", "OU", "OU") },
);
const query = fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("", " ")).map(([parts, end]) => parts.join(" ") + end);

async function both(passages: Passage[]): Promise<[IndexedPassages[], IndexedPassages[]]> {
  return [[live(passages, heads)], [await sealed(passages, heads)]];
}

describe("a sealed and a live index of the same passages", () => {
  test("give the same hits with the same scores, facets, step and suggestions", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.array(query, { minLength: 1, maxLength: 8 }), fc.constantFrom("relevance" as const, "date" as const), async (passages, queries, order) => {
        const [inLive, inSealed] = await both(passages);
        for (const typed of queries) {
          const shelves = shelvesOf({ heads, rubrics });
          expect(ask(inSealed, shelves, typed, { order, limit: 10 })).toEqual(ask(inLive, shelves, typed, { order, limit: 10 }));
          expect(completionsOf(inSealed, readQuery(typed), 5)).toEqual(completionsOf(inLive, readQuery(typed), 5));
          expect(correctionOf(inSealed, typed, readQuery(typed))).toBe(correctionOf(inLive, typed, readQuery(typed)));
        }
      }),
      { numRuns: runs },
    );
  });

  test("count the same words, complete and correct them alike", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, fc.array(typedWord, { minLength: 1, maxLength: 8 }), fc.nat(10), async (passages, typed, limit) => {
        const [[inLive], [inSealed]] = await both(passages);
        for (const text of typed) {
          const [term = ""] = readQuery(`${text} `).parts.flatMap((each) => (each.kind === "word" ? [each.word.term] : []));
          expect(inSealed!.index.documentsWith(term)).toBe(inLive!.index.documentsWith(term));
          expect(inSealed!.index.completions(term, limit)).toEqual(inLive!.index.completions(term, limit));
          for (const edits of [1, 2]) {
            const near = inLive!.index.nearest(term, edits, limit);
            expect(inSealed!.index.nearest(term, edits, limit).map(({ term: found, documents }) => ({ term: found, documents }))).toEqual(near);
            expect(near.map(({ term: found }) => found)).not.toContain(term);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test("count everything whatever the limit, and give the same as without one, up to it", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, query, fc.nat(4), fc.constantFrom("relevance" as const, "date" as const), async (passages, typed, limit, order) => {
        for (const sets of await both(passages)) {
          const { found: all, ...counted } = ask(sets, shelvesOf({ heads, rubrics }), typed, { order });
          const { found, ...limited } = ask(sets, shelvesOf({ heads, rubrics }), typed, { order, limit });
          expect(limited).toEqual(counted);
          expect(counted.total).toBe(all.length);
          expect(found).toEqual(all.slice(0, limit));
          expect(new Set(found.map(({ passage }) => passage.id)).size).toBe(found.length);
        }
      }),
      { numRuns: runs },
    );
  });

  test("find every passage by each of its words, once", async () => {
    await fc.assert(
      fc.asyncProperty(corpus, word, async (passages, wanted) => {
        const [inLive] = await both(passages);
        const { found } = ask(inLive, shelvesOf({ heads, rubrics }), `"${wanted}"`);
        const ids = found.map(({ passage }) => passage.id);
        const having = passages.filter(({ text }) => ` ${text}`.includes(` ${wanted} `)).map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(having));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: runs },
    );
  });
});
