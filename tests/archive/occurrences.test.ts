/** What is marked in a report, and who cites it, asked of the bundled archive. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../archive/archive.ts";
import { readPdf } from "../../archive/import/pdf.ts";
import type { Answer } from "../../archive/model.ts";
import { marks } from "../../archive/text/marks.ts";
import { built } from "../fixtures/built.ts";

const report = "la-derivation/mutualisons-2022";
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive({ bundled: [built("archive")], library: null, readPdf });
});

function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe("the marks of a report", () => {
  test("are counted on every page, as the rule that paints them finds them", async () => {
    const { terms } = archive.search({ text: "cercle des récits", limit: 1 });
    const { pages } = valueOf(await archive.occurrences({ document: report, terms }));
    expect(pages.length).toBeGreaterThan(3);
    for (let page = 1; page <= valueOf(archive.report(report)).pageLabels.length; page++) {
      const passage = archive.passage(`${report}#p${page}`);
      const count = passage.ok ? marks(passage.value.text, terms).length : 0;
      expect(pages.find((each) => each.page === page)?.count ?? 0, `page ${page}`).toBe(count);
    }
    expect(pages.map(({ page }) => page)).toEqual(pages.map(({ page }) => page).toSorted((a, b) => a - b));
  });

  test("answer to what is typed as a search does: plurals, accents, then a typing error", async () => {
    const find = async (text: string) => valueOf(await archive.occurrences({ document: report, text }));
    const found = await find("récits ");
    expect(found.pages.length).toBeGreaterThan(0);
    expect((await find("recits ")).pages).toEqual(found.pages);
    expect((await find("rècist ")).pages.length).toBeGreaterThan(0);
    expect(await find("")).toEqual({ terms: [], pages: [] });
    expect((await find("xylophonique ")).pages).toEqual([]);
  });

  test("are refused for what is no report", async () => {
    expect(await archive.occurrences({ document: "la-derivation/2022-10", text: "x" })).toMatchObject({ ok: false, failure: { code: "unknown-document" } });
  });
});

describe("the citations of a report", () => {
  test("are the sections of letters that link to it, with the page that they mean", async () => {
    const citations = valueOf(await archive.citations(report));
    expect(citations.map(({ letter, section, page }) => [letter.id, section, page])).toContainEqual(["la-derivation/2022-10", "une-analyse", 21]);
    for (const { href } of citations) expect(href).toMatch(`relire://${report}`);
  });

  test("leave out hidden collections", async () => {
    const all = valueOf(await archive.citations("les-passerelles/enquete-guichets-2023"));
    expect(all.length).toBeGreaterThan(0);
    expect(valueOf(await archive.citations("les-passerelles/enquete-guichets-2023", ["les-passerelles"]))).toEqual(
      all.filter(({ letter }) => letter.collection !== "les-passerelles"),
    );
  });

  test("are refused for what is no report", async () => {
    expect(await archive.citations("la-derivation/2022-10")).toMatchObject({ ok: false, failure: { code: "unknown-document" } });
  });
});
