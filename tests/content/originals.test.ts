/** Originals that a publisher drops in, built into the bundled archive by the builder itself. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../archive/archive.ts";
import { readPdf } from "../../archive/import/pdf.ts";
import { built } from "../fixtures/built.ts";
import { putBuilder, putContent } from "../fixtures/contentTree.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { temporaryFolder } from "../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const letter = (heading = "Une lecture") => `<html lang="fr"><head><meta charset="utf-8"><title>Lettre</title></head><body>
<h1>La vraie lettre</h1><p>octobre 2022</p><p>Bonjour à toutes et à tous.</p>
<h2>${heading}</h2><p>On a lu un roman de gare, et la gare avec.</p>
<h2>Un atelier</h2><p>On a réparé des grille-pain.</p></body></html>`;

beforeEach(() => {
  putBuilder(folder);
  putContent(folder, "content");
});

function build(): { code: number | null; said: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built("shell/buildContent.cjs"), "content", "originals", "result"], { cwd: folder.path, encoding: "utf8" });
  return { code: status, said: (stdout + stderr).split("\n").filter(Boolean) };
}

function open(): Promise<Archive> {
  return openArchive({ bundled: [folder.at("result")], library: null, readPdf });
}

describe("an original", () => {
  test("takes the place of the retold letter of its date, under the same id", async () => {
    folder.put("originals/essai/octobre.html", letter());
    expect(build().code).toBe(0);
    const archive = await open();
    expect(archive.overview().documents.filter(({ kind }) => kind === "letter")).toMatchObject([{ id: "essai/2022-10", title: "La vraie lettre", date: "2022-10" }]);
    expect(archive.search({ text: "roman de gare", limit: 5 }).groups[0]?.hits[0]?.passage.id).toBe("essai/2022-10#une-lecture");
    expect(archive.search({ text: "atelier grille-pain", limit: 5 }).total).toBeGreaterThan(0);
  });

  test("keeps links to the retold letter's sections leading to the section of the same rubric", async () => {
    putContent(folder, "content", { "essai/letters/2022-11.md": "---\ntitle: Suite\ndate: 2022-11\n---\n\nOn en parlait [ici](relire://essai/2022-10#une-lecture).\n" });
    folder.put("originals/essai/octobre.html", letter("Une lecture : le roman de gare"));
    expect(build().code).toBe(0);
    const passage = (await open()).passage("essai/2022-10#une-lecture");
    expect(passage).toMatchObject({ ok: true, value: { heading: "Une lecture : le roman de gare" } });
  });

  test("that is a report takes the place of the stand-in of the same title", async () => {
    folder.put("originals/essai/rapport.pdf", makePdf([{ lines: ["Le vrai carnet, en une page."] }]));
    folder.put("originals/essai/rapport.pdf.yaml", "title: Carnet\ndate: 2022-10-05\naccepted: []\n");
    expect(build().code).toBe(0);
    const archive = await open();
    expect(archive.overview().documents.filter(({ kind }) => kind === "report")).toMatchObject([{ id: "essai/carnet", pageLabels: ["1"] }]);
    expect(archive.search({ text: "vrai carnet", limit: 5 }).groups[0]?.hits[0]?.passage.id).toBe("essai/carnet#p1");
  });

  test("of another date stands beside the others, and one of a new collection makes it", async () => {
    folder.put("originals/essai/mars.html", letter().replace("octobre 2022", "mars 2023"));
    folder.put("originals/gazette/avril.html", letter().replace("octobre 2022", "avril 2023"));
    expect(build().code).toBe(0);
    const { documents, collections } = (await open()).overview();
    expect(documents.map(({ id }) => id)).toEqual(["gazette/2023-04", "essai/2023-03", "essai/carnet", "essai/2022-10"]);
    expect(collections.map(({ id }) => id)).toEqual(["essai", "gazette"]);
  });

  test("keeps its bytes beside what was made of them", async () => {
    folder.put("originals/essai/octobre.html", letter());
    build();
    expect(readFileSync(folder.at("result/letters/essai/2022-10/original.html"), "utf8")).toBe(letter());
  });
});

describe("doubts about an original", () => {
  const undated = letter().replace("<p>octobre 2022</p>", "");

  test("are printed with their file, and the build goes on", () => {
    folder.put("originals/essai/perdue.html", undated);
    expect(build()).toEqual({ code: 0, said: ["essai/perdue.html: New rubric: Un atelier.", "essai/perdue.html: No date was found."] });
  });

  test("end when a file beside it settles them", async () => {
    folder.put("originals/essai/perdue.html", undated);
    folder.put("originals/essai/perdue.html.yaml", "date: 2023-05\nid: mai\nrubrics:\n  Un atelier: null\naccepted: [new-rubric]\n");
    expect(build()).toEqual({ code: 0, said: [] });
    expect((await open()).overview().documents).toContainEqual(expect.objectContaining({ id: "essai/mai", date: "2023-05", sections: [expect.objectContaining({ rubric: "lecture" }), expect.objectContaining({ rubric: null })] }));
  });

  test("in a settlement are problems with its line", () => {
    folder.put("originals/essai/perdue.html", undated);
    folder.put("originals/essai/perdue.html.yaml", "title: Perdue\ndate: 2023-13\n");
    expect(build()).toEqual({ code: 1, said: [expect.stringMatching(/^essai\/perdue\.html\.yaml:2: date/)] });
  });
});

test("what cannot be read stops the build by its name, unless it is left out", () => {
  folder.put("originals/essai/rien.html", "");
  expect(build()).toEqual({ code: 1, said: [expect.stringMatching(/^essai\/rien\.html:1: .*is empty/)] });
  folder.put("originals/essai/rien.html.yaml", "ignored: true\n");
  expect(build().code).toBe(0);
});

test("a collection's folder that cannot be an id is named", () => {
  folder.put("originals/La Lettre/a.txt", "Bonjour.");
  expect(build()).toEqual({ code: 1, said: [expect.stringMatching(/^La Lettre:1: /)] });
});

test("without originals, the archive is that of its content", async () => {
  expect(build()).toEqual({ code: 0, said: [] });
  expect((await open()).overview().documents.map(({ id }) => id)).toEqual(["essai/carnet", "essai/2022-10"]);
});
