import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentHead } from "../../archive/model.ts";
import { tabsSchema } from "../../electron/readingRequests.ts";
import { open, type SheetPlace } from "../../renderer/place.ts";
import { keptOf, tabsFrom } from "../../renderer/tabs/keptTabs.ts";
import { firstTabs, openTab, shownTab, travel } from "../../renderer/tabs/tabs.ts";

const fields = { collection: "la-derivation", title: "Titre", date: "2022-10", authors: [] };
const letter: DocumentHead = { kind: "letter", id: "la-derivation/2022-10", ...fields, sections: [] };
const report: DocumentHead = { kind: "report", id: "la-derivation/mutualisons-2022", ...fields, subtitle: "", description: "", pageLabels: ["1"], outline: [] };
const here = { document: (id: string) => [letter, report].find((head) => head.id === id) };
const gone = { document: () => undefined };
const nowhere = () => undefined;

const sheet: fc.Arbitrary<SheetPlace> = fc.constantFrom<SheetPlace[]>(
  { kind: "start" },
  { kind: "letter", id: letter.id, section: "une-lecture", terms: [{ term: "geek", prefix: true }], row: { kind: "rubric", id: "lecture" } },
  { kind: "letter", id: letter.id, section: null, terms: [], link: "relire://letter/la-derivation/2022-10" },
  { kind: "report", id: report.id, page: 12, terms: [], words: "geek" },
  { kind: "rubric", id: "lecture" },
  { kind: "import", id: "2022-11-02" },
  { kind: "card", id: letter.id, imported: null },
  { kind: "bin" },
);

describe("kept tabs", () => {
  test("are what the shell takes, and the same once they are made again", () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 8 }), (sheets) => {
        const tabs = sheets.reduce((before, each) => openTab(before, each, true), firstTabs);
        const kept = keptOf(tabs, here, nowhere);
        expect(tabsSchema.parse(kept)).toEqual(kept);
        expect(keptOf(tabsFrom(kept, here), here, nowhere)).toEqual(kept);
      }),
    );
  });

  test("remember the paragraph where the reader came to rest", () => {
    const tabs = travel(firstTabs, (journey) => open(journey, { kind: "letter", id: letter.id, section: null, terms: [] }));
    const paragraph = { index: 4, start: "ce que les lieux" };
    const kept = keptOf(tabs, here, () => ({ section: "une-lecture", paragraph, share: 0.5, isAtEnd: false }));
    expect(shownTab(tabsFrom(kept, here)).journey.present.sheet).toEqual({ kind: "letter", id: letter.id, section: "une-lecture", terms: [], paragraph });
  });

  test("show what is missing once their document is gone", () => {
    const tabs = travel(firstTabs, (journey) => open(journey, { kind: "letter", id: letter.id, section: null, terms: [] }));
    expect(shownTab(tabsFrom(keptOf(tabs, here, nowhere), gone)).journey.present.sheet).toMatchObject({ kind: "missing", id: letter.id, missing: { sort: "letter" } });
  });

  test("are a fresh one when there are none", () => {
    expect(tabsFrom(null, here)).toBe(firstTabs);
  });
});
