import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { back, open, type SheetPlace, start } from "../../renderer/place.ts";
import { closeTab, firstTabs, indexOf, mostTabs, moveTab, openTab, reopenTab, showBeside, showTab, shownTab, type Tabs, tabsOf, travel, travelAt } from "../../renderer/tabs/tabs.ts";

const letter = (name: string): SheetPlace => ({ kind: "letter", id: `la-derivation/${name}`, section: null, terms: [] });
const sheet = fc.constantFrom("2022-08", "2022-09", "2022-10").map(letter);

type Step = (tabs: Tabs) => Tabs;
const idOf = (tabs: Tabs, at: number) => tabs.open[at % tabs.open.length]?.id ?? 0;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(sheet, fc.boolean()).map(([to, isShown]): Step => (tabs) => openTab(tabs, to, isShown)),
  sheet.map((to): Step => (tabs) => travel(tabs, (journey) => open(journey, to))),
  fc.nat(20).map((at): Step => (tabs) => closeTab(tabs, idOf(tabs, at))),
  fc.nat(20).map((at): Step => (tabs) => showTab(tabs, idOf(tabs, at))),
  fc.tuple(fc.nat(20), fc.integer({ min: -3, max: 30 })).map(([at, to]): Step => (tabs) => moveTab(tabs, idOf(tabs, at), to)),
  fc.constantFrom<Step>(reopenTab, (tabs) => showBeside(tabs, 1), (tabs) => showBeside(tabs, -1), (tabs) => travel(tabs, back)),
);
const anyTabs = fc.array(step, { maxLength: 60 }).map((steps) => steps.reduce((tabs, each) => each(tabs), firstTabs));
const hasOpened = (tabs: Tabs, id: number) => {
  const { past, present, future } = tabs.open[indexOf(tabs, id)]?.journey ?? start;
  return present.sheet.kind !== "start" || past.length > 0 || future.length > 0;
};
const idsOf = ({ open: tabs }: Tabs) => tabs.map(({ id }) => id);
const kindOf = (tabs: Tabs) => shownTab(tabs).journey.present.sheet.kind;

describe("tabs", () => {
  test("are one at least, told apart, one of them shown, no more than there is room for", () => {
    fc.assert(
      fc.property(anyTabs, (tabs) => {
        expect(tabs.open.length).toBeGreaterThan(0);
        expect(tabs.open.length).toBeLessThanOrEqual(mostTabs);
        expect(new Set(idsOf(tabs)).size).toBe(tabs.open.length);
        expect(idsOf(tabs)).toContain(tabs.shown);
      }),
    );
  });

  test("have no visit in common", () => {
    fc.assert(
      fc.property(anyTabs, (tabs) => {
        const visits = tabs.open.map(({ journey: { past, present, future } }) => new Set([...past, present, ...future].map(({ visit }) => visit)));
        expect(new Set(visits.flatMap((each) => [...each])).size).toBe(visits.reduce((sum, { size }) => sum + size, 0));
      }),
    );
  });

  test("come back where they stood, with their journey, after they were closed", () => {
    fc.assert(
      fc.property(anyTabs, fc.nat(20), (tabs, at) => {
        const id = idOf(tabs, at);
        fc.pre(tabs.open.length > 1 && hasOpened(tabs, id));
        const again = reopenTab(closeTab(tabs, id));
        expect(again.open).toEqual(tabs.open);
        expect(again.shown).toBe(id);
      }),
    );
  });

  test("are put elsewhere without a loss, and the same one stays shown", () => {
    fc.assert(
      fc.property(anyTabs, fc.nat(20), fc.nat(70), (tabs, at, to) => {
        const id = idOf(tabs, at);
        const moved = moveTab(tabs, id, to);
        expect(new Set(idsOf(moved))).toEqual(new Set(idsOf(tabs)));
        expect(indexOf(moved, id)).toBe(Math.min(to, tabs.open.length - 1));
        expect(moved.shown).toBe(tabs.shown);
      }),
    );
  });

  test("opened from one stand after it in the order they were opened", () => {
    const tabs = ["2022-08", "2022-09", "2022-10"].reduce((before, name) => openTab(before, letter(name), false), firstTabs);
    expect(tabs.shown).toBe(0);
    expect(tabs.open.map(({ journey }) => journey.present.sheet)).toEqual([{ kind: "start" }, letter("2022-08"), letter("2022-09"), letter("2022-10")]);
  });

  test("go round from the last to the first", () => {
    const tabs = openTab(openTab(firstTabs, letter("2022-08"), false), letter("2022-09"), true);
    expect(tabs.shown).toBe(2);
    expect(showBeside(tabs, 1).shown).toBe(0);
    expect(showBeside(showTab(tabs, 0), -1).shown).toBe(2);
  });

  test("leave a fresh one in place of the last", () => {
    const tabs = closeTab(travel(firstTabs, (journey) => open(journey, letter("2022-08"))), 0);
    expect(kindOf(tabs)).toBe("start");
    expect(tabs.open).toHaveLength(1);
    expect(kindOf(reopenTab(tabs))).toBe("letter");
  });

  test("in which nothing was opened are closed for good, but for the only one, which stays", () => {
    const tabs = openTab(travel(firstTabs, (journey) => open(journey, letter("2022-08"))), { kind: "start" }, true);
    expect(closeTab(tabs, tabs.shown).closed).toEqual([]);
    expect(closeTab(firstTabs, 0)).toBe(firstTabs);
  });

  test("are noted in by visit, wherever that tab is, and not at all once it is closed", () => {
    const tabs = openTab(firstTabs, letter("2022-08"), true);
    const { visit } = shownTab(tabs).journey.present;
    const away = showTab(tabs, 0);
    const noted = travelAt(away, visit, (journey) => open(journey, letter("2022-10")));
    expect(noted.open[1]?.journey.present.sheet).toEqual(letter("2022-10"));
    expect(kindOf(noted)).toBe("start");
    const closed = closeTab(away, 1);
    expect(travelAt(closed, visit, (journey) => open(journey, letter("2022-10")))).toBe(closed);
  });

  test("are made of kept places, at least one", () => {
    const { list } = firstTabs.open[0]?.journey.present ?? { list: { kind: "rubrics" as const } };
    expect(tabsOf([], 3)).toBe(firstTabs);
    const tabs = tabsOf([{ list, sheet: letter("2022-08") }, { list, sheet: { kind: "start" } }], 9);
    expect(tabs.shown).toBe(1);
    expect(tabs.open[0]?.journey.present.front).toBe("sheet");
  });
});
