import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../../archive/import/pdf.ts";
import type { PdfContent } from "../../../archive/import/pdfContent.ts";
import { built } from "../../fixtures/built.ts";
import { makePdf } from "../../fixtures/makePdf.ts";

const vitestListeners = process.listeners("unhandledRejection");

const small = makePdf([{ lines: ["Avertissement"] }, { lines: ["Chapitre un", "suite"] }, { lines: [] }], { romanPages: 1 });

async function contentOf(bytes: Uint8Array): Promise<PdfContent> {
  const answer = await readPdf(bytes);
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer.value;
}

describe("a real report", () => {
  let real: Buffer;
  let content: PdfContent;
  beforeAll(async () => {
    real = readFileSync(built("archive/reports/les-passerelles/veillees-numeriques-2022/report.pdf"));
    content = await contentOf(real);
  });

  test("gives the labels that are printed on its pages, roman then arabic", () => {
    expect(content.pageLabels.slice(1, 5)).toEqual(["ii", "iii", "1", "2"]);
    expect(content.pageLabels).toHaveLength(content.pages.length);
    expect(new Set(content.pageLabels).size).toBe(content.pages.length);
  });

  test("gives its outline, with the page of each chapter", () => {
    expect(content.outline[0]).toEqual({ title: "Avertissement", page: 2, level: 0 });
    expect(content.outline.some(({ level }) => level > 0)).toBe(true);
    for (const { title, page } of content.outline) expect(content.pages[page - 1]?.replace(/\s+/g, " ")).toContain(title.split(" ")[0]);
  });

  test("gives the words of each page, with accents and ligatures as letters", () => {
    expect(content.pages.every((page) => page.trim() !== "")).toBe(true);
    const all = content.pages.join("\n");
    expect(all).toMatch(/Brémance/);
    expect(all).not.toMatch(/[\uFB00-\uFB06\uFFFD\0]/);
  });

  test("is left as it is, byte for byte", async () => {
    expect(real.equals(readFileSync(built("archive/reports/les-passerelles/veillees-numeriques-2022/report.pdf")))).toBe(true);
  });

  test("is told to be cut short, wherever it is cut", async () => {
    for (const length of [1024, 5000, real.length / 2, real.length - 1500, real.length - 6]) {
      expect(await readPdf(real.subarray(0, Math.floor(length)))).toMatchObject({ ok: false, failure: { code: "report-truncated" } });
    }
  });
});

describe("a small PDF", () => {
  test("gives labels and lines, and nothing for a page without words", async () => {
    expect(await contentOf(small)).toMatchObject({ pageLabels: ["i", "1", "2"], outline: [], pages: ["Avertissement", "Chapitre un\nsuite", ""] });
  });

  test("numbers its pages by their place when it has no labels", async () => {
    const bare = Buffer.from(Buffer.from(small).toString("latin1").replace("/PageLabels", "/OtherLabel"), "latin1");
    expect((await contentOf(bare)).pageLabels).toEqual(["1", "2", "3"]);
  });

  test("keeps the lines of an outline that lead to a page, and drops those that do not", async () => {
    const item = (id: number, title: string, dest: string, next: number) => `${id} 0 obj\n<< /Title (${title}) /Parent 90 0 R ${dest} ${next ? `/Next ${next} 0 R` : ""} >>\nendobj\n`;
    const outline =
      "90 0 obj\n<< /Type /Outlines /First 91 0 R /Last 96 0 R /Count 6 >>\nendobj\n" +
      item(91, "Un", "/Dest [5 0 R /Fit]", 92) +
      item(92, "Vers une page absente", "/Dest [77 0 R /Fit]", 93) +
      item(93, "Vers ce qui n'est pas une page", "/Dest [3 0 R /Fit]", 94) +
      item(94, "Nulle part", "", 95) +
      item(95, "Trop loin", "/Dest [40 /Fit]", 96) +
      item(96, "Deux", "/Dest [7 0 R /Fit]", 0);
    const text = Buffer.from(small).toString("latin1").replace("/Type /Catalog", "/Type /Catalog /Outlines 90 0 R").replace("\nxref\n", `\n${outline}xref\n`);
    const content = await contentOf(Buffer.from(text, "latin1"));
    expect(content.outline).toEqual([
      { title: "Un", page: 1, level: 0 },
      { title: "Deux", page: 2, level: 0 },
    ]);
    expect(content.pages[1]).toBe("Chapitre un\nsuite");
  });
});

describe("what is no PDF", () => {
  test.each([
    ["an empty file", ""],
    ["a page of the web", "<!doctype html><title>404</title>"],
    ["a letter", "---\ntitle: A\n---\n"],
    ["a ZIP", "PK\u0003\u0004"],
  ])("is damaged: %s", async (_, text) => {
    expect(await readPdf(Buffer.from(text))).toEqual({ ok: false, failure: { code: "report-damaged", detail: "the file does not begin with %PDF-" } });
  });

  test("is damaged when it has only the beginning and the end of one", async () => {
    expect(await readPdf(Buffer.from("%PDF-1.7\n%%EOF\n"))).toMatchObject({ ok: false, failure: { code: "report-damaged" } });
    expect(await readPdf(Buffer.from(`%PDF-1.7\n${"\0".repeat(3000)}%%EOF\n`))).toMatchObject({ ok: false, failure: { code: "report-damaged" } });
  });
});

describe("whatever happened to a PDF", () => {
  // Vitest takes every unhandled rejection for its own; here they are to be met as in the application.
  beforeAll(() => vitestListeners.forEach((listener) => process.off("unhandledRejection", listener)));
  afterAll(() => vitestListeners.forEach((listener) => process.on("unhandledRejection", listener)));

  test("with one wrong digit in its table of objects, it gets an answer and the process goes on", async () => {
    const text = Buffer.from(small).toString("latin1");
    const table = text.lastIndexOf("xref\n0");
    for (const { index } of text.slice(table).matchAll(/^0{6}(?=\d{4} 00000 n)/gm)) {
      const damaged = `${text.slice(0, table + index)}5${text.slice(table + index + 1)}`;
      expect(await readPdf(Buffer.from(damaged, "latin1"))).toHaveProperty("ok");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  test("cut anywhere, it gets an answer, never an error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: small.length - 10 }), async (length) => {
        expect(await readPdf(small.subarray(0, length))).toMatchObject({ ok: false, failure: { detail: expect.stringMatching(/./) } });
      }),
      { numRuns: 60 },
    );
  });

  test("with bytes changed, taken out or put in, it gets an answer, never an error", async () => {
    const damage = fc.array(fc.record({ at: fc.nat({ max: small.length - 1 }), out: fc.nat({ max: 12 }), in: fc.uint8Array({ maxLength: 12 }) }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, async (damages) => {
        const bytes = damages.reduce((left, each) => Buffer.concat([left.subarray(0, each.at), each.in, left.subarray(each.at + each.out)]), Buffer.from(small));
        const answer = await readPdf(bytes);
        expect(answer.ok || answer.failure.code.startsWith("report-")).toBe(true);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }),
      { numRuns: 60 },
    );
  });
});
