import { expect, test } from "vitest";
import { rubricOf } from "../../../archive/import/rubrics.ts";

const known = [
  { id: "lecture", title: "Une lecture" },
  { id: "compte-rendu", title: "Un compte-rendu" },
];

test.each(["Une lecture", "UNE LECTURE", "📚 Lecture", "Une lecture : Cher connard", "La lecture", "Lecture – un roman"])("%s is the known rubric lecture", (title) => {
  expect(rubricOf(title, known)).toEqual({ rubric: known[0], isNew: false });
});

test("accents, hyphens and capitals make no difference", () => {
  expect(rubricOf("UN COMPTE RENDU", known)?.rubric.id).toBe("compte-rendu");
});

test.each([
  ["Un atelier", "atelier"],
  ["Une bonne nouvelle", null],
  ["Un grand merci", null],
  ["Une date à retenir pour tout le monde", null],
  ["Retour sur les rencontres", null],
  ["Rendez-vous le 8 novembre", null],
  ["UNE BALADE", "balade"],
])("%s teaches %s", (title, id) => {
  expect(rubricOf(title, known)?.rubric.id ?? null).toBe(id);
});

test("a rubric learnt from capitals is written as words are", () => {
  expect(rubricOf("UNE BALADE", [])?.rubric.title).toBe("Une balade");
});
