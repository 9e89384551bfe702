import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeEach, describe, expect, test } from "vitest";
import { readPdf } from "../../archive/import/pdf.ts";
import type { PdfContent } from "../../archive/import/pdfContent.ts";
import { reportMaker } from "../../build/content/makeReport.ts";
import { Problems } from "../../build/content/problems.ts";
import { readSources } from "../../build/content/sources.ts";
import { contentFile, putBuilder, putContent } from "../fixtures/contentTree.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const report = "essai/reports/carnet.md";

beforeEach(() => putBuilder(folder));

/** The PDF of the small report, with its source changed. */
function makeReport(change: (source: string) => string = (source) => source): Uint8Array {
  putContent(folder, "content", { [report]: change(contentFile(report)) });
  const problems = new Problems();
  const [source] = readSources(folder.at("content"), problems).flatMap(({ reports }) => reports);
  if (!source) throw new Error(problems.toString());
  return reportMaker(folder.path, "content")(source);
}

async function read(pdf: Uint8Array): Promise<PdfContent> {
  const content = await readPdf(pdf);
  if (!content.ok) throw new Error(content.failure.detail);
  return content.value;
}

describe("a report made from Markdown", () => {
  test("has a cover and front pages numbered i, ii…, chapters from 1, an outline, its words", async () => {
    const { pageLabels, outline, pages } = await read(makeReport());
    expect(pageLabels).toEqual(["i", "ii", "iii", "1", "2"]);
    expect(outline.filter(({ title }) => title !== "Sommaire")).toEqual([
      { title: "Avertissement", page: 2, level: 0 },
      { title: "Début", page: 4, level: 0 },
      { title: "Une section", page: 4, level: 1 },
      { title: "Fin", page: 5, level: 0 },
    ]);
    expect(pages[0]).toMatch(/Carnet[^]*Pour essayer[^]*Un petit carnet\.[^]*Ada[^]*5 octobre 2022/);
    expect(pages[2]).toMatch(/Sommaire[^]*Avertissement[^]*Début[^]*Fin/);
    expect(pages[3]).toMatch(/Début[^]*Le carré[^]*L’œuvre de tou·te·s/);
    expect(pages[3]).toContain("Une note.");
    expect(pages[4]).toContain("Une citation.");
  });

  test("is tagged for screen readers, in French, with a title, alt texts and its fonts inside", async () => {
    const pdf = makeReport();
    const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
    const opened = await task.promise;
    expect(await opened.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await opened.getMetadata()).toMatchObject({ info: { Title: "«\u202FCarnet\u202F»", Author: "Ada", Language: "fr-FR" } });
    const tree = JSON.stringify(await (await opened.getPage(4)).getStructTree());
    for (const role of ["H1", "H2", "Figure", "Table", "TH", "L"]) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain('"alt":"Un carré"');
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toMatch(/\/FontFile[23]/);
    expect(text).toContain("pdfuaid");
    await task.destroy();
  });

  test("is the same, byte for byte, when made again", () => {
    expect(Buffer.from(makeReport()).equals(Buffer.from(makeReport()))).toBe(true);
  });

  test("takes what an author types for words, never for the code of Typst", async () => {
    const hostile = '#panic("a") #import "/etc/passwd" $x$ \\#b `#c` "d" // e /* f */ <g> @h ~ -- [i] = j';
    const { pages } = await read(makeReport((source) => `${source}\n${hostile.replaceAll("<", "\\<")}\n`));
    for (const piece of ['#panic("a")', '#import "/etc/passwd"', "$x$", "#c", "// e /* f */", "<g>", "@h", "[i] = j"]) expect(pages.at(-1)?.replace(/\s+/g, " ")).toContain(piece);
  });

  test("stops with the file's name where Typst would", () => {
    expect(() => makeReport((source) => source.replace("#debut)", "#nulle-part)"))).toThrow(/^essai\/reports\/carnet\.md: Typst: .*nulle-part/);
  });
});
