import { beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../archive/import/pdf.ts";
import { type Archive, openArchive } from "../../archive/archive.ts";
import type { Letter, LetterHead, ReportHead } from "../../archive/model.ts";
import { built } from "../fixtures/built.ts";

let archive: Archive;
let letters: Letter[];
let reports: ReportHead[];
beforeAll(async () => {
  archive = await openArchive({ bundled: [built("archive")], library: null, readPdf });
  const { documents } = archive.overview();
  reports = documents.filter((head) => head.kind === "report");
  const answers = await Promise.all(documents.filter((head): head is LetterHead => head.kind === "letter").map(({ id }) => archive.letter(id)));
  letters = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
});

const textOf = ({ opening, sections }: Letter): string => [opening?.text ?? "", ...sections.flatMap(({ title, text }) => [title, text])].join("\n");
const sample = (): Letter[] => letters.filter(({ head }) => head.collection === "les-passerelles");

describe("the letter of October 2022", () => {
  test("has its five sections, in order", () => {
    const letter = letters.find(({ head }) => head.id === "la-derivation/2022-10");
    expect(letter?.head).toMatchObject({ date: "2022-10", authors: ["Mélissa", "Lunar"] });
    expect(letter?.sections.map(({ rubric }) => rubric)).toEqual(["compte-rendu", "lecture", "analyse", "atelier", "annonce"]);
    expect(letter?.opening?.text).toMatch(/peut être importé/);
  });
});

describe("the sample collection", () => {
  test("is marked as a sample, and says so of itself", () => {
    const collection = archive.overview().collections.find(({ id }) => id === "les-passerelles");
    expect(collection).toMatchObject({ sample: true, description: expect.stringContaining("imaginaire") });
  });

  test("has twelve letters or more over two years, of four to seven sections each", () => {
    expect(sample().length).toBeGreaterThanOrEqual(12);
    expect(new Set(sample().map(({ head }) => head.date?.slice(0, 4))).size).toBe(2);
    for (const { head, sections } of sample()) expect([head.id, sections.length >= 4 && sections.length <= 7]).toEqual([head.id, true]);
  });

  test("uses the five rubrics of the letters it imitates, and others", () => {
    const used = new Set(sample().flatMap(({ sections }) => sections.map(({ rubric }) => rubric)));
    expect([...used]).toEqual(expect.arrayContaining(["compte-rendu", "lecture", "analyse", "atelier", "annonce"]));
    expect(used.size).toBeGreaterThan(5);
  });
});

describe("the reports", () => {
  test("are three: “Mutualisons !” of twenty pages or more, the sample's of eight or more", () => {
    expect(reports.map(({ id }) => id).sort()).toEqual(["la-derivation/mutualisons-2022", "les-passerelles/enquete-guichets-2023", "les-passerelles/veillees-numeriques-2022"]);
    for (const { id, pageLabels } of reports) expect(pageLabels.length).toBeGreaterThanOrEqual(id.startsWith("la-derivation/") ? 20 : 8);
  });

  test("print labels that differ from the place of the page, each page its own", () => {
    for (const { pageLabels } of reports) {
      expect(pageLabels.slice(0, 3)).toEqual(["i", "ii", "iii"]);
      expect(pageLabels.at(-1)).not.toBe(String(pageLabels.length));
      expect(new Set(pageLabels).size).toBe(pageLabels.length);
    }
  });

  test("have an outline of two levels, and words on every page", () => {
    for (const { id, outline, pageLabels } of reports) {
      expect(outline.length).toBeGreaterThan(5);
      expect(new Set(outline.map(({ level }) => level))).toEqual(new Set([0, 1]));
      for (const [index] of pageLabels.entries()) expect(archive.passage(`${id}#p${index + 1}`)).toMatchObject({ ok: true });
    }
  });

  test("say of themselves what they are not", () => {
    expect(archive.passage("la-derivation/mutualisons-2022#p2")).toMatchObject({ value: { text: expect.stringMatching(/n’est pas le compte-rendu/) } });
    for (const id of ["les-passerelles/enquete-guichets-2023", "les-passerelles/veillees-numeriques-2022"]) expect(archive.passage(`${id}#p2`)).toMatchObject({ value: { text: expect.stringContaining("exemple") } });
  });
});

describe("the French of the letters", () => {
  test.each([
    ["inclusive writing with middle dots", /\p{L}[·⋅]e(?:[·⋅]?s)?\b/u],
    ["elisions with either apostrophe", /\b[ldnqu]’\p{L}/iu],
    ["French quotation marks", /« .+? »/],
    ["œ", /œ/],
    ["æ", /æ/],
  ])("has %s", (_, feature) => {
    expect(letters.filter((letter) => feature.test(textOf(letter))).length).toBeGreaterThan(0);
  });

  test("has an emoji in a heading", () => {
    expect(letters.flatMap(({ sections }) => sections).filter(({ title }) => /\p{Extended_Pictographic}/u.test(title)).length).toBeGreaterThan(0);
  });

  test("leaves the narrow spaces to the display", () => {
    for (const letter of letters) expect(textOf(letter)).not.toMatch(/[\u00A0\u202F]/);
  });
});

describe("what the letters show and cite", () => {
  test("are pictures, other sections, reports, pages of reports, and the web", () => {
    const hrefs: string[] = [];
    JSON.stringify(letters, (key, value: unknown) => {
      if (key === "href" && typeof value === "string") hrefs.push(value);
      return value;
    });
    for (const kind of [/^relire:\/\/[^#]*\/\d{4}-\d{2}#/, /^relire:\/\/[^#]*-\d{4}$/, /^relire:\/\/[^#]*#p\d+$/, /^https:/]) expect(hrefs.some((href) => kind.test(href))).toBe(true);
    expect(letters.filter(({ pictures }) => pictures.length > 0).length).toBeGreaterThan(8);
  });
});
