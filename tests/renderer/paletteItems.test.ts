import { describe, expect, test } from "vitest";
import { answering, paletteItem } from "../../renderer/palette/paletteItems.ts";

const letters = Array.from({ length: 5000 }, (_, at) => paletteItem({ kind: "letters", id: `essai/${at}` }, `Lettre ${at}`, `${["janvier", "février", "août", "octobre"][at % 4]} ${1990 + (at % 40)} · Essai`));
const items = [
  ...letters,
  paletteItem({ kind: "letters", id: "a/2022-10" }, "Lettre d’informations", "octobre 2022 · La Dérivation"),
  paletteItem({ kind: "reports", id: "a/mutualisons" }, "Mutualisons !", "juillet 2022 · La Dérivation"),
  paletteItem({ kind: "rubrics", id: "une-lecture" }, "Une lecture"),
  paletteItem({ kind: "actions", id: "settings" }, "Réglages…"),
  paletteItem({ kind: "recent", id: "geek de service" }, "geek de service"),
];
const ids = (typed: string): string[] => answering(items, typed).flatMap(({ items: found }) => found.map(({ to }) => to.id));

describe("the palette", () => {
  test.each([
    ["octobre 2022 informations", "a/2022-10"],
    ["2022 OCTOBRE inform", "a/2022-10"],
    ["derivation lettre", "a/2022-10"],
    ["mutu", "a/mutualisons"],
    ["reglages", "settings"],
    ["lecture", "une-lecture"],
    ["geek", "geek de service"],
  ])("« %s » leads to %s first", (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
  });

  test("every word typed has to begin one of the item's", () => {
    expect(ids("octobre zzz")).toEqual([]);
    expect(ids("tobre")).toEqual([]);
  });

  test("few are shown of each kind, also of thousands", () => {
    expect(answering(items, "lettre").every(({ items: found }) => found.length <= 8)).toBe(true);
  });

  test("with nothing typed it shows the last searches, the newest letters and what can be done", () => {
    expect(answering(items, "  ").map(({ kind }) => kind)).toEqual(["recent", "letters", "actions"]);
    expect(answering(items, "")[1]?.items[0]?.to.id).toBe("essai/0");
  });
});
