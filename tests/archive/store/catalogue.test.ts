import { describe, expect, test } from "vitest";
import { type Catalogue, readCatalogue, writeCatalogue } from "../../../archive/store/catalogue.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const catalogue: Catalogue = {
  format: 1,
  collections: [{ id: "essai", title: "L’Essai", description: "", language: "fr", sample: true, elsewhere: [{ id: "film", title: "Un film", note: "En salle." }] }],
  rubrics: [{ id: "lecture", title: "Une lecture" }],
  bin: [],
  documents: [
    {
      head: {
        kind: "letter",
        id: "essai/2022-10",
        collection: "essai",
        title: "Œuvres 🍂",
        date: "2022-10",
        authors: ["Ada"],
        sections: [{ id: "une-lecture", title: "Une lecture", rubric: "lecture" }],
      },
      bytes: 12,
      sha256: "0a".repeat(32),
      pictures: ["pictures/a.svg"],
    },
    {
      head: {
        kind: "report",
        id: "essai/carnet",
        collection: "essai",
        title: "Carnet",
        date: "2022",
        authors: [],
        subtitle: "",
        description: "",
        pageLabels: ["i", "1"],
        outline: [{ title: "Un", page: 2, level: 0 }],
      },
      bytes: 0,
      sha256: "ff".repeat(32),
      pictures: [],
    },
  ],
};

describe("the catalogue", () => {
  test("reads as it was written", async () => {
    await writeCatalogue(folder.path, catalogue);
    expect(await readCatalogue(folder.path)).toEqual({ ok: true, value: catalogue });
  });

  test("says when it is missing, and where it should be", async () => {
    expect(await readCatalogue(folder.at("nowhere"))).toMatchObject({ ok: false, failure: { code: "catalogue-missing", file: folder.at("nowhere/catalogue.json") } });
  });

  test("is damaged when cut short, wherever it is cut", async () => {
    await writeCatalogue(folder.path, catalogue);
    const whole = folder.read("catalogue.json");
    for (const length of [0, 1, 40, whole.length / 2, whole.length - 3]) {
      folder.put("catalogue.json", whole.slice(0, length));
      expect(await readCatalogue(folder.path)).toMatchObject({ ok: false, failure: { code: "catalogue-damaged" } });
    }
  });

  test.each([
    ["null", null],
    ["a list", []],
    ["a format that never was", { ...catalogue, format: 0 }],
    ["no documents", { ...catalogue, documents: undefined }],
    ["an id that leads out of the folder", changed({ id: "../../etc/passwd" })],
    ["an id with capitals", changed({ id: "essai/Lettre" })],
    ["a kind that is not known", changed({ kind: "podcast" })],
    ["a date that is none", changed({ date: "2023-02-31" })],
    ["a section without a title", changed({ sections: [{ id: "a", title: "", rubric: null }] })],
    ["a digest that is none", { ...catalogue, documents: [{ ...catalogue.documents[0], sha256: "0a" }] }],
    ["a report without pages", { ...catalogue, documents: [{ ...catalogue.documents[1], head: { ...catalogue.documents[1]!.head, pageLabels: [] } }] }],
  ])("is damaged when it holds %s", async (_, value) => {
    folder.put("catalogue.json", JSON.stringify(value));
    expect(await readCatalogue(folder.path)).toMatchObject({ ok: false, failure: { code: "catalogue-damaged", detail: expect.stringMatching(/./) } });
  });
});

function changed(head: object): unknown {
  const [letter, report] = catalogue.documents;
  return { ...catalogue, documents: [{ ...letter, head: { ...letter!.head, ...head } }, report] };
}
