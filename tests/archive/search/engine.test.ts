import { beforeAll, describe, expect, test } from "vitest";
import type { Collection } from "../../../archive/model.ts";
import type { IndexedPassages } from "../../../archive/search/engine.ts";
import { ask, type Asked, letterHead, live, namesOf, passageOf, reportHead, sealed, type Shelf, shelvesOf } from "./shelf.ts";

const collection = (id: string, title: string): Collection => ({ id, title, description: "", language: "fr", sample: false, elsewhere: [] });

const heads = [
  letterHead("essai/2021-12", "2021-12", "Lettre d’hiver"),
  letterHead("essai/2022-10", "2022-10", "Lettre d’automne"),
  reportHead("essai/carnet", "2022-10-05", "Carnet de cuisine"),
  letterHead("autre/2023-01", "2023-01", "Nouvelles"),
];
const shelf: Shelf = {
  heads,
  collections: [collection("essai", "Un essai"), collection("autre", "Une autre")],
  rubrics: [
    { id: "recette", title: "Une recette" },
    { id: "lecture", title: "Une lecture" },
  ],
};
const passages = [
  passageOf("essai/2021-12#soupe", "Une soupe de fanes de carottes, pour trente personnes.", { heading: "Soupe", rubric: "recette" }),
  passageOf("essai/2021-12#geek", "Être le geek de service, celui qui répare les ordinateurs.", { heading: "Une analyse", rubric: "lecture" }),
  passageOf("essai/2022-10#services", "De service en service, le geek finit par refuser. Une soupe l’attend.", { heading: "Refuser", rubric: "lecture" }),
  passageOf("essai/2022-10#potage", "Un potage de carottes.", { heading: "Potage", rubric: "recette" }),
  passageOf("essai/2022-10#fin", "La médiation numérique, encore.", { heading: "Fin" }),
  passageOf("essai/carnet#p1", "Les carottes, la soupe et le pain."),
  passageOf("essai/carnet#p2", "Le pain, seul : une médiatrice en mange."),
  passageOf("autre/2023-01#pain", "Le pain de la veille.", { heading: "Pain perdu", rubric: "recette" }),
];

const indexes: Record<string, IndexedPassages[]> = { live: [live(passages, heads)] };
beforeAll(async () => {
  indexes["sealed"] = [await sealed(passages, heads)];
  indexes["sealed and live"] = [await sealed(passages.slice(0, 5), heads), live(passages.slice(5), heads)];
});

