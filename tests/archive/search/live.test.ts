import { describe, expect, test } from "vitest";
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { createLiveIndex, type LiveIndex, openLiveIndex } from "../../../archive/search/live.ts";
import { readQuery } from "../../../archive/search/query.ts";

const head: DocumentHead = { kind: "letter", id: "essai/a", collection: "essai", title: "Rayonnages", date: "2022", authors: [], sections: [] };
const headOf = (id: string): DocumentHead | undefined => (id === "essai/a" ? head : undefined);

function section(name: string, heading: string, text: string): Passage {
  return { id: `essai/a#${name}`, document: "essai/a", kind: "section", heading, rubric: null, page: null, text };
}

function indexOf(...passages: Passage[]): LiveIndex {
  const index = createLiveIndex();
  index.add(passages, headOf);
  return index;
}

const shelf = indexOf(
  section("economie", "Comptes", "Parlons de l’économie du bénévolat et de nos œuvres."),
  section("soupe", "Une recette", "La soupe de fanes, pour trente personnes."),
  section("soupe-economie", "Autre chose", "Une soupe, c’est toute une économie."),
  section("guichet", "Le guichet", "Rien de plus."),
  section("mention", "Ailleurs", "On y parle du guichet, une fois, au milieu de bien d’autres choses."),
  { id: "essai/b#p1", document: "essai/b", kind: "page", heading: "12", rubric: null, page: 1, text: "Page d’un rapport sur les mutualisations." },
);

const found = (typed: string, index = shelf): string[] => index.search(readQuery(typed)).map(({ id }) => id.split("#")[1] ?? "");

describe("the live index", () => {
  test("folds accents, ligatures, capitals and elisions alike in texts and queries", () => {
    const answers = found("économie ");
    expect([...answers].sort()).toEqual(["economie", "soupe-economie"]);
    for (const typed of ["economie ", "ÉCONOMIE ", "l’économie ", "l'economie "]) expect(found(typed)).toEqual(answers);
    for (const typed of ["œuvres ", "oeuvres ", "ŒUVRES ", "d'œuvres "]) expect(found(typed)).toEqual(["economie"]);
  });

  test("finds by the beginning of the last word, and only of the last", () => {
    expect(found("mutualis")).toEqual(["p1"]);
    expect(found("mutualis ")).toEqual([]);
    expect(found("rapp mutualisations ")).toEqual(["p1"]);
    expect(found("rapport mutual")).toEqual(["p1"]);
  });

  test("gives passages with every word, and only when there are none those with any", () => {
    expect(found("soupe économie ")).toEqual(["soupe-economie"]);
    expect(found("soupe bénévolat ").sort()).toEqual(["economie", "soupe", "soupe-economie"]);
  });

  test("passes over what is not wanted before it settles for some of the words", () => {
    const answers = shelf.search(readQuery("soupe économie "), (id) => !id.endsWith("#soupe-economie"));
    expect(answers.map(({ id }) => id).sort()).toEqual(["essai/a#economie", "essai/a#soupe"]);
  });

  test("puts first a passage whose heading has the word", () => {
    expect(found("guichet ")).toEqual(["guichet", "mention"]);
  });

  test("reads the title of the document, and not the number of a page", () => {
    expect(found("rayonnages ")).toHaveLength(5);
    expect(found("12 ")).toEqual([]);
  });

  test("scores in falling order", () => {
    const scores = shelf.search(readQuery("soupe guichet économie ")).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0)).toBe(true);
  });

  test("finds nothing for no words", () => {
    expect(found("")).toEqual([]);
    expect(found("?!")).toEqual([]);
  });

  test("answers alike once saved as JSON and opened again", () => {
    const opened = openLiveIndex(JSON.parse(JSON.stringify(shelf.save())) as Record<string, unknown>);
    for (const typed of ["soupe", "économie ", "mutualis", "guichet"]) {
      expect(opened.search(readQuery(typed))).toEqual(shelf.search(readQuery(typed)));
    }
    opened.add([section("neuf", "Neuf", "Une soupe neuve.")], headOf);
    expect(found("neuve ", opened)).toEqual(["neuf"]);
  });

  test("does not add a passage that it has, even twice in one go", () => {
    const index = indexOf(section("a", "A", "soupe"), section("a", "A", "soupe"));
    index.add([section("a", "A", "soupe"), section("b", "B", "soupe")], headOf);
    expect(found("soupe ", index).sort()).toEqual(["a", "b"]);
  });

  test.each([{}, { serializationVersion: 2 }, { serializationVersion: 99, index: [] }])("refuses to open what is no index: %j", (saved) => {
    expect(() => openLiveIndex(saved)).toThrow(/./);
  });
});
