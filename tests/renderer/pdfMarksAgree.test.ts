/** What is counted over the index's texts and what is painted on the pages are the same, on every page of every bundled report. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { describe, expect, test } from "vitest";
import { readPage } from "../../archive/import/pdfPage.ts";
import type { SearchTerm } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { searchTerm, wholeWords } from "../../archive/text/terms.ts";
import { rangesOf } from "../../renderer/marks/highlight.ts";
import { followTextOf, itemsOf } from "../../renderer/pdf/pageTextStream.ts";
import { readTextLayer } from "../../renderer/pdf/textLayer.ts";

const reports = ["la-derivation/mutualisons-2022", "les-passerelles/enquete-guichets-2023", "les-passerelles/veillees-numeriques-2022"];

/** The text of each page as it is indexed. */
async function indexedTexts(report: string): Promise<string[]> {
  const pdf = await open(report);
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) texts.push((await readPage(await pdf.getPage(page)))?.text ?? "");
  await pdf.loadingTask.destroy();
  return texts;
}

async function open(report: string): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerSrc = workerAddress;
  const address = `/out/archive/reports/${report}/report.pdf`;
  return getDocument({ data: new Uint8Array(await (await fetch(address)).arrayBuffer()), isEvalSupported: false }).promise;
}

/** As pdf.js' viewer draws it. */
async function drawText(page: PDFPageProxy): Promise<HTMLElement> {
  followTextOf(page);
  const container = document.createElement("div");
  document.body.replaceChildren(container);
  const textContentSource = page.streamTextContent({ includeMarkedContent: true, disableNormalization: true });
  await new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale: 1 }) }).render();
  return container;
}

/** Terms of every kind: words of the report as typed whole, begun, and with a typing error. */
function termsFrom(texts: Iterable<string>): SearchTerm[] {
  const words = new Map(Array.from(texts).flatMap((text) => wholeWords(text).map((word) => [word.term, word])));
  return Array.from(words.values())
    .filter(({ term }) => term.length > 3)
    .filter((_, index) => index % 17 === 0)
    .flatMap((word) => [searchTerm(word, false), searchTerm({ term: word.term.slice(0, 4), forms: [word.term.slice(0, 4)] }, true), searchTerm(word, false, 1)]);
}

describe.each(reports)("%s", (report) => {
  test("has the marks on its pages that its index counts, each with something to paint", async () => {
    const pdf = await open(report);
    const texts = await indexedTexts(report);
    const terms = termsFrom(texts);
    expect(terms.length).toBeGreaterThan(100);
    let painted = 0;
    for (let page = 1; page <= pdf.numPages; page++) {
      const drawn = await pdf.getPage(page);
      const { text, places } = readTextLayer(await drawText(drawn), itemsOf(drawn));
      for (const term of terms) {
        const found = marks(text, [term]);
        expect(found.length, `${term.term} on page ${page}`).toBe(marks(texts[page - 1] ?? "", [term]).length);
        for (const mark of found) expect(rangesOf(places, [mark]).length).toBeGreaterThan(0);
        painted += found.length;
      }
    }
    expect(painted).toBeGreaterThan(300);
    await pdf.loadingTask.destroy();
  }, 120_000);
});