describe.each(["live", "sealed", "sealed and live"])("a search in passages behind an index that is %s", (kind) => {
  const outcome = (typed: string, asked?: Asked) => ask(indexes[kind] ?? [], shelvesOf(shelf), typed, asked);
  const names = (typed: string, asked?: Asked): string[] => namesOf(outcome(typed, asked));
  const sorted = (typed: string, asked?: Asked): string[] => names(typed, asked).sort();

  test("finds passages with all the words, a heading’s first", () => {
    expect(sorted("carottes soupe ")).toEqual(["p1", "soupe"]);
    expect(names("soupe ")[0]).toBe("soupe");
    expect(outcome("soupe ").step).toBe("exact");
    expect(names("fanes fin OU soupe ")[0]).toBe("soupe");
  });

  test("finds other forms of a word, after the form that was typed", () => {
    expect(names("service ").slice(0, 2).sort()).toEqual(["geek", "services"]);
    expect(names("médiateurs ")).toEqual(["p2"]);
    expect(names("médiateurs mange ")).toEqual(["p2"]);
  });

  test("finds by the beginning of the last word only", () => {
    expect(sorted("ordinat")).toEqual(["geek"]);
    expect(names("carott soupe ")).not.toContain("potage");
    expect(names("soupe carott")[0]).toBe("soupe");
  });

  test("reads the title of the document, and not the label of a page", () => {
    expect(sorted("cuisine ")).toEqual(["p1", "p2"]);
    expect(names("1 ")).toEqual([]);
  });

  test("tolerates typos when little is found, below what has no typo", () => {
    expect(outcome("ordinatuers ").step).toBe("typos");
    expect(names("ordinatuers ")).toEqual(["geek"]);
    expect(names("le sope de fannes ")).toEqual(["soupe"]);
    const { found, step } = outcome("potaje ");
    expect([step, found.map(({ passage }) => passage.id)]).toEqual(["typos", ["essai/2022-10#potage"]]);
  });

  test("takes two letters exchanged for one error, in short words too", () => {
    expect(outcome("pian ").step).toBe("typos");
    expect(sorted("pian ")).toEqual(["p1", "p2", "pain"]);
    expect(names("sopue ")).toContain("soupe");
  });

  test("finds a word of several parts without its hyphens, its parts side by side", () => {
    expect(sorted("pain-perdu ")).toEqual(["pain"]);
    expect(names("pain-soupe ")).toEqual([]);
    expect(names("le pain-perdu ")).toEqual(["pain"]);
  });

  test("gives passages with some of the words when none has them all", () => {
    const { step, total } = outcome("potage ordinateurs ");
    expect([step, total]).toEqual(["some", 2]);
    expect(sorted("potage ordinateurs ")).toEqual(["geek", "potage"]);
    expect(outcome("soupe zzzzzz ")).toMatchObject({ step: "some", total: 3 });
  });

  test("scores what a later step finds below what an earlier one did, and finds nothing twice", () => {
    const { found, step, total } = outcome("geek ");
    expect([step, total]).toEqual(["exact", 2]);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
    for (const typed of ["potage ", "seul ", "carotte ", "mange ", "refuser ", "soupe geek "]) {
      const every = outcome(typed).found;
      expect(new Set(every.map(({ passage }) => passage.id)).size).toBe(every.length);
      expect(every.every(({ score }) => score > 0 && Number.isFinite(score))).toBe(true);
    }
  });

  test("finds nothing where there is nothing to look for", () => {
    for (const typed of ["", "  ", "?!", "-soupe", '-"geek de service"', '""', "zzzzzz "]) expect(outcome(typed)).toMatchObject({ found: [], total: 0, documents: 0, step: "exact" });
  });

  test("looks for stop words when there is nothing else", () => {
    expect(sorted("de la ")).toEqual(expect.arrayContaining(["pain"]));
    expect(names("et ")).toEqual(["p1"]);
  });

  describe("for a phrase", () => {
    test("takes its words in a row only, stop words too", () => {
      expect(names('"geek de service"')).toEqual(["geek"]);
      expect(names('"geek service"')).toEqual([]);
      expect(names('"service en service"')).toEqual(["services"]);
      expect(names('"geek finit" soupe ')).toEqual(["services"]);
    });

    test("does not mind accents, capitals, elisions nor punctuation", () => {
      for (const typed of ['"ETRE LE GEEK"', "«\u202Fêtre, le geek\u202F»", "“etre le geek”"]) expect(names(typed)).toEqual(["geek"]);
      expect(names('"soupe l’attend"')).toEqual(["services"]);
      expect(names('"la mediation numerique"')).toEqual(["fin"]);
    });

    test("takes no other form and no typo of its words", () => {
      for (const typed of ['"geeks de service"', '"gek de service"', '"geek de serv"']) expect(names(typed)).toEqual([]);
    });

    test("may find it in a heading or in the document’s title", () => {
      expect(names('"pain perdu"')).toEqual(["pain"]);
      expect(sorted('"carnet de cuisine"')).toEqual(["p1", "p2"]);
    });

    test("wants it even when only some of the other words are found", () => {
      expect(outcome('"geek de service" zzzzzz ')).toMatchObject({ step: "some", total: 1 });
      expect(names('"geek de service" potage ')).toEqual(["geek"]);
    });

    test("may stand among alternatives, and is one only where it stands", () => {
      expect(sorted('"geek de service" OU potage ')).toEqual(["geek", "potage"]);
      expect(sorted('potage OU "geek de service"')).toEqual(["geek", "potage"]);
      expect(sorted('"geek de service" OU "pain perdu"')).toEqual(["geek", "pain"]);
      expect(sorted('"geek de service" soupe OU ordinateurs ')).toEqual(["geek"]);
      expect(sorted('"geek de service" OU potages ')).toEqual(["geek", "potage"]);
    });
  });

  describe("with exclusions", () => {
    test("leaves out passages with a word, in any form", () => {
      expect(sorted("soupe -pain ")).toEqual(["services", "soupe"]);
      expect(sorted("carotte -soupes ")).toEqual(["potage"]);
      expect(sorted("carottes -soupe -potage ")).toEqual([]);
    });

    test("leaves out passages with a phrase, and not those with its words apart", () => {
      expect(names('geek -"geek de service" ')).toEqual(["services"]);
      expect(sorted('soupe -"pain perdu" ')).toEqual(["p1", "services", "soupe"]);
    });

    test("leaves them out of what filters give, too", () => {
      expect(sorted("rubrique:recette -soupe ")).toEqual(["pain", "potage"]);
      expect(sorted('rubrique:lecture -"geek de service"')).toEqual(["services"]);
      expect(sorted("type:pdf -soupe -seul ")).toEqual([]);
    });

    test("never brings them back in a later step", () => {
      expect(names("potage ordinateurs -répare ")).toEqual(["potage"]);
    });
  });

  describe("with alternatives", () => {
    test("hands an alternative on from a stop word to the word it stands before", () => {
      expect(sorted("potage OU le geek ")).toEqual(["geek", "potage", "services"]);
      expect(names("potage OU le geek soupe ")[0]).toBe("services");
    });

    test("finds any of them, with the rest", () => {
      expect(sorted("potage OU geek ")).toEqual(["geek", "potage", "services"]);
      expect(sorted("carottes potage OU pain ")).toEqual(["p1", "potage"]);
      expect(sorted("potage OR ordinateurs OU mange ")).toEqual(["geek", "p2", "potage"]);
    });
  });

  describe("with filters", () => {
    test("gives what passes them all", () => {
      expect(sorted("soupe rubrique:recette ")).toEqual(["soupe"]);
      expect(sorted("soupe année:2022 type:lettre ")).toEqual(["services"]);
      expect(sorted("pain collection:autre ")).toEqual(["pain"]);
      expect(sorted("pain dans:carnet ")).toEqual(["p1", "p2"]);
      expect(sorted("soupe avant:2022 ")).toEqual(["soupe"]);
      expect(sorted("soupe -rubrique:recette -type:pdf ")).toEqual(["services"]);
    });

    test("alone give all that passes, newest first, each document as it is read", () => {
      expect(names("année:2022")).toEqual(["p1", "p2", "services", "potage", "fin"]);
      expect(names("rubrique:recette")).toEqual(["pain", "potage", "soupe"]);
      expect(names("-type:lettre")).toEqual(["p1", "p2"]);
      expect(outcome("année:2022").found.every(({ score }) => score === 0)).toBe(true);
    });

    test("do not stand for a word that is nowhere", () => {
      expect(outcome("rubrique:recette zzzzzz ")).toMatchObject({ total: 0 });
      expect(outcome('type:pdf "geek de service"')).toMatchObject({ total: 0 });
    });

    test("joined by OR give what passes any of them", () => {
      expect(sorted("rubrique:recette OU rubrique:lecture année:2022 ")).toEqual(["potage", "services"]);
      expect(sorted("pain type:lettre OU dans:carnet ")).toEqual(["p1", "p2", "pain"]);
    });
  });

  test("leaves out hidden collections, in every step", () => {
    expect(sorted("pain ", { hidden: ["autre"] })).toEqual(["p1", "p2"]);
    expect(names("rubrique:recette", { hidden: ["essai"] })).toEqual(["pain"]);
    expect(names("potage perdu ", { hidden: ["autre"] })).toEqual(["potage"]);
    expect(outcome("pain ", { hidden: ["autre", "essai"] })).toMatchObject({ total: 0, facets: { kinds: [], years: [], rubrics: [], collections: [] } });
  });

  test("orders by date on demand: newest first, each document as it is read", () => {
    expect(names("carottes OU soupe OU pain OU geek ", { order: "date" })).toEqual(["pain", "p1", "p2", "services", "potage", "soupe", "geek"]);
    expect(names("geek soupe ", { order: "date" })[0]).toBe("services");
  });

  test("gives no more than the limit, and counts everything", () => {
    const { found, total, documents, facets } = outcome("soupe OU pain ", { limit: 2 });
    expect([found.length, total, documents]).toEqual([2, 5, 4]);
    expect(facets.kinds.reduce((sum, { passages: count }) => sum + count, 0)).toBe(5);
    expect(outcome("soupe ", { limit: 0 })).toMatchObject({ found: [], total: 3 });
    for (const order of ["relevance", "date"] as const) expect(outcome("soupe OU pain ", { order, limit: 2 }).found).toEqual(outcome("soupe OU pain ", { order }).found.slice(0, 2));
  });

  test("counts what was found by kind, year, rubric and collection", () => {
    expect(outcome("soupe OU pain ").facets).toEqual({
      kinds: expect.arrayContaining([
        { value: "letter", title: "letter", passages: 3 },
        { value: "report", title: "report", passages: 2 },
      ]),
      years: [
        { value: "2023", title: "2023", passages: 1 },
        { value: "2022", title: "2022", passages: 3 },
        { value: "2021", title: "2021", passages: 1 },
      ],
      rubrics: [
        { value: "recette", title: "Une recette", passages: 2 },
        { value: "lecture", title: "Une lecture", passages: 1 },
      ],
      collections: [
        { value: "essai", title: "Un essai", passages: 4 },
        { value: "autre", title: "Une autre", passages: 1 },
      ],
    });
    expect(outcome("soupe OU pain ").facets.kinds[0]?.value).toBe("letter");
  });
});

