import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { GrowingPassages } from "../../../archive/search/growingPassages.ts";
import { ask, letterHead, live, namesOf, passageOf, sealed, shelvesOf } from "./shelf.ts";

const heads = ["essai/un", "essai/deux", "essai/trois", "essai/quatre"].map((id, index) => letterHead(id, `202${index}`));
const [one, two] = heads as [DocumentHead, DocumentHead];
const shelves = shelvesOf({ heads });
const soup = passageOf("essai/un#soupe", "Une soupe de carottes.", { rubric: "recette" });
const bread = passageOf("essai/un#pain", "Du pain et une soupe.");
const stew = passageOf("essai/deux#potage", "Un potage de carottes.");

function names(growing: GrowingPassages, typed: string): string[] {
  return namesOf(ask(growing.sets, shelves, typed)).toSorted();
}

describe("passages that come and go", () => {
  test("are found once they are put, and not once they are removed", async () => {
    const growing = new GrowingPassages(await sealed([soup, bread], heads));
    growing.put(two, [stew]);
    expect(names(growing, "carottes ")).toEqual(["potage", "soupe"]);
    expect([growing.liveCount, growing.removedCount]).toEqual([1, 0]);
    growing.remove("essai/deux");
    expect(names(growing, "carottes ")).toEqual(["soupe"]);
    growing.remove("essai/un");
    expect(names(growing, "soupe ")).toEqual([]);
    expect([growing.liveCount, growing.removedCount]).toEqual([0, 2]);
    growing.remove("essai/un");
    growing.remove("essai/personne");
    expect(growing.removedCount).toBe(2);
  });

  test("replace those of the same document, sealed or live", async () => {
    const growing = new GrowingPassages(await sealed([soup, bread], heads));
    for (const text of ["Une soupe de panais.", "Une soupe de navets."]) growing.put(one, [passageOf("essai/un#soupe", text)]);
    expect(names(growing, "carottes ")).toEqual([]);
    expect(names(growing, "panais ")).toEqual([]);
    expect(names(growing, "navets ")).toEqual(["soupe"]);
    expect(ask(growing.sets, shelves, "soupe ")).toMatchObject({ total: 1, documents: 1 });
    expect(growing.passage("essai/un#soupe")?.text).toBe("Une soupe de navets.");
    expect(growing.passage("essai/un#pain")).toBeNull();
  });

  test("count in facets as long as they are there", async () => {
    const growing = new GrowingPassages(await sealed([soup, bread], heads));
    growing.put(two, [stew]);
    expect(ask(growing.sets, shelves, "soupe OU potage ").facets.years.map(({ value, passages }) => [value, passages])).toEqual([["2021", 1], ["2020", 2]]);
    growing.remove("essai/un");
    expect(ask(growing.sets, shelves, "soupe OU potage ").facets).toMatchObject({ rubrics: [], years: [{ value: "2021", passages: 1 }] });
    expect(ask(growing.sets, shelves, "type:lettre").total).toBe(1);
  });

  test("are all given to be sealed again, without what was removed", async () => {
    const growing = new GrowingPassages(await sealed([soup, bread], heads));
    growing.put(two, [stew]);
    expect([...growing.all()]).toEqual([soup, bread, stew]);
    growing.put(one, [bread]);
    expect([...growing.all()]).toEqual([stew, bread]);
  });

  test("may begin with nothing", () => {
    const growing = new GrowingPassages();
    expect(names(growing, "soupe ")).toEqual([]);
    growing.put(one, [soup]);
    expect(names(growing, "soupe ")).toEqual(["soupe"]);
  });
});

const sentence = fc.array(fc.constantFrom("soupe", "soupes", "pain", "carottes", "médiation", "geek", "de", "service"), { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const change = fc.record({ document: fc.nat(3), texts: fc.array(sentence, { maxLength: 4 }), isRemoved: fc.boolean() });
const query = fc.constantFrom("soupe ", "soupe pain ", "carot", '"geek de service"', "mediation -pain ", "suope ", "année:2021", "soupe OU geek ");

test("after any changes, what is found is what a new index finds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(sentence, { maxLength: 4 }), { minLength: 4, maxLength: 4 }), fc.array(change, { maxLength: 12 }), fc.array(query), async (before, changes, queries) => {
      const documents = new Map(before.map((texts, number) => [number, passagesOf(number, texts)]));
      const growing = new GrowingPassages(await sealed([...documents.values()].flat(), heads));
      for (const { document, texts, isRemoved } of changes) {
        const head = heads[document] as DocumentHead;
        if (isRemoved) growing.remove(head.id);
        else growing.put(head, passagesOf(document, texts));
        documents.set(document, isRemoved ? [] : passagesOf(document, texts));
      }
      const now = [...documents.values()].flat();
      const anew = [live(now, heads)];
      for (const typed of queries) {
        const { total, facets, step, found } = ask(growing.sets, shelves, typed);
        const expected = ask(anew, shelves, typed);
        expect({ total, facets, step }).toEqual({ total: expected.total, facets: expected.facets, step: expected.step });
        expect(found.map(({ passage }) => passage.id).toSorted()).toEqual(expected.found.map(({ passage }) => passage.id).toSorted());
      }
      expect([...growing.all()].map(({ id }) => id).toSorted()).toEqual(now.map(({ id }) => id).toSorted());
    }),
    { numRuns: 60 },
  );
});

function passagesOf(document: number, texts: readonly string[]): Passage[] {
  return texts.map((text, index) => passageOf(`${(heads[document] as DocumentHead).id}#s${index}`, text));
}
