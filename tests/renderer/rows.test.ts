import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LetterHead } from "../../archive/model.ts";
import type { Row } from "../../renderer/bridge.ts";
import { positionIn, rowKey, rowsOf, stopsOf, usualRow } from "../../renderer/rows/rows.ts";
import { firstItems, shelfGroups } from "../../renderer/shelf/shelfGroups.ts";

const section = (id: string, rubric: string | null) => ({ id, title: id, rubric });
const head = (id: string, date: string | null, sections: LetterHead["sections"]): LetterHead => {
  return { kind: "letter", id, collection: id.split("/")[0] ?? "", title: id, date, authors: [], sections };
};

/** Newest first, as they come. */
const letters = [
  head("b/2023-01", "2023-01", [section("lecture", "lecture")]),
  head("a/2022-10", "2022-10", [section("atelier", "atelier"), section("lecture", "lecture"), section("lecture-2", "lecture")]),
  head("a/2022-09", "2022-09-03", [section("annonce", null)]),
  head("a/sans-date", null, [section("lecture", "lecture")]),
];
const collections = ["a", "b"].map((id) => ({ id, title: id.toUpperCase(), description: "", language: "fr" as const, sample: false, elsewhere: [] }));
const rubrics = ["lecture", "atelier"].map((id) => ({ rubric: { id, title: id } }));
const shelf = { letters, rubrics, collections };

const anyLetters = fc
  .array(fc.record({ collection: fc.constantFrom("a", "b"), date: fc.constantFrom("2021", "2022-03", "2022-10-05", null), rubric: fc.array(fc.constantFrom("lecture", "atelier", null), { maxLength: 4 }) }), { maxLength: 30 })
  .map((drafts) => drafts.map(({ collection, date, rubric }, at) => head(`${collection}/l${at}`, date, rubric.map((each, index) => section(`s${index}`, each)))));
const anyRow = fc.constantFrom<Row>({ kind: "rubric", id: "lecture" }, { kind: "year", year: "2022" }, { kind: "year", year: "" }, { kind: "collection", id: "a" }, { kind: "all" });

describe("a row", () => {
  test("goes through a rubric section by section, oldest letter first", () => {
    const stops = stopsOf({ kind: "rubric", id: "lecture" }, letters).map(({ letter, section: at }) => `${letter.id}#${at?.id}`);
    expect(stops).toEqual(["a/sans-date#lecture", "a/2022-10#lecture", "a/2022-10#lecture-2", "b/2023-01#lecture"]);
  });

  test("says where one is, and what is on either side", () => {
    expect(positionIn({ kind: "rubric", id: "lecture" }, letters, { id: "a/2022-10", section: "lecture" })).toMatchObject({
      number: 2,
      count: 4,
      previous: { letter: { id: "a/sans-date" } },
      next: { letter: { id: "a/2022-10" }, section: { id: "lecture-2" } },
    });
    expect(positionIn({ kind: "year", year: "2022" }, letters, { id: "a/2022-09", section: "annonce" })).toMatchObject({ number: 1, count: 2, previous: null });
    expect(positionIn({ kind: "collection", id: "b" }, letters, { id: "a/2022-09", section: null })).toBeNull();
  });

  test("leads from its first stop to its last, and back, by each once", () => {
    fc.assert(
      fc.property(anyLetters, anyRow, (some, row) => {
        const stops = stopsOf(row, some);
        const positions = stops.map(({ letter, section: at }) => positionIn(row, some, { id: letter.id, section: at?.id ?? null }));
        expect(positions.map((each) => each?.number)).toEqual(stops.map((_, at) => at + 1));
        expect(positions.map((each) => each?.next ?? null)).toEqual([...stops.slice(1), null].slice(0, stops.length));
        expect(positions.map((each) => each?.previous ?? null)).toEqual([null, ...stops].slice(0, stops.length));
      }),
    );
  });

  test("is one of several that a letter stands in: the section's rubric first", () => {
    const [, october] = letters;
    expect(october && rowsOf(october, "lecture", 2).map(rowKey)).toEqual(["rubric:lecture", "rubric:atelier", "year:2022", "collection:a", "all"]);
    expect(october && rowsOf(october, null, 1).map(rowKey)).toEqual(["rubric:atelier", "rubric:lecture", "year:2022", "collection:a"]);
    expect(letters.map((each) => positionIn(usualRow(each, letters), letters, { id: each.id, section: null })?.number)).toEqual([4, 3, 2, 1]);
  });

  test("is the letter's collection, or everything for one that stands alone in it", () => {
    expect(letters.map((each) => rowKey(usualRow(each, letters)))).toEqual(["all", "collection:a", "collection:a", "collection:a"]);
    expect(letters.slice(0, 1).map((each) => rowKey(usualRow(each, [each])))).toEqual(["collection:b"]);
  });
});

describe("the shelf", () => {
  test("stands by year, by collection, and by rubric section by section", () => {
    const titles = (grouping: "year" | "rubric" | "collection") => shelfGroups(grouping, shelf).map(({ title, count }) => `${title} ${count}`);
    expect(titles("year")).toEqual(["2023 1", "2022 2", " 1"]);
    expect(titles("collection")).toEqual(["A 3", "B 1"]);
    expect(titles("rubric")).toEqual(["lecture 4", "atelier 1", " 1"]);
  });

  test("holds every letter once, or every section, whatever it is parted by", () => {
    fc.assert(
      fc.property(anyLetters, fc.constantFrom("year" as const, "rubric" as const, "collection" as const), (some, grouping) => {
        const items = shelfGroups(grouping, { letters: some, rubrics, collections }).flatMap((group) => group.items);
        const expected = grouping === "rubric" ? some.flatMap(({ id, sections }) => sections.map((each) => `${id}#${each.id}`)) : some.map(({ id }) => `${id}#`);
        expect(items.map(({ letter, section: at }) => `${letter.id}#${at?.id ?? ""}`).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test("is shown as far as one looks, with the counts of the whole", () => {
    const groups = shelfGroups("year", shelf);
    expect(firstItems(groups, 2).map(({ title, count, items }) => [title, count, items.length])).toEqual([["2023", 1, 1], ["2022", 2, 1]]);
    fc.assert(
      fc.property(fc.nat(10), (most) => {
        expect(firstItems(groups, most).flatMap(({ items }) => items)).toEqual(groups.flatMap(({ items }) => items).slice(0, most));
      }),
    );
  });
});
