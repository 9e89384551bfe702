import { describe, expect, test } from "vitest";
import type { Collection, Coverage, LetterHead, Overview, ReportHead } from "../../archive/model.ts";
import { describeLibrary } from "../../renderer/library.ts";

function collection(id: string, sample = false): Collection {
  return { id, title: id, description: "", language: "fr", sample, elsewhere: [{ id: "film", title: `Film de ${id}`, note: "En salle." }] };
}

function letter(id: string, ...rubrics: (string | null)[]): LetterHead {
  return { kind: "letter", id, collection: id.split("/")[0] ?? "", title: id, date: "2022", authors: [], sections: rubrics.map((rubric, index) => ({ id: `s${index}`, title: "Titre", rubric })) };
}

const report: ReportHead = { kind: "report", id: "b/carnet", collection: "b", title: "Carnet", date: "2022", authors: [], subtitle: "", description: "", pageLabels: ["1"], outline: [] };

const coverage: Coverage = { reportsWithoutText: 1, pagesWithoutText: 2, closedDocuments: 1 };

const overview: Overview = {
  collections: [collection("a"), collection("b", true)],
  rubrics: [
    { id: "lecture", title: "Une lecture" },
    { id: "atelier", title: "Un atelier" },
    { id: "recette", title: "Une recette" },
  ],
  documents: [letter("a/2", "lecture", "atelier", null), letter("b/1", "atelier", "atelier", "recette"), report],
  imported: ["a/2"],
  troubles: [
    { code: "picture-missing", subject: "a/2" },
    { code: "report-truncated", subject: "b/carnet" },
    { code: "index-missing" },
  ],
  coverage,
};

const whole = describeLibrary(overview, []);
const withoutB = describeLibrary(overview, ["b"]);

describe("the library", () => {
  test("has letters and reports apart, and rubrics by how often they are used", () => {
    expect(whole.letters.map(({ id }) => id)).toEqual(["a/2", "b/1"]);
    expect(whole.reports).toEqual([report]);
    expect(whole.rubrics.map(({ rubric, count }) => [rubric.id, count])).toEqual([
      ["atelier", 3],
      ["lecture", 1],
      ["recette", 1],
    ]);
  });

  test("shows nothing of a hidden collection, and keeps it for the settings", () => {
    expect(withoutB.collections.map(({ id }) => id)).toEqual(["a"]);
    expect(withoutB.letters.map(({ id }) => id)).toEqual(["a/2"]);
    expect(withoutB.reports).toEqual([]);
    expect(withoutB.rubrics.map(({ rubric, count }) => [rubric.id, count])).toEqual([
      ["lecture", 1],
      ["atelier", 1],
    ]);
    expect(withoutB.allCollections).toHaveLength(2);
  });

  test("still finds a document of a hidden collection, for links that lead to it", () => {
    expect(withoutB.document("b/1")?.id).toBe("b/1");
    expect(withoutB.collection("b")?.id).toBe("b");
    expect(withoutB.document("b/nowhere")).toBeUndefined();
  });

  test("knows works that are elsewhere, by their collection", () => {
    expect(whole.elsewhere("a/film")?.title).toBe("Film de a");
    expect(whole.elsewhere("b/film")?.title).toBe("Film de b");
    for (const id of ["a/livre", "c/film", "film", "", "a"]) expect(whole.elsewhere(id)).toBeUndefined();
  });

  test("says why a document is closed; a missing picture does not close a letter", () => {
    expect(whole.closed("b/carnet")).toEqual({ code: "report-truncated", subject: "b/carnet" });
    expect(whole.closed("a/2")).toBeUndefined();
    expect(whole.troubles).toHaveLength(3);
  });

  test("titles a rubric, an undeclared one by its id, and no rubric by nothing", () => {
    expect(whole.rubricTitle("lecture")).toBe("Une lecture");
    expect(whole.rubricTitle("inconnue")).toBe("inconnue");
    expect(whole.rubricTitle(null)).toBeNull();
  });

  test("tells what was imported from what came with the application", () => {
    expect(whole.isImported("a/2")).toBe(true);
    expect(whole.isImported("b/1")).toBe(false);
  });

  test("works empty", () => {
    expect(describeLibrary({ collections: [], rubrics: [], documents: [], imported: [], troubles: [], coverage: { reportsWithoutText: 0, pagesWithoutText: 0, closedDocuments: 0 } }, ["a"])).toMatchObject({ collections: [], letters: [], reports: [], rubrics: [], troubles: [] });
  });
});
