import { describe, expect, test } from "vitest";
import type { PdfContent } from "../../../archive/import/pdfContent.ts";
import { reportDraft } from "../../../archive/import/report.ts";

const bytes = new Uint8Array(3);

function draft(content: Partial<PdfContent>, fileName = "boite/ra-def.pdf") {
  const pages = content.pages ?? ["Le texte"];
  const pageLabels = pages.map((_, index) => String(index + 1));
  return reportDraft({ title: null, authors: [], created: null, pageLabels, outline: [], pages, unreadablePages: [], largestText: null, ...content }, bytes, fileName);
}

describe("a report's title", () => {
  test("is that of the PDF", () => {
    expect(draft({ title: "Mutualisons !" })).toMatchObject({ title: "Mutualisons !", notes: [{ code: "no-date" }] });
  });

  test.each(["Microsoft Word - rapport.doc", "Untitled-1", "untitled", "Sans titre", "Document1", "Présentation PowerPoint", "rapport_final_v2", "RA2022", "ra-def", "rapport.indd", "Layout 1", "12", "…", "https://example.org/rapport"])(
    "is never %j: what is set largest on the first page is taken, and said",
    (title) => {
      expect(draft({ title, largestText: "Au guichet" })).toMatchObject({ title: "Au guichet", notes: [{ code: "title-guessed", detail: "Au guichet" }, { code: "no-date" }] });
    },
  );

  test.each([[null], ["12"], ["A"], ["Mot"], ["Un long paragraphe. ".repeat(20)], ["ra def"]])("is the file's name when what is set largest is %j, and this is said", (largestText) => {
    const { title, notes } = draft({ largestText }, "boite/Rapport_annuel__2.pdf");
    expect([title, notes[0]]).toEqual(largestText === "ra def" ? ["ra def", { code: "title-guessed", detail: "ra def" }] : ["Rapport annuel 2", { code: "no-title", detail: "Rapport annuel 2" }]);
  });

  test("may be the file's name when that is a title", () => {
    expect(draft({ title: "Rapport annuel" }, "Rapport annuel.pdf").title).toBe("Rapport annuel");
  });
});

describe("a report's date", () => {
  test("is the one on its first page, as precise as it is told there", () => {
    expect(draft({ title: "Un titre", pages: ["Mutualisons !\nParis, le 1er juillet 2022\njuillet 2022"], created: "2023-01-05" }, "2019-04.pdf")).toMatchObject({ date: "2022-07-01", notes: [] });
  });

  test("is none of two on its first page, but the file's, and this is said", () => {
    expect(draft({ title: "Un titre", pages: ["octobre 2021\n1er juillet 2022"] }, "rapport-2022-10.pdf")).toMatchObject({ date: "2022-10", notes: [{ code: "date-from-file-name", detail: "2022-10" }] });
  });

  test("is else the day the PDF was made, and this is said", () => {
    expect(draft({ title: "Un titre", created: "2022-07-01" })).toMatchObject({ date: "2022-07-01", notes: [{ code: "date-from-metadata", detail: "2022-07-01" }] });
  });

  test("is unknown when nothing tells it, and this is said", () => {
    expect(draft({ title: "Un titre" })).toMatchObject({ date: null, notes: [{ code: "no-date", detail: "" }] });
  });
});

test("pages without text and pages that cannot be read are named, each for what it is", () => {
  const pages = ["Un", "", "", "", "Cinq", "", "", ""];
  const { notes } = draft({ title: "Un titre", created: "2022", pages, unreadablePages: [4, 7] });
  expect(notes.slice(1)).toEqual([{ code: "pages-without-text", detail: "2-3, 6, 8" }, { code: "pages-unreadable", detail: "4, 7" }]);
});

test("everything else is kept as it is", () => {
  const outline = [{ title: "Début", page: 1, level: 0 }];
  expect(draft({ authors: ["Ada Lune"], outline })).toMatchObject({ kind: "report", authors: ["Ada Lune"], outline, pages: ["Le texte"], pageLabels: ["1"], bytes });
});
