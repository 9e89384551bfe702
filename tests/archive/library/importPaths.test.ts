/** Files become documents of a library: new ones, unchanged ones, new revisions, and failures that harm no other. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

describe("a letter that is imported", () => {
  test("is a document with an id from its collection, date, title and bytes, found at once", async () => {
    folder.put("lettre.md", letterText());
    const { archive, importOne, found } = await openLibraryIn(folder);
    const item = await importOne(folder.at("lettre.md"), { collection: "essai" });
    expect(item).toMatchObject({ status: "added", kind: "letter", collection: "essai", title: "La lettre", date: "2023-05", revision: 1, failure: null, pages: null });
    expect(item.document).toMatch(/^essai\/2023-05-la-lettre-[0-9a-f]{8}$/);
    expect(item.sections).toEqual([
      { id: "la-soupe", title: "La soupe", rubric: null },
      { id: "reparer", title: "Réparer", rubric: null },
    ]);
    expect(found("fanes")).toEqual([`${item.document}#la-soupe`]);
    expect(await archive.letter(item.document!)).toMatchObject({ ok: true, value: { sections: [{ text: "Une soupe de fanes." }, { text: "On répare des grille-pain." }] } });
  });

  test("is kept as readable Markdown, its original beside it byte for byte", async () => {
    folder.put("lettre.md", letterText());
    const { importOne } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("lettre.md"), { collection: "essai" });
    expect(readdirSync(folder.at(`library/letters/${document}`)).sort()).toEqual(["letter.md", "original.md", "record.json"]);
    expect(folder.read(`library/letters/${document}/original.md`)).toBe(letterText());
    expect(folder.read(`library/letters/${document}/letter.md`)).toBe("---\ntitle: La lettre\ndate: 2023-05\n---\n\n## La soupe {#la-soupe}\n\nUne soupe de fanes.\n\n## Réparer {#reparer}\n\nOn répare des grille-pain.\n");
    expect(readdirSync(folder.at("library")).sort()).toEqual(["catalogue.json", "letters"]);
  });

  test("is there when the library is opened again", async () => {
    folder.put("lettre.md", letterText());
    const first = await openLibraryIn(folder);
    const { document } = await first.importOne(folder.at("lettre.md"));
    await first.archive.close();
    const { archive, found } = await openLibraryIn(folder);
    expect(archive.overview()).toMatchObject({ troubles: [], documents: [{ id: document, title: "La lettre" }], collections: [{ id: "imports", title: "Documents importés" }] });
    expect(found("fanes")).toEqual([`${document}#la-soupe`]);
  });
});

describe("importing again", () => {
  test("changes nothing and says so, by the original's bytes, whatever the file is called", async () => {
    folder.put("lettre.md", letterText());
    folder.put("copie.md", letterText());
    const { importOne, archive } = await openLibraryIn(folder);
    const first = await importOne(folder.at("lettre.md"), { collection: "essai" });
    const catalogue = folder.read("library/catalogue.json");
    expect(await importOne(folder.at("copie.md"), { collection: "autre" })).toMatchObject({ status: "unchanged", document: first.document, collection: "essai", title: "La lettre" });
    expect(folder.read("library/catalogue.json")).toBe(catalogue);
    expect(archive.overview().collections.map(({ id }) => id)).toEqual(["essai"]);
  });

  test("two letters of one month and one title are two letters", async () => {
    const { importOne } = await openLibraryIn(folder);
    const strike = "Un roman raconte la grève des ouvrières dans une conserverie bretonne, vue depuis les bureaux où personne ne comprend pourquoi les machines se taisent. La comptable découvre au fil des semaines combien chaque panier de sardines coûte de doigts abîmés, et finit par rejoindre le piquet devant les grilles.";
    const poems = "Des poèmes écrits pendant les trajets quotidiens entre banlieue lointaine et atelier textile. On y croise une contrôleuse rêveuse, trois lycéens endormis, un chien perdu, beaucoup de pluie contre les vitres ; chaque strophe porte le nom d'une gare, et la dernière revient au terminus sans avoir rien expliqué.";
    folder.put("debut.md", letterText({ body: `## Une lecture\n\n${strike}\n` }));
    folder.put("fin.md", letterText({ body: `## Une lecture\n\n${poems}\n` }));
    const first = await importOne(folder.at("debut.md"));
    expect(await importOne(folder.at("fin.md"))).toMatchObject({ status: "added", revision: 1, document: expect.not.stringMatching(`^${first.document}$`) });
  });

  test("a letter that changed makes a new revision of it, and keeps the old one", async () => {
    folder.put("v1.md", letterText());
    folder.put("v2.md", letterText({ body: "## La soupe\n\nUne soupe de courges.\n" }));
    const { importOne, found, library } = await openLibraryIn(folder);
    const first = await importOne(folder.at("v1.md"));
    const second = await importOne(folder.at("v2.md"));
    expect(second).toMatchObject({ status: "added", document: first.document, revision: 2, sections: [{ id: "la-soupe" }] });
    expect(found("fanes")).toEqual([]);
    expect(found("courges")).toEqual([`${first.document}#la-soupe`]);
    expect(folder.read(`library/letters/${first.document}/revisions/1/original.md`)).toBe(letterText());
    expect(readdirSync(folder.at(`library/letters/${first.document}`)).sort()).toEqual(["letter.md", "original.md", "record.json", "revisions"]);
    expect(valueOf(await library.revisions(first.document!))).toMatchObject([{ number: 1, file: folder.at("v1.md") }, { number: 2, file: folder.at("v2.md") }]);
    // The first one is known, and is not received a third time.
    expect(await importOne(folder.at("v1.md"))).toMatchObject({ status: "unchanged", document: first.document });
    folder.put("v3.md", letterText({ body: "## La soupe\n\nUne soupe de panais.\n" }));
    expect(await importOne(folder.at("v3.md"))).toMatchObject({ status: "added", revision: 3 });
    expect(readdirSync(folder.at(`library/letters/${first.document}/revisions`)).sort()).toEqual(["1", "2"]);
    expect(valueOf(await library.revisions(first.document!)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("letters without a date are never taken for one another", async () => {
    folder.put("a.md", letterText({ date: null, body: "## Un\n\nUn.\n" }));
    folder.put("b.md", letterText({ date: null, body: "## Deux\n\nDeux.\n" }));
    const { importFiles } = await openLibraryIn(folder);
    const { items } = await importFiles({ paths: [folder.at("a.md"), folder.at("b.md")] });
    expect(new Set(items.map(({ document }) => document)).size).toBe(2);
  });

  test("what a person called a letter stays through its next revision, which is known by its own name", async () => {
    folder.put("v1.md", letterText());
    folder.put("v2.md", letterText({ body: "## La soupe\n\nUne soupe de courges.\n" }));
    const { importOne, library } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("v1.md"));
    await library.edit(document!, { title: "Lettre de mai", date: "2023-05-12", collection: "Ailleurs" });
    expect(await importOne(folder.at("v2.md"))).toMatchObject({ status: "added", document, revision: 2, title: "Lettre de mai", date: "2023-05-12", collection: "ailleurs" });
    folder.put("v3.md", letterText({ body: "## La soupe\n\nUne soupe de panais.\n" }));
    expect(await importOne(folder.at("v3.md"))).toMatchObject({ document, revision: 3, title: "Lettre de mai" });
  });
});

describe("where a letter goes", () => {
  test("is what the person says, a collection being made for it", async () => {
    folder.put("lettre.md", letterText());
    const { importOne, archive } = await openLibraryIn(folder);
    await importOne(folder.at("lettre.md"), { collection: "essai", date: "2019-03" });
    expect(archive.overview()).toMatchObject({ collections: [{ id: "essai", sample: false }], documents: [{ collection: "essai", date: "2019-03" }] });
  });

  test("cannot be what is no id, nor its date what is no date", async () => {
    const { library } = await openLibraryIn(folder);
    expect(await library.importPaths({ paths: [], collection: "L’Essai" })).toMatchObject({ failure: { code: "collection-invalid", title: "L’Essai" } });
    expect(await library.importPaths({ paths: [], date: "2023-02-31" })).toMatchObject({ failure: { code: "date-invalid", title: "2023-02-31" } });
    expect(existsSync(folder.at("library"))).toBe(false);
  });
});

describe("a report that is imported", () => {
  test("is kept as it is, its text beside it, and found by its pages", async () => {
    const pdf = makePdf([{ lines: ["Un rapport sur les soupes"] }, { lines: ["Des fanes de carottes."] }]);
    folder.put("rapport.pdf", pdf);
    const { importOne, found, archive } = await openLibraryIn(folder);
    const item = await importOne(folder.at("rapport.pdf"), { date: "2021" });
    expect(item).toMatchObject({ status: "added", kind: "report", pages: 2, sections: [], date: "2021" });
    expect(readFileSync(folder.at(`library/reports/${item.document}/report.pdf`)).equals(pdf)).toBe(true);
    expect(readdirSync(folder.at(`library/reports/${item.document}`)).sort()).toEqual(["record.json", "report.pdf", "text.json"]);
    expect(found("fanes")).toEqual([`${item.document}#p2`]);
    await archive.close();
    expect((await openLibraryIn(folder)).found("fanes")).toEqual([`${item.document}#p2`]);
  });
});

describe("a bad file", () => {
  test("is a line of the report, and the others are kept", async () => {
    folder.put("in/a.md", letterText({ title: "A" }));
    folder.put("in/b.md", "");
    folder.put("in/c.pdf", "%PDF-1.7 cut short");
    folder.put("in/d.md", letterText({ title: "D" }));
    const { importFiles, archive } = await openLibraryIn(folder);
    const { items } = await importFiles({ paths: [folder.at("in"), folder.at("nowhere.md")] });
    expect(items.map(({ file, status, failure }) => [file.slice(folder.path.length + 1), status, failure?.code ?? null])).toEqual([
      ["in/a.md", "added", null],
      ["in/b.md", "failed", "file-empty"],
      ["in/c.pdf", "failed", "report-truncated"],
      ["in/d.md", "added", null],
      ["nowhere.md", "failed", "file-missing"],
    ]);
    expect(archive.overview().documents.map(({ title }) => title).sort()).toEqual(["A", "D"]);
  });
});

describe("a long import", () => {
  test("tells how far it is, and of each file once it is done for good", async () => {
    for (const name of ["a", "b", "c"]) folder.put(`in/${name}.md`, letterText({ title: name }));
    const { importFiles } = await openLibraryIn(folder);
    const told: string[] = [];
    const done: number[] = [];
    const report = await importFiles({ paths: [folder.at("in")] }, { onItem: ({ title }) => told.push(title ?? ""), onProgress: (progress) => done.push(progress.done, progress.total) });
    expect(told).toEqual(["a", "b", "c"]);
    expect(report).toMatchObject({ cancelled: false, items: [{ title: "a" }, { title: "b" }, { title: "c" }] });
    expect(done.slice(-2)).toEqual([3, 3]);
    expect(Math.max(...done)).toBe(3);
  });

  test("that is cancelled keeps what was done, whole, and nothing of the rest", async () => {
    for (const name of ["a", "b", "c"]) folder.put(`in/${name}.md`, letterText({ title: name }));
    const { importFiles, archive } = await openLibraryIn(folder);
    const stop = new AbortController();
    const report = await importFiles({ paths: [folder.at("in")] }, { signal: stop.signal, onProgress: ({ file }) => file.endsWith("b.md") && stop.abort() });
    expect(report).toMatchObject({ cancelled: true, items: [{ title: "a" }] });
    expect(archive.overview().documents.map(({ title }) => title)).toEqual(["a"]);
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(again.archive.overview()).toMatchObject({ troubles: [], documents: [{ title: "a" }] });
    expect((await again.importFiles({ paths: [folder.at("in")] })).items.map(({ status }) => status)).toEqual(["unchanged", "added", "added"]);
  });

  test("leaves search answering, which finds each letter as soon as it is stored", async () => {
    for (const number of Array.from({ length: 30 }, (_, index) => index)) folder.put(`in/${String(number).padStart(2, "0")}.md`, letterText({ title: `Lettre ${number}` }));
    const { importFiles, found } = await openLibraryIn(folder);
    const counts: number[] = [];
    await importFiles({ paths: [folder.at("in")] }, { onProgress: () => counts.push(found("fanes").length) });
    expect(counts[0]).toBe(0);
    expect(counts.at(-1)).toBe(30);
    expect(new Set(counts).size).toBeGreaterThan(20);
  });
});