test("what an earlier step found stands first, however well a later step’s answers score", () => {
  const head = letterHead("essai/a", "2022");
  const filler = "Rien à voir ici, vraiment rien du tout. ".repeat(20);
  const some = [
    passageOf("essai/a#mieux", "Cheman, cheman, cheman.", { heading: "Cheman" }),
    passageOf("essai/a#moins", `${filler} Un chemin. ${filler}`),
    passageOf("essai/a#apart", "Une rivière, une rivière.", { heading: "Rivière" }),
    passageOf("essai/a#both", `${filler} Une riviere. ${filler} Un chemin. ${filler}`),
  ];
  const outcome = (typed: string) => ask([live(some, [head])], shelvesOf({ heads: [head] }), typed);
  expect(namesOf(outcome("chemin "))).toEqual(["moins", "both", "mieux"]);
  expect(outcome("chemin ").step).toBe("typos");
  expect(namesOf(outcome("chemin rivière "))[0]).toBe("both");
  for (const typed of ["chemin ", "chemin rivière ", "rivière "]) {
    const scores = outcome(typed).found.map(({ score }) => score);
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  }
});

test("what has a word as it was typed stands before what has other forms of it, however often", () => {
  const head = letterHead("essai/a", "2022");
  const some = [
    passageOf("essai/a#forms", "Des services, des services et des services.", { heading: "Services" }),
    passageOf("essai/a#typed", "Tout ce qui se fait au titre du service rendu un jour ou l’autre, et que l’on oublie ensuite de nommer."),
  ];
  for (const sets of [[live(some, [head])]]) {
    expect(namesOf(ask(sets, shelvesOf({ heads: [head] }), "service "))).toEqual(["typed", "forms"]);
    expect(namesOf(ask(sets, shelvesOf({ heads: [head] }), "services "))[0]).toBe("forms");
  }
});

