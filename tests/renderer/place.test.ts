import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SearchTerm } from "../../archive/model.ts";
import { back, forward, type Journey, leave, type ListPlace, open, settle, type SheetPlace, showList, start, type } from "../../renderer/place.ts";

const id = fc.constantFrom("la-derivation/2022-10", "les-passerelles/2023-01", "la-derivation/mutualisons-2022");
const sheet: fc.Arbitrary<SheetPlace> = fc.oneof(
  fc.record({ kind: fc.constant("letter" as const), id, section: fc.constantFrom(null, "une-lecture"), terms: fc.constant<SearchTerm[]>([]) }),
  fc.record({ kind: fc.constant("report" as const), id, page: fc.constantFrom(null, 1, 12), terms: fc.constant<SearchTerm[]>([{ term: "geek", prefix: true }]) }),
  fc.record({ kind: fc.constant("rubric" as const), id: fc.constantFrom("lecture", "atelier") }),
  id.map((missing): SheetPlace => ({ kind: "missing", id: missing, missing: { id: missing, sort: "letter", title: null, date: null, collection: null, isInBin: false } })),
);
const list: fc.Arbitrary<ListPlace> = fc.constantFrom<ListPlace>({ kind: "letters", collection: null }, { kind: "letters", collection: "la-derivation" }, { kind: "rubrics" }, { kind: "reports" });
const typed = fc.constantFrom("g", "ge", "geek", "geek de service", "");

type Move = (journey: Journey) => Journey;
const move: fc.Arbitrary<Move> = fc.oneof(
  sheet.map((to): Move => (journey) => open(journey, to)),
  list.map((to): Move => (journey) => showList(journey, to)),
  typed.map((text): Move => (journey) => type(journey, text)),
  sheet.map((to): Move => (journey) => settle(journey, to)),
  fc.constant<Move>(back),
  fc.constant<Move>(forward),
);
const journey = fc.array(move, { maxLength: 40 }).map((moves) => moves.reduce((at, each) => each(at), start));

const letter: SheetPlace = { kind: "letter", id: "la-derivation/2022-10", section: null, terms: [] };
const places = ({ past, present, future }: Journey) => [...past, present, ...future];

