/**
 * The sealed index answers as MiniSearch does: same hits, same order, same scores to the last bit, on random corpora and queries.
 * `RELIRE_RUNS=100000` runs longer; fast-check prints the seed of a failure.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QueryOptions, QueryTree } from "../../../archive/search/queryTree.ts";
import { askMini, askSealed, type Corpus, derivedTerms, miniOf, opened, sealCorpus } from "./twoIndexes.ts";

const runs = Number(process.env["RELIRE_RUNS"] ?? 3000);

/** Few letters make many neighbours: shared beginnings, terms one edit apart, equal scores. Then accents, and halves of emoji. */
const letters = fc.constantFrom("a", "a", "b", "b", "c", "é", "œ", "ß", "و", "\u{1f600}", "\ud83d", "\ude00", "\u0000", "\uffff");
const term = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: letters, minLength: 1, maxLength: 6 }) },
  { weight: 3, arbitrary: fc.constantFrom("usager", "usagers", "usagère", "mutualiser", "mutualisation", "mutualisons", "mutuel") },
  { weight: 1, arbitrary: fc.string({ unit: letters, minLength: 15, maxLength: 40 }) },
);
const fieldNames = ["title", "heading", "text"];

const corpus: fc.Arbitrary<Corpus> = fc.integer({ min: 1, max: 3 }).chain((fieldCount) => {
  const field = fc.option(fc.array(term, { maxLength: 12 }), { freq: 6 });
  return fc.record({
    fields: fc.constant(fieldNames.slice(0, fieldCount)),
    passages: fc.array(fc.array(field, { minLength: fieldCount, maxLength: fieldCount }), { maxLength: 30 }),
  });
});

/** With a last field that is derived from another, and does not always have a term as often as the words that it comes from. */
const derivedCorpus: fc.Arbitrary<Corpus> = fc.tuple(corpus, fc.nat(2), fc.infiniteStream(fc.nat(5))).map(([{ fields, passages }, source, chance]) => {
  const derivedFrom = source % fields.length;
  const next = () => chance.next().value ?? 0;
  const derive = (terms: string[] | null): string[] | null => {
    if (terms === null || terms.length === 0) return next() === 0 ? null : [];
    const all = terms.filter((each) => each !== "").flatMap(derivedTerms);
    const kept = all.filter((each, at) => all.indexOf(each) === at || next() > 0);
    return next() === 0 ? [...kept, "=zz", ...kept.slice(0, 1)] : kept;
  };
  return { fields: [...fields, "stems"], passages: passages.map((terms) => [...terms, derive(terms[derivedFrom] ?? null)]), derivedFrom };
});

const options: fc.Arbitrary<QueryOptions> = fc.record(
  {
    fields: fc.uniqueArray(fc.constantFrom(...fieldNames, "stems", "unknown"), { maxLength: 3 }),
    boost: fc.dictionary(fc.constantFrom(...fieldNames), fc.constantFrom(0, 0.3, 1, 2.5, 7), { maxKeys: 3 }),
    weights: fc.record({ prefix: fc.constantFrom(0, 0.2, 0.9), fuzzy: fc.constantFrom(0, 0.1, 0.8) }, { requiredKeys: [] }),
    maxFuzzy: fc.constantFrom(0, 1, 2, 6),
  },
  { requiredKeys: [] },
);
const wanted = fc.record(
  {
    prefix: fc.boolean(),
    fuzzy: fc.constantFrom<(boolean | number)[]>(false, true, 0, 0.2, 0.34, 0.5, 0.99, 1, 2, 3),
    termBoost: fc.constantFrom(0.5, 1, 3),
  },
  { requiredKeys: [] },
);

/** Terms of the corpus as often as not, and what is left of them when an end is cut or a letter changes. */
function termOf({ passages }: Corpus): fc.Arbitrary<string> {
  const known = [...new Set(passages.flat(2).filter((each) => each !== null))];
  if (known.length === 0) return fc.oneof(term, fc.constant(""));
  const one = fc.constantFrom(...known);
  const cut = fc.tuple(one, fc.nat(4)).map(([text, length]) => text.slice(0, length));
  const changed = fc.tuple(one, fc.nat(6), letters).map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
  return fc.oneof(one, cut, changed, term);
}

function queryOf(texts: Corpus): fc.Arbitrary<QueryTree> {
  const leaf = fc.tuple(options, wanted, termOf(texts)).map(([some, how, text]): QueryTree => Object.assign(some, how, { term: text }));
  return fc.letrec<{ tree: QueryTree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.tuple(options, fc.constantFrom("AND", "OR", "AND_NOT"), fc.array(tie("tree"), { maxLength: 4 })).map(
        ([some, combine, queries]): QueryTree => Object.assign(some, { combine: combine as "AND", queries }),
      ),
    ),
  })).tree;
}

const cases = fc.oneof(corpus, derivedCorpus).chain((texts) => fc.tuple(fc.constant(texts), fc.array(queryOf(texts), { minLength: 1, maxLength: 5 }), fc.nat(12), fc.nat(3)));

describe("the sealed index and MiniSearch", () => {
  test("give the same hits in the same order with the same scores", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([texts, queries, limit, refused]) => {
        const mini = miniOf(texts);
        const sealed = opened(await sealCorpus(texts));
        const accept = (id: string): boolean => Number(id.split("#")[1]) % 4 !== refused;
        for (const query of queries) {
          const wanted = askMini(mini, query);
          expect(askSealed(sealed, query)).toEqual(wanted);
          expect(askSealed(sealed, query, limit)).toEqual(wanted.slice(0, limit));
          expect(askSealed(sealed, query, undefined, accept)).toEqual(askMini(mini, query, accept));
          expect(sealed.search(query, { limit }).total).toBe(wanted.length);
        }
      }),
      { numRuns: runs },
    );
  }, 20_000 + 10 * runs);

  test("agree on queries of more than 32 words, some of them twice", async () => {
    const words = Array.from({ length: 80 }, (_, index) => `w${index % 70}`);
    const texts: Corpus = { fields: ["text"], passages: Array.from({ length: 50 }, (_, index) => [words.slice(index, index + 9 + (index % 13))]) };
    const query: QueryTree = { combine: "OR", queries: words.map((word) => ({ term: word, prefix: true, fuzzy: 1 })) };
    expect(askSealed(opened(await sealCorpus(texts)), query)).toEqual(askMini(miniOf(texts), query));
  });

  test("agree on a term of 10,000 letters, exact, begun and mistyped", async () => {
    const long = "abcde".repeat(2000);
    const texts: Corpus = { fields: ["text"], passages: [[[long, "abc"]], [[`${long}x`]], [[`x${long}`, "abcd"]]] };
    const [mini, sealed] = [miniOf(texts), opened(await sealCorpus(texts))];
    for (const text of [long, long.slice(0, 9000), long.slice(1), "abc"]) {
      const query: QueryTree = { term: text, prefix: true, fuzzy: 2 };
      expect(askSealed(sealed, query)).toEqual(askMini(mini, query));
    }
  });
});
