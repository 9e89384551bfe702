import { beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../archive/import/pdf.ts";
import { type Archive, openArchive } from "../../archive/archive.ts";
import type { Answer } from "../../archive/model.ts";
import { built } from "../fixtures/built.ts";

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ bundled: [built("archive")], library: null, readPdf });
});

const hitsOf = (text: string, limit = 20, hidden: string[] = []) => archive.search({ text, limit, hidden }).groups.flatMap(({ hits }) => hits);
const idsOf = (text: string, hidden: string[] = []): string[] => hitsOf(text, 1000, hidden).map(({ passage }) => passage.id);

function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe("the bundled archive", () => {
  test("opens without any trouble, newest first", () => {
    const { troubles, documents, collections } = archive.overview();
    expect(troubles).toEqual([]);
    expect(collections.map(({ id, sample }) => [id, sample])).toEqual([
      ["la-derivation", false],
      ["les-passerelles", true],
    ]);
    const dates = documents.map(({ date }) => date ?? "");
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test("gives each document, and each passage of each letter", async () => {
    const { documents } = archive.overview();
    for (const head of documents.filter(({ kind }) => kind === "report")) expect(archive.report(head.id)).toEqual({ ok: true, value: head });
    for (const head of documents.filter(({ kind }) => kind === "letter")) {
      const letter = valueOf(await archive.letter(head.id));
      expect(letter.head).toEqual(head);
      for (const { id, title, text } of letter.sections) {
        expect(archive.passage(`${head.id}#${id}`)).toMatchObject({ ok: true, value: { heading: title, text } });
      }
    }
  });

  test("finds every section by its own title", () => {
    const letters = archive.overview().documents.filter((head) => head.kind === "letter");
    for (const letter of letters) {
      for (const { id, title } of letter.sections) expect(idsOf(`${title} `)).toContain(`${letter.id}#${id}`);
    }
  });

  test("says what it does not know", async () => {
    expect(await archive.letter("la-derivation/2022-11")).toEqual({ ok: false, failure: { code: "unknown-document", subject: "la-derivation/2022-11" } });
    expect(await archive.letter("la-derivation/mutualisons-2022")).toMatchObject({ failure: { code: "unknown-document" } });
    expect(archive.report("la-derivation/2022-10")).toMatchObject({ failure: { code: "unknown-document" } });
    expect(archive.passage("la-derivation/2022-10#nulle-part")).toEqual({ ok: false, failure: { code: "unknown-passage", subject: "la-derivation/2022-10#nulle-part" } });
    expect(await archive.rubric("cuisine")).toEqual({ ok: false, failure: { code: "unknown-rubric", subject: "cuisine" } });
    expect(archive.passage("__proto__")).toMatchObject({ failure: { code: "unknown-passage" } });
  });

  test("reads a rubric in a row, oldest letter first, each section of that rubric", async () => {
    const { rubric, items } = valueOf(await archive.rubric("lecture"));
    expect(rubric).toEqual({ id: "lecture", title: "Une lecture" });
    expect(items.length).toBeGreaterThan(12);
    expect(items.every(({ section }) => section.rubric === "lecture")).toBe(true);
    const dates = items.map(({ letter }) => letter.date ?? "");
    expect(dates).toEqual(dates.toSorted());
    expect(items.map(({ letter }) => letter.id)).toContain("la-derivation/2022-10");
  });

  test("reads a rubric without the letters of hidden collections", async () => {
    const { items } = valueOf(await archive.rubric("lecture", ["les-passerelles"]));
    expect(items.map(({ letter, section }) => `${letter.id}#${section.id}`)).toEqual(["la-derivation/2022-10#une-lecture"]);
    expect(valueOf(await archive.rubric("recette", ["les-passerelles"])).items).toEqual([]);
  });
});

describe("search in the bundled archive", () => {
  test("finds the October 2022 letter by “geek de service”", () => {
    expect(idsOf("geek de service")).toContain("la-derivation/2022-10#une-analyse");
    const { excerpt, marks } = hitsOf("geek de service").find(({ passage }) => passage.id === "la-derivation/2022-10#une-analyse")!;
    expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(expect.arrayContaining(["geek", "service"]));
  });

  test("finds a page of the report by a phrase of it", () => {
    const page = valueOf(archive.passage("la-derivation/mutualisons-2022#p21"));
    expect(page).toMatchObject({ kind: "page", page: 21, heading: "17" });
    const phrase = page.text.replace(/\s+/g, " ").split(/(?<=\.) /).find((sentence) => sentence.split(" ").length >= 8)!;
    expect(idsOf(phrase)[0]).toBe(page.id);
  });

  test("does not mind accents, ligatures, capitals or the kind of apostrophe", () => {
    const answers = idsOf("l’économie ");
    expect(answers.length).toBeGreaterThan(0);
    for (const typed of ["economie ", "Économie ", "l'economie ", "L’ECONOMIE "]) expect(idsOf(typed)).toEqual(answers);
    expect(idsOf("noeud ")).toEqual(idsOf("nœud "));
    expect(idsOf("noeud ")).toContain("la-derivation/2022-10#une-analyse");
  });

  test("leaves out hidden collections, and looks for some of the words where none has them all", () => {
    const everywhere = idsOf("imprimante soupe ");
    expect(everywhere.some((id) => id.startsWith("les-passerelles/"))).toBe(true);
    const left = idsOf("imprimante soupe ", ["les-passerelles"]);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((id) => id.startsWith("la-derivation/"))).toBe(true);
    expect(archive.search({ text: "imprimante", limit: 20, hidden: ["la-derivation", "les-passerelles"] })).toMatchObject({ total: 0, groups: [] });
  });

  test("counts everything and gives no more than the limit", () => {
    const { total, groups } = archive.search({ text: "numérique", limit: 5 });
    expect(groups.flatMap(({ hits }) => hits)).toHaveLength(5);
    expect(total).toBe(idsOf("numérique").length);
    expect(total).toBeGreaterThan(5);
  });

  test.each(["", "   ", "?!", "zzzzzz", "\0", "🍂", "(".repeat(1000), "a".repeat(1000)])("answers %j without an error", (text) => {
    const { total, groups, tookMs } = archive.search({ text, limit: 20 });
    expect(groups.length === 0).toBe(total === 0);
    expect(tookMs).toBeGreaterThanOrEqual(0);
  });
});
