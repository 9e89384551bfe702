import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../../../archive/import/pdf.ts";
import type { PdfContent } from "../../../archive/import/pdfContent.ts";
import { built } from "../../fixtures/built.ts";
import { pdfOf } from "../../fixtures/badPdfs.ts";
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

describe("the metadata of a PDF", () => {
  const page = ["<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"];
  const withInfo = (info: string) => contentOf(pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", ...page, `<< ${info} >>`], "/Info 4 0 R"));
  const withXmp = (xmp: string, info = "") => {
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">${xmp}</rdf:Description></rdf:RDF></x:xmpmeta>`;
    return contentOf(pdfOf(["<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>", ...page, `<< ${info} >>`, `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`], "/Info 4 0 R"));
  };

  test("gives its title, on one line, in whatever encoding", async () => {
    expect((await withInfo("/Title (  Rapport\n annuel )")).title).toBe("Rapport annuel");
    expect((await withInfo("/Title <FEFF00C900740065>")).title).toBe("Éte");
    expect((await withInfo("/Title ( )")).title).toBeNull();
  });

  test.each([
    ["D:20220701093000+02'00'", "2022-07-01"],
    ["D:20220701", "2022-07-01"],
    ["D:202207", "2022-07"],
    ["D:2022", "2022"],
    ["20220701", "2022-07-01"],
    ["D:20220231", null],
    ["D:20221301", null],
    ["D:19700101000000Z", null],
    ["D:00000000", null],
    ["juillet 2022", null],
    ["", null],
  ])("reads the date %j as %j, and makes none up", async (written, read) => {
    expect((await withInfo(`/CreationDate (${written})`)).created).toBe(read);
  });

  test.each([
    ["Ada Lune", ["Ada Lune"]],
    ["Lune, Ada", ["Lune, Ada"]],
    ["Ada Lune, Blaise Roc et Zoe Vif", ["Ada Lune", "Blaise Roc", "Zoe Vif"]],
    ["Ada, Blaise, Zoe", ["Ada", "Blaise", "Zoe"]],
    ["Lune, Ada; Roc, Blaise", ["Lune, Ada", "Roc, Blaise"]],
    ["Administrateur", []],
    ["", []],
  ])("tells the authors of %j apart", async (author, authors) => {
    expect((await withInfo(`/Author (${author})`)).authors).toEqual(authors);
  });

  test("is taken of its XMP first", async () => {
    const xmp =
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Le vrai titre</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Lune, Ada</rdf:li><rdf:li>Blaise Roc</rdf:li></rdf:Seq></dc:creator><xmp:CreateDate>2022-07-01T09:30:00+02:00</xmp:CreateDate>';
    expect(await withXmp(xmp, "/Title (Autre) /Author (Autre) /CreationDate (D:2020)")).toMatchObject({ title: "Le vrai titre", authors: ["Lune, Ada", "Blaise Roc"], created: "2022-07-01" });
    expect(await withXmp("", "/Title (Autre) /CreationDate (D:2020)")).toMatchObject({ title: "Autre", authors: [], created: "2020" });
  });
});

describe("the text of a page", () => {
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  const dumb = "<< /Type /Font /Subtype /Type0 /BaseFont /Dumb /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Dumb /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >>";
  const pagesOf = async (...drawn: string[]) => {
    const kids = drawn.map((_, index) => `${5 + index * 2} 0 R`).join(" ");
    const pages = drawn.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /D 4 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]);
    return contentOf(pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Count ${drawn.length} /Kids [${kids}] >>`, font, dumb, ...pages]));
  };

  test("that a font does not tell cannot be extracted: the page is named, and the others are read", async () => {
    const content = await pagesOf("BT /F 12 Tf 60 780 Td (Bonjour) Tj ET", "BT /D 12 Tf 60 780 Td <0003000400050006000300040007000E> Tj ET", "");
    expect(content).toMatchObject({ pages: ["Bonjour", "", ""], unreadablePages: [2] });
  });

  test("of a page that is damaged is missing, the page is named, and those before are read", async () => {
    const whole = Buffer.from(makePdf([{ lines: ["Un"] }, { lines: ["Deux"] }, { lines: ["Trois"] }])).toString("latin1");
    const damaged = whole.replace("7 0 obj\n<< /Type /Page ", "7 0 obj\n(< /Type /Page ");
    expect(await contentOf(Buffer.from(damaged, "latin1"))).toMatchObject({ pages: ["Un", ""], unreadablePages: [2] });
  });

  test("parts the number of a note from its word, and keeps raised letters with theirs", async () => {
    const [page] = (await pagesOf("BT /F 12 Tf 60 780 Td (le commun) Tj /F 7 Tf 5 Ts (1) Tj /F 12 Tf 0 Ts ( du XX) Tj /F 7 Tf 5 Ts (e) Tj /F 12 Tf 0 Ts ( si\\350cle) Tj ET")).pages;
    expect(page).toBe("le commun 1 du XXe siècle");
  });

  test("parts the labels of a drawing, and keeps the pieces of a word together", async () => {
    const [page] = (await pagesOf("BT /F 12 Tf 60 780 Td (Pont) Tj ET BT /F 12 Tf 300 780 Td (Mairie) Tj ET", "BT /F 12 Tf 60 780 Td [(Mut) 20 (ualis) -30 (ons)] TJ ET")).pages;
    expect(page).toMatch(/^Pont\s+Mairie$/);
  });

  test("is without running heads, unless the tags call nearly all of it one", async () => {
    const head = "/Artifact BMC BT /F 12 Tf 60 800 Td (Page 3) Tj ET EMC";
    const long = Array.from({ length: 40 }, (_, line) => `BT /F 12 Tf 60 ${780 - line * 15} Td (Une ligne de texte) Tj ET`).join("\n");
    const { pages } = await pagesOf(`${head} BT /F 12 Tf 60 780 Td (Bonjour) Tj ET`, `/Artifact BMC ${long} EMC BT /F 12 Tf 60 30 Td (fin) Tj ET`);
    expect(pages[0]?.trim()).toBe("Bonjour");
    expect(pages[1]?.match(/Une ligne de texte/g)).toHaveLength(40);
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

  test("a PDF whose end a disk or a mailer filled up is one all the same", async () => {
    expect(await readPdf(Buffer.concat([small, Buffer.alloc(5000)]))).toMatchObject({ ok: true });
    expect(await readPdf(Buffer.concat([small, Buffer.from("\r\n".repeat(2000))]))).toMatchObject({ ok: true });
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
