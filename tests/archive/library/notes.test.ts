/** Notes of a real library: kept over closing, corrections, new imports and removals; found with everything else; refused when changed meanwhile. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NoteDraft } from "../../../archive/note.ts";
import { quoteAt } from "../../../archive/text/anchor.ts";
import { letterText, type OpenLibrary, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const soup = "Une soupe de fanes, que chacun prépare à son tour.";
const body = (words = soup) => `## La soupe\n\n${words}\n\n## Réparer\n\nOn répare des grille-pain.\n`;

async function openWithLetter() {
  folder.put("lettre.md", letterText({ body: body() }));
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  return { ...opened, id: document! };
}

function draft(document: string, exact: string, { text = "", tags = [] as string[], section = "la-soupe", id = "une-note" } = {}): NoteDraft {
  return { id, revision: 0, target: { document, passage: `${document}#${section}`, quote: { ...quoteAt(exact, 0, exact.length) }, position: { start: 0, end: exact.length } }, colour: "discuss", text, tags };
}

async function reimport({ importOne }: OpenLibrary, words: string) {
  folder.put("lettre.md", letterText({ body: body(words) }));
  return importOne(folder.at("lettre.md"), { collection: "essai" });
}

describe("a note", () => {
  test("is kept over a closing, with where its words are and what they were in", async () => {
    const { library, archive, id } = await openWithLetter();
    const kept = valueOf(await library.notes.keep(draft(id, "soupe de fanes", { text: "À cuisiner", tags: ["recettes"] })));
    expect(kept).toMatchObject({ revision: 1, source: { title: "La lettre", heading: "La soupe" } });
    await archive.close();
    const again = await openLibraryIn(folder);
    expect(again.library.notes.all()).toMatchObject([{ note: kept, place: { passage: `${id}#la-soupe`, position: { start: 4, end: 18 }, isExact: true } }]);
  });

  test("follows its words when they are corrected, and stays without a place when they are gone", async () => {
    const opened = await openWithLetter();
    const { library, id } = opened;
    valueOf(await library.notes.keep(draft(id, soup, { text: "À cuisiner" })));
    const longer = `Le mardi, à midi. ${soup.replace("chacun", "chacune")}`;
    expect(await reimport(opened, longer)).toMatchObject({ document: id });
    expect(library.notes.all()).toMatchObject([{ place: { isExact: false, quote: { exact: longer.slice(18) } }, note: { target: { quote: { exact: soup } } } }]);
    await reimport(opened, "Cette recette a été retirée par son auteur.");
    expect(library.notes.all()).toMatchObject([{ place: null, note: { text: "À cuisiner", target: { quote: { exact: soup } } } }]);
    await library.remove(id);
    expect(library.notes.all()).toHaveLength(1);
    await library.restore(id);
    await reimport(opened, `De retour : ${soup}`);
    expect(library.notes.all()).toMatchObject([{ place: { passage: `${id}#la-soupe`, isExact: true } }]);
  });

  test("follows its words into another section", async () => {
    const { library, id } = await openWithLetter();
    valueOf(await library.notes.keep(draft(id, "On répare des grille-pain.", { section: "reparer" })));
    valueOf(await library.mergeSection(id, "reparer"));
    expect(library.notes.all()).toMatchObject([{ place: { passage: `${id}#la-soupe` } }]);
  });

  test("stands on a page of a report, by its printed label", async () => {
    folder.put("rapport.pdf", makePdf([{ lines: ["Une page sur la soupe"] }, { lines: ["Une autre sur les fanes"] }]));
    const { importOne, library, found } = await openLibraryIn(folder);
    const { document } = await importOne(folder.at("rapport.pdf"));
    valueOf(await library.notes.keep(draft(document!, "sur les fanes", { section: "p2", text: "ornithorynque" })));
    expect(library.notes.all()).toMatchObject([{ place: { passage: `${document}#p2` }, note: { source: { heading: "2" } } }]);
    expect(found("ornithorynque")).toEqual([`${document}#note-une-note`]);
  });
});

describe("search", () => {
  test("finds what was written, its tags and its words, and notes alone when asked to", async () => {
    const { library, id, found, archive } = await openWithLetter();
    expect(found("type:note")).toEqual([]);
    valueOf(await library.notes.keep(draft(id, "fanes", { text: "Un ornithorynque", tags: ["atelier cuisine"] })));
    const note = `${id}#note-une-note`;
    expect(found("ornithorynques")).toEqual([note]);
    expect(found("atelier cuisine type:notes")).toEqual([note]);
    expect(found("fanes")).toEqual([`${id}#la-soupe`, note]);
    expect(found("fanes type:lettre")).toEqual([`${id}#la-soupe`]);
    expect(found("-type:note fanes")).toEqual([`${id}#la-soupe`]);
    expect(archive.search({ text: "fanes ", limit: 9 }).facets.kinds).toEqual([{ value: "letter", title: "letter", passages: 1 }, { value: "note", title: "note", passages: 1 }]);
    expect(archive.passage(note)).toMatchObject({ value: { kind: "note", heading: "La soupe", text: "Un ornithorynque\natelier cuisine\nfanes" } });
    valueOf(await library.notes.keep({ ...draft(id, "fanes", { text: "Un tatou" }), revision: 1 }));
    expect([found("ornithorynque type:note"), found("tatou")]).toEqual([[], [note]]);
    valueOf(await library.notes.remove("une-note", 2));
    expect(found("tatou")).toEqual([]);
  });

  test("of a document that is gone finds its notes and says what they belonged to, and of one that came back finds them as before", async () => {
    const { library, id, found, archive } = await openWithLetter();
    const note = `${id}#note-une-note`;
    valueOf(await library.notes.keep(draft(id, "fanes", { text: "ornithorynque" })));
    await library.remove(id);
    expect([found("ornithorynque"), found("fanes type:note"), found("type:note")]).toEqual([[note], [note], [note]]);
    expect(archive.search({ text: "ornithorynque ", limit: 9 }).groups).toMatchObject([{ document: { id, title: "La lettre", date: null }, hits: [{ passage: { kind: "note", heading: "La soupe" } }] }]);
    expect(archive.overview().documents).toEqual([]);
    valueOf(await library.notes.keep({ ...draft(id, "fanes", { text: "un tatou" }), revision: 1 }));
    expect([found("ornithorynque"), found("tatou")]).toEqual([[], [note]]);
    await library.restore(id);
    expect(found("tatou")).toEqual([note]);
    expect(archive.search({ text: "tatou ", limit: 9 }).groups).toMatchObject([{ document: { id, title: "La lettre", date: "2023-05" } }]);
    await library.remove(id);
    valueOf(await library.notes.remove("une-note", 2));
    expect(found("tatou")).toEqual([]);
  });
});

describe("what a person wrote", () => {
  test("is refused from an older state, and comes back as it was after a removal", async () => {
    const { library, id } = await openWithLetter();
    const { notes } = library;
    const first = valueOf(await notes.keep(draft(id, "fanes")));
    expect(await notes.keep({ ...draft(id, "fanes"), text: "en retard" })).toMatchObject({ failure: { code: "item-changed" } });
    expect(await notes.remove("une-note", 7)).toMatchObject({ failure: { code: "item-changed" } });
    valueOf(await notes.remove("une-note", 1));
    expect(notes.all()).toEqual([]);
    expect(valueOf(await notes.keep(draft(id, "fanes")))).toMatchObject({ revision: 1, createdAt: first.createdAt });
    expect(await notes.keep(draft("essai/rien", "fanes", { id: "autre" }))).toMatchObject({ failure: { code: "unknown-document" } });
  });

  test("is read as it is after a hand's correction; what a hand damaged is set aside and named, the rest stays", async () => {
    const { library, id, archive } = await openWithLetter();
    valueOf(await library.notes.keep(draft(id, "fanes", { text: "avant" })));
    valueOf(await library.notes.keep(draft(id, "soupe", { id: "autre" })));
    folder.put("library/notes/une-note.json", folder.read("library/notes/une-note.json").replace('"avant"', '"après"').replace('"revision": 1', '"revision": 2'));
    expect(await library.notes.keep({ ...draft(id, "fanes"), revision: 1 })).toMatchObject({ failure: { code: "item-changed" } });
    expect(library.notes.all().map(({ note }) => note.text)).toContain("après");
    await archive.close();
    folder.put("library/notes/une-note.json", folder.read("library/notes/une-note.json").slice(0, -40));
    const again = await openLibraryIn(folder);
    expect(again.library.notes.all().map(({ note }) => note.id)).toEqual(["autre"]);
    expect(again.archive.overview().troubles).toMatchObject([{ code: "item-damaged", file: expect.stringMatching(/^notes\/une-note\.json\..*\.damaged$/) }]);
    expect(readdirSync(folder.at("library/notes"))).toHaveLength(2);
  });
});
