import { describe, expect, test } from "vitest";
import type { ReportHead } from "../../../archive/model.ts";
import { Passage } from "../../../archive/model.ts";
import { letterPassages, reportPassages } from "../../../archive/search/passages.ts";
import { parseLetter } from "../../../archive/store/letterFile.ts";

function passagesOf(body: string): Passage[] {
  const letter = parseLetter(`---\ntitle: Lettre d’essai\ndate: 2022-10\n---\n\n${body}\n`, "essai/2022-10");
  if (!letter.ok) throw new Error(letter.failure.detail);
  return letterPassages(letter.value);
}

const report: ReportHead = { kind: "report", id: "essai/carnet", collection: "essai", title: "Carnet", date: "2022", authors: [], subtitle: "", description: "", pageLabels: ["i", "ii", "1"], outline: [] };

describe("the passages of a letter", () => {
  test("are its opening and its sections, in order", () => {
    expect(passagesOf("Bonjour.\n\n## Une lecture {.lecture}\n\nTexte.\n\n## Sans rubrique\n\nFin.")).toEqual([
      { id: "essai/2022-10#ouverture", document: "essai/2022-10", kind: "section", heading: "Lettre d’essai", rubric: null, page: null, text: "Bonjour." },
      { id: "essai/2022-10#une-lecture", document: "essai/2022-10", kind: "section", heading: "Une lecture", rubric: "lecture", page: null, text: "Texte." },
      { id: "essai/2022-10#sans-rubrique", document: "essai/2022-10", kind: "section", heading: "Sans rubrique", rubric: null, page: null, text: "Fin." },
    ]);
  });

  test("do without an opening that has no words", () => {
    expect(passagesOf("![alt](../pictures/a.svg)\n\n## Une lecture").map(({ id }) => id)).toEqual(["essai/2022-10#une-lecture"]);
  });
});

describe("the passages of a report", () => {
  test("are its pages that have words, by their place, headed by their label", () => {
    expect(reportPassages(report, ["Couverture", " \n", "Un"])).toEqual([
      { id: "essai/carnet#p1", document: "essai/carnet", kind: "page", heading: "i", rubric: null, page: 1, text: "Couverture" },
      { id: "essai/carnet#p3", document: "essai/carnet", kind: "page", heading: "1", rubric: null, page: 3, text: "Un" },
    ]);
  });

  test("are headed by their place when there are more pages than labels", () => {
    expect(reportPassages(report, ["a", "b", "c", "d"]).at(-1)).toMatchObject({ id: "essai/carnet#p4", heading: "4" });
  });
});

test("passages have the form that is kept in a file", () => {
  for (const passage of [...passagesOf("Bonjour.\n\n## Œuvre 🍂\n\nTexte."), ...reportPassages(report, ["a", "b", "c"])]) expect(Passage.parse(passage)).toEqual(passage);
});