describe("a journey", () => {
  test("begins at the letters, with nowhere to go back or forward to", () => {
    expect(start.present).toMatchObject({ list: { kind: "letters", collection: null }, sheet: { kind: "start" } });
    expect(back(start)).toBe(start);
    expect(forward(start)).toBe(start);
  });

  test("comes back to the same place after opening something", () => {
    fc.assert(
      fc.property(journey, sheet, (at, to) => {
        expect(back(open(at, to)).present).toEqual(at.present);
      }),
    );
  });

  test("comes back to the same place after another list", () => {
    fc.assert(
      fc.property(journey, list, (at, to) => {
        expect(back(showList(at, to)).present).toEqual(at.present);
      }),
    );
  });

  test("is where it was after a step back and a step forward", () => {
    fc.assert(
      fc.property(journey, (at) => {
        fc.pre(at.past.length > 0);
        expect(forward(back(at))).toEqual(at);
        expect(back(forward(back(at)))).toEqual(back(at));
      }),
    );
  });

  test("shows what was opened, in front, with the list as it was", () => {
    fc.assert(
      fc.property(journey, sheet, (at, to) => {
        expect(open(at, to).present).toMatchObject({ sheet: to, list: at.present.list, front: "sheet" });
      }),
    );
  });

  test("shows another list in front, with the sheet as it was", () => {
    fc.assert(
      fc.property(journey, list, (at, to) => {
        expect(showList(at, to).present).toMatchObject({ list: to, sheet: at.present.sheet, front: "list" });
      }),
    );
  });

  test("forgets what was ahead when it goes another way", () => {
    const at = back(open(start, letter));
    expect(at.future).toHaveLength(1);
    expect(open(at, { kind: "rubric", id: "lecture" }).future).toEqual([]);
  });

  test("leaves what is gone for what was shown before it, whatever list one looks through meanwhile", () => {
    const at = showList(open(open(start, { kind: "rubric", id: "lecture" }), letter), { kind: "imports" });
    expect(leave(at, at.present.visit).present).toMatchObject({ sheet: { kind: "rubric", id: "lecture" }, list: { kind: "imports" } });
    expect(leave(start, start.present.visit).present.sheet).toEqual({ kind: "start" });
    expect(leave(at, at.present.visit, { kind: "bin" }).present.sheet).toEqual({ kind: "bin" });
  });

  test("stays where one has gone on to before what was left is gone", () => {
    fc.assert(
      fc.property(journey, sheet, (at, to) => {
        const gone = open(at, to);
        expect(leave(gone, at.present.visit)).toBe(gone);
      }),
    );
  });

  test("gives every arrival at a sheet a number of its own", () => {
    fc.assert(
      fc.property(journey, sheet, (at, to) => {
        const visits = places(at).map(({ visit }) => visit);
        expect(visits).toEqual(visits.toSorted((a, b) => a - b));
        expect(visits).not.toContain(open(at, to).present.visit);
      }),
    );
  });

  test("stays at the sheet while one searches and looks through lists", () => {
    fc.assert(
      fc.property(journey, (at) => {
        const { visit } = at.present;
        expect(showList(at, { kind: "reports" }).present.visit).toBe(visit);
        expect(type(type(at, "a"), "ab").present.visit).toBe(visit);
        expect(type(type(at, "a"), "").present.visit).toBe(visit);
      }),
    );
  });

  test("notes where the reader got to without making it a visit", () => {
    fc.assert(
      fc.property(journey, sheet, (at, to) => {
        const settled = settle(at, to);
        expect(settled.present).toEqual({ ...at.present, sheet: to });
        expect([settled.past, settled.future]).toEqual([at.past, at.future]);
      }),
    );
  });

  test("remembers no more than two hundred visits, the last ones", () => {
    const far = Array.from({ length: 500 }, (_, index): SheetPlace => ({ kind: "rubric", id: `r${index}` })).reduce(open, start);
    expect(far.past).toHaveLength(200);
    expect(far.past.at(-1)?.sheet).toEqual({ kind: "rubric", id: "r498" });
    const returned = Array.from({ length: 500 }).reduce<Journey>((at) => back(at), far);
    expect(returned.past).toEqual([]);
    expect(returned.future).toHaveLength(200);
  });

  test("never changes the value it is given", () => {
    const frozen = deepFreeze(open(open(start, letter), { kind: "rubric", id: "lecture" }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 10 }), (moves) => {
        expect(() => moves.reduce((at, each) => deepFreeze(each(at)), frozen)).not.toThrow();
      }),
    );
  });
});

describe("typing", () => {
  const typing = (at: Journey, ...texts: string[]): Journey => texts.reduce(type, at);

  test("is one visit for a whole search", () => {
    const found = typing(start, "g", "ge", "geek", "geek de", "geek");
    expect(found.past).toEqual([start.present]);
    expect(found.present.list).toEqual({ kind: "search", text: "geek" });
    expect(back(found).present).toEqual(start.present);
  });

  test("keeps the sheet, and opening a result keeps the search to come back to", () => {
    const found = typing(open(start, letter), "geek");
    expect(found.present.sheet).toEqual(letter);
    const result: SheetPlace = { kind: "report", id: "la-derivation/mutualisons-2022", page: 21, terms: [{ term: "geek", prefix: true }] };
    expect(back(open(found, result)).present).toEqual(found.present);
  });

  test("leaves no search behind when the box is emptied", () => {
    fc.assert(
      fc.property(journey, typed, (at, text) => {
        const emptied = typing(at, text, "");
        expect(emptied.present.list.kind).not.toBe("search");
        expect(emptied.present.sheet).toEqual(at.present.sheet);
      }),
    );
  });

  test("then emptying the box comes back to the list the search began from, as if nothing had been typed", () => {
    const at = open(showList(start, { kind: "rubrics" }), letter);
    const emptied = typing(at, "g", "geek", "");
    expect(emptied.past).toEqual(at.past);
    expect(emptied.present).toMatchObject({ list: { kind: "rubrics" }, sheet: letter });
  });

  test("then emptying the box beside an opened result keeps the results to come back to", () => {
    const found = typing(start, "geek");
    const emptied = typing(open(found, letter), "");
    expect(emptied.present).toMatchObject({ list: { kind: "letters", collection: null }, sheet: letter });
    expect(back(emptied).present).toEqual(found.present);
  });

  test("changes nothing when an empty box stays empty", () => {
    const at = open(start, letter);
    expect(type(at, "")).toBe(at);
  });
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
