/** What a person corrects: the card, how a letter is divided. Links lead where they led, and every correction can be undone. */
import { describe, expect, test } from "vitest";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();

const body = "Bonjour.\n\n## La soupe\n\nUne soupe de fanes.\n\n### La recette\n\nFaire *revenir* les oignons.\n\n### Le service\n\nChaud.\n\n## Réparer\n\nOn répare des grille-pain.\n";

async function openWithLetter() {
  folder.put("lettre.md", letterText({ body }));
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  return { ...opened, id: document! };
}

async function titlesOf({ archive, id }: Pick<Awaited<ReturnType<typeof openWithLetter>>, "archive" | "id">) {
  return valueOf(await archive.letter(id)).sections.map(({ id: section, title, rubric }) => [section, title, rubric]);
}

describe("a document's card", () => {
  test("takes another title, date, collection and authors; its id stays, and so does its text", async () => {
    const { archive, library, id, found } = await openWithLetter();
    const text = folder.read(`library/letters/${id}/letter.md`);
    expect(valueOf(await library.edit(id, { title: "Lettre de mai", date: "2023-05-12", collection: "La Dérivation", authors: ["Ada"] }))).toMatchObject({ id, title: "Lettre de mai", date: "2023-05-12", collection: "la-derivation", authors: ["Ada"] });
    expect(folder.read(`library/letters/${id}/letter.md`).split("---\n").slice(2)).toEqual(text.split("---\n").slice(2));
    expect(archive.overview()).toMatchObject({ documents: [{ id, title: "Lettre de mai" }], collections: [{ id: "essai" }, { id: "la-derivation", title: "La Dérivation" }] });
    expect(found("lettre mai")).not.toEqual([]);
    await archive.close();
    expect((await openLibraryIn(folder)).archive.overview()).toMatchObject({ troubles: [], documents: [{ id, title: "Lettre de mai", collection: "la-derivation" }] });
  });

  test("of a report too, under whose new title it is found", async () => {
    folder.put("rapport.pdf", makePdf([{ lines: ["Une page"] }]));
    const { importOne, library, archive, found } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("rapport.pdf"));
    await library.edit(document!, { title: "Un ornithorynque", date: null });
    expect(found("ornithorynque")).toEqual([`${document}#p1`]);
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(again.found("ornithorynque")).toEqual([`${document}#p1`]);
    expect(valueOf(await again.library.undoEdit(document!))).not.toMatchObject({ title: "Un ornithorynque" });
    expect(again.found("ornithorynque")).toEqual([]);
  });

  test("refuses what is no title and no date, and a document that is not the library's", async () => {
    const { library, id } = await openWithLetter();
    expect(await library.edit(id, { title: " \n" })).toMatchObject({ failure: { code: "invalid-argument" } });
    expect(await library.edit(id, { date: "2023-13" })).toMatchObject({ failure: { code: "date-invalid", title: "2023-13" } });
    expect(await library.edit("essai/rien", { title: "A" })).toMatchObject({ failure: { code: "unknown-document" } });
    expect(await library.undoEdit(id)).toMatchObject({ failure: { code: "nothing-to-undo" } });
  });
});

describe("a section", () => {
  test("takes another title and a rubric, known or new, and keeps its id", async () => {
    const opened = await openWithLetter();
    const { library, id, archive } = opened;
    valueOf(await library.editSection(id, "la-soupe", { title: "Soupe {.lecture} #1", rubric: "Une recette" }));
    expect(await titlesOf(opened)).toEqual([["la-soupe", "Soupe {.lecture} #1", "une-recette"], ["reparer", "Réparer", null]]);
    valueOf(await library.editSection(id, "reparer", { rubric: "une recette" }));
    expect(await titlesOf(opened)).toEqual([["la-soupe", "Soupe {.lecture} #1", "une-recette"], ["reparer", "Réparer", "une-recette"]]);
    expect(archive.overview().rubrics).toEqual([{ id: "une-recette", title: "Une recette" }]);
    valueOf(await library.editSection(id, "reparer", { rubric: null }));
    expect(await titlesOf(opened)).toMatchObject([{}, ["reparer", "Réparer", null]]);
    expect(await library.editSection(id, "rien", { rubric: null })).toMatchObject({ failure: { code: "unknown-section" } });
  });

  test("merges with the one above, where links to it lead from then on", async () => {
    const opened = await openWithLetter();
    const { library, id, archive, found } = opened;
    valueOf(await library.mergeSection(id, "reparer"));
    expect(await titlesOf(opened)).toEqual([["la-soupe", "La soupe", null]]);
    expect(found("grille-pain")).toEqual([`${id}#la-soupe`]);
    expect(valueOf(archive.passage(`${id}#reparer`))).toMatchObject({ id: `${id}#la-soupe`, text: expect.stringContaining("Réparer\nOn répare") });
    valueOf(await library.mergeSection(id, "la-soupe"));
    expect(await titlesOf(opened)).toEqual([]);
    expect(valueOf(archive.passage(`${id}#reparer`))).toMatchObject({ id: `${id}#ouverture` });
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(valueOf(again.archive.passage(`${id}#la-soupe`)).text).toMatch(/^Bonjour\.\nLa soupe\n[^]*grille-pain\.$/);
    expect(valueOf(await again.archive.letter(id)).former).toEqual({ "la-soupe": "ouverture", "reparer": "ouverture" });
  });

  test("splits at a heading inside, and merges back into what it was", async () => {
    const opened = await openWithLetter();
    const { library, id, found } = opened;
    const before = folder.read(`library/letters/${id}/letter.md`);
    valueOf(await library.splitSection(id, "la-soupe", 1));
    expect(await titlesOf(opened)).toEqual([["la-soupe", "La soupe", null], ["le-service", "Le service", null], ["reparer", "Réparer", null]]);
    expect(found("chaud")).toEqual([`${id}#le-service`]);
    valueOf(await library.mergeSection(id, "le-service"));
    expect(folder.read(`library/letters/${id}/letter.md`)).toBe(before);
    expect(await library.splitSection(id, "la-soupe", 2)).toMatchObject({ failure: { code: "unknown-section" } });
  });

  test("of which every correction is undone, one after the other, back to the first text", async () => {
    const opened = await openWithLetter();
    const { library, id, found, archive } = opened;
    const before = folder.read(`library/letters/${id}/letter.md`);
    valueOf(await library.splitSection(id, "la-soupe", 0));
    valueOf(await library.editSection(id, "la-recette", { title: "L’ornithorynque" }));
    valueOf(await library.mergeSection(id, "reparer"));
    valueOf(await library.edit(id, { title: "Autre" }));
    expect(found("ornithorynque")).toEqual([`${id}#la-recette`]);
    await archive.close();
    const again = await openLibraryIn(folder);
    for (let count = 0; count < 4; count++) valueOf(await again.library.undoEdit(id));
    expect(folder.read(`library/letters/${id}/letter.md`)).toBe(before);
    expect(again.found("ornithorynque")).toEqual([]);
    expect(again.archive.overview().documents).toMatchObject([{ title: "La lettre" }]);
    expect(await again.library.undoEdit(id)).toMatchObject({ failure: { code: "nothing-to-undo" } });
  });
});
