import { describe, expect, test } from "vitest";
import type { DocumentHead } from "../../archive/model.ts";
import type { ReadingState } from "../../renderer/bridge.ts";
import { startedIn } from "../../renderer/reading/started.ts";

const letter: DocumentHead = { kind: "letter", id: "a/2022-10", collection: "a", title: "Lettre", date: "2022-10", authors: [], sections: [] };
const report: DocumentHead = { kind: "report", id: "a/rapport", collection: "a", title: "Rapport", date: "2022", authors: [], subtitle: "", description: "", pageLabels: ["i", "1", "2"], outline: [] };
const document = (id: string): DocumentHead | undefined => [letter, report].find((head) => head.id === id);
const inLetter = (at: number): ReadingState => ({ kind: "started", section: null, paragraph: null, share: 0.2, at });
const onPage = (page: number, at: number): ReadingState => ({ kind: "onPage", page, share: 0.5, at });
const ids = (...states: [string, ReadingState][]): string[] => startedIn(new Map(states), document).map(({ head }) => head.id);

describe("what is in progress", () => {
  test("is letters and reports alike, the one read last first, in whatever order they are kept", () => {
    expect(ids([letter.id, inLetter(1)], [report.id, onPage(2, 2)])).toEqual([report.id, letter.id]);
    expect(ids([report.id, onPage(2, 2)], [letter.id, inLetter(3)])).toEqual([letter.id, report.id]);
  });

  test("is nothing that was read, that is gone, or that has no such page any more", () => {
    expect(ids([letter.id, { kind: "read", at: 1 }], ["a/disparu", inLetter(2)], [report.id, onPage(4, 3)])).toEqual([]);
  });

  test("is no page of what is a letter now, nor the other way round", () => {
    expect(ids([letter.id, onPage(1, 1)], [report.id, inLetter(2)])).toEqual([]);
  });
});