test("without anything to search in, nothing is found", () => {
  expect(ask([], shelvesOf(shelf), "soupe ")).toMatchObject({ found: [], total: 0 });
  expect(ask([live([], [])], shelvesOf(shelf), "soupe ")).toMatchObject({ found: [], total: 0 });
});

test("passages of a document that is not on the shelves are passed over", () => {
  expect(ask([live(passages, heads)], shelvesOf({ ...shelf, heads: heads.slice(1) }), "carottes ").total).toBe(2);
});

describe("among passages that have all the words", () => {
  const head = letterHead("essai/a", "2022");
  const inOrder = (typed: string, texts: Record<string, string>): string[] => {
    const some = Object.entries(texts).map(([name, text]) => passageOf(`essai/a#${name}`, text));
    return namesOf(ask([live(some, [head])], shelvesOf({ heads: [head] }), typed));
  };

  test("another number, gender or tense stands before a word made of it, however often that comes", () => {
    expect(inOrder("utilisons ", { made: "Utilisation, utilisation, utilisation, utilisable.", tense: "Ici comme ailleurs, elles utilisent la salle.", typed: "Ici comme ailleurs, nous utilisons la salle." })).toEqual(["typed", "tense", "made"]);
  });

  test("what goes on from a word being typed stands before what only shares its stem", () => {
    expect(inOrder("cultiv", { stem: "Culture, culture, culture.", begun: "Ici comme ailleurs, on cultivait la terre." })[0]).toBe("begun");
  });

  test("one error stands before two", () => {
    const texts = { two: "Mutuolisateon, mutuolisateon.", one: "Ici comme ailleurs, une mutualisatoin." };
    expect(inOrder("mutualisation ", texts)).toEqual(["one", "two"]);
  });

  test("words side by side stand before words apart", () => {
    const filler = "Rien à voir ici, vraiment rien du tout. ".repeat(10);
    expect(inOrder("monnaie locale ", { apart: `Une monnaie. ${filler} Une radio locale.`, near: `Une monnaie locale. ${filler} Une radio.` })).toEqual(["near", "apart"]);
  });

  test("the accents that were typed tell words apart; without any, none do", () => {
    const texts = { other: "Le pêcheur est passé. Le pêcheur.", same: "Le pécheur est passé par ici." };
    expect(inOrder("pécheur ", texts)).toEqual(["same", "other"]);
    expect(inOrder("pecheur ", texts)[0]).toBe("other");
  });

  test("one that spells out all forms of a word weighs no more than one that has the word and the others as typed", () => {
    const texts = { forms: "Les jardins des usager·ère·s.", typed: "Le jardin des usagers." };
    expect(inOrder("jardin usager·ère·s ", texts)[0]).toBe("typed");
  });
});
