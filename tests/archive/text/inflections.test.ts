import { describe, expect, test } from "vitest";
import { inflections } from "../../../archive/text/inflections.ts";
import { stems } from "../../../archive/text/stem.ts";

const all = (word: string): string[] => inflections(word, () => true);

describe("the inflections of a word", () => {
  test("are its other numbers and genders", () => {
    expect(all("jardin")).toContain("jardins");
    expect(all("usagere")).toEqual(expect.arrayContaining(["usager", "usagers", "usageres"]));
    expect(all("facilitateurs")).toEqual(expect.arrayContaining(["facilitateur", "facilitatrice", "facilitatrices"]));
    expect(all("locaux")).toEqual(expect.arrayContaining(["local", "locale", "locales"]));
    expect(all("travaux")).toEqual(["travail"]);
  });

  test("are its other persons and tenses", () => {
    expect(all("partagent")).toEqual(expect.arrayContaining(["partager", "partageons", "partagee", "partageait", "partagera"]));
    expect(all("finissons")).toEqual(expect.arrayContaining(["finir", "finit", "finissait"]));
    expect(all("vendu")).toEqual(expect.arrayContaining(["vendre", "vendent", "vendait"]));
    expect(all("emploient")).toEqual(expect.arrayContaining(["employer", "employons"]));
  });

  test("are no derived words", () => {
    expect(all("utilisation")).toEqual(["utilisations"]);
    for (const derived of ["partageur", "partageable", "partage-nous"]) expect(all("partager")).not.toContain(derived);
  });

  test("share a stem with it, and are in use", () => {
    for (const word of ["mutualisons", "chevaux", "actives", "nouvelles"]) {
      for (const form of all(word)) expect(stems(form).some((stem) => stems(word).includes(stem))).toBe(true);
    }
    expect(inflections("jardin", (form) => form === "jardinet")).toEqual([]);
    expect(inflections("jardin", (form) => form === "jardins")).toEqual(["jardins"]);
  });

  test("are none for what is no French word", () => {
    for (const term of ["", "ab", "mp3", "2022", "λόγος", "x".repeat(50)]) expect(all(term)).toEqual([]);
  });
});
