/** Highlights in a dossier follow their letter as it is revised, keep their words when it cannot be followed, and are read as an older Relire wrote them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dossier } from "../../../archive/dossier.ts";
import { handoutSaying } from "../../../electron/handoutSaying.ts";
import { quoteAt } from "../../../archive/text/anchor.ts";
import { letterText, type OpenLibrary, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { makePdf } from "../../fixtures/makePdf.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const soup = "Une soupe de fanes, que chacun prépare à son tour.";
const body = (words = soup) => `## La soupe\n\nAvant tout. ${words} Et après.\n\n## Réparer\n\nOn répare des grille-pain.\n`;
const saying = handoutSaying("fr");
const fixtures = join(import.meta.dirname, "../../fixtures/dossiers");

/** A letter, and a dossier with the words of a note about it. */
async function openWithHighlight() {
  folder.put("lettre.md", letterText({ body: body() }));
  const opened = await openLibraryIn(folder);
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  const text = valueOf(opened.archive.passage(`${document}#la-soupe`)).text;
  const start = text.indexOf(soup);
  const position = { start, end: start + soup.length };
  const target = { document: document!, passage: `${document}#la-soupe`, quote: quoteAt(text, position.start, position.end), position };
  valueOf(await opened.library.notes.keep({ id: "une-note", revision: 0, target, colour: "discuss", text: "À cuisiner", tags: [] }));
  const dossier = await gatherInto(opened, { passage: target.passage, note: "une-note" });
  return { ...opened, id: document!, dossier };
}

async function gatherInto({ archive, library }: OpenLibrary, request: Parameters<OpenLibrary["archive"]["gathered"]>[0]): Promise<Dossier> {
  const { id } = valueOf(await library.dossiers.make("Soir"));
  return valueOf(await library.dossiers.change(id, { kind: "add", items: [valueOf(archive.gathered(request))], after: "end" }));
}

async function revise({ importOne }: OpenLibrary, words: string): Promise<void> {
  folder.put("lettre.md", letterText({ body: body(words) }));
  await importOne(folder.at("lettre.md"), { collection: "essai" });
}

async function markdownOf({ archive, library }: OpenLibrary, { id }: Dossier): Promise<string> {
  return Buffer.from(valueOf(await archive.dossierFile(valueOf(library.dossiers.get(id)), { form: "markdown" }, saying))).toString();
}

describe("a highlight in a dossier", () => {
  test("holds to its note's words by their selectors, and shows its colour", async () => {
    const { archive, dossier, id } = await openWithHighlight();
    expect(dossier.items).toMatchObject([{ title: "La soupe", text: soup, isWhole: false, highlight: { note: "une-note", quote: { exact: soup, prefix: "Avant tout. ", suffix: " Et après." } } }]);
    expect(archive.followed(dossier)).toMatchObject([{ state: "same", now: { text: soup, passage: `${id}#la-soupe` }, note: { id: "une-note", colour: "discuss" } }]);
  });

  test("follows the letter when it is revised, and into another section; what is handed out has the words of today", async () => {
    const opened = await openWithHighlight();
    const { archive, dossier, library, id } = opened;
    const revised = soup.replace("chacun", "chacune et chacun");
    await revise(opened, revised);
    expect(archive.followed(dossier)).toMatchObject([{ state: "revised", now: { text: revised }, note: { colour: "discuss" } }]);
    expect(await markdownOf(opened, dossier)).toContain(revised);
    expect(dossier.items).toMatchObject([{ text: soup }]);
    valueOf(await library.editSection(id, "la-soupe", { title: "La grande soupe" }));
    expect(archive.followed(dossier)).toMatchObject([{ now: { title: "La grande soupe", text: revised } }]);
  });

  test("follows without its note as well, which may be removed", async () => {
    const opened = await openWithHighlight();
    valueOf(await opened.library.notes.remove("une-note", 1));
    await revise(opened, soup.replace("fanes", "fanes de radis"));
    expect(opened.archive.followed(opened.dossier)).toMatchObject([{ state: "revised", now: { text: soup.replace("fanes", "fanes de radis") }, note: null }]);
  });

  test("keeps its words when they are gone from the letter, and when the letter is gone", async () => {
    const opened = await openWithHighlight();
    await revise(opened, "Cette recette a été retirée par son auteur.");
    expect(opened.archive.followed(opened.dossier)).toMatchObject([{ state: "lost", now: null, note: { id: "une-note" } }]);
    expect(await markdownOf(opened, opened.dossier)).toContain(soup);
    await opened.library.remove(opened.id);
    expect(opened.archive.followed(opened.dossier)).toMatchObject([{ state: "absent", now: null }]);
    expect(await markdownOf(opened, opened.dossier)).toContain(soup);
    await opened.library.restore(opened.id);
    await revise(opened, `De retour. ${soup}`);
    expect(opened.archive.followed(opened.dossier)).toMatchObject([{ state: "same" }]);
  });

  test("of a selection follows without any note; of a page it reads in one line", async () => {
    const opened = await openWithHighlight();
    const selected = await gatherInto(opened, { passage: `${opened.id}#la-soupe`, quoted: "que chacun prépare" });
    expect(selected.items).toMatchObject([{ highlight: { note: null, quote: { exact: "que chacun prépare", suffix: " à son tour. Et après." } } }]);
    folder.put("rapport.pdf", makePdf([{ lines: ["Une page sur la", "grande soupe du soir"] }]));
    const { document } = await opened.importOne(folder.at("rapport.pdf"));
    const target = { document: document!, passage: `${document}#p1`, quote: { exact: "sur la\ngrande soupe", prefix: "Une page ", suffix: " du soir" }, position: { start: 9, end: 28 } };
    valueOf(await opened.library.notes.keep({ id: "page", revision: 0, target, colour: "keep", text: "", tags: [] }));
    const page = await gatherInto(opened, { passage: `${document}#note-page` });
    expect(page.items).toMatchObject([{ text: "sur la grande soupe", origin: { passage: `${document}#p1`, page: "1" } }]);
    expect(opened.archive.followed(page)).toMatchObject([{ state: "same", now: { text: "sur la grande soupe", page: "1" } }]);
    expect(opened.archive.gathered({ passage: `${document}#p1`, note: "rien" })).toMatchObject({ failure: { code: "unknown-item" } });
  });

  test("goes with a pack: followed where the letter is, quoted where it is not, without the note", async () => {
    const opened = await openWithHighlight();
    const { archive, dossier, library } = opened;
    folder.put("soir.relire", valueOf(await archive.dossierFile(valueOf(await library.dossiers.give(dossier.id)), { form: "pack" }, saying)));
    const there = await openLibraryIn(folder, { at: "there" });
    await there.importFiles({ paths: [folder.at("soir.relire")] });
    const received = valueOf(there.library.dossiers.get(dossier.id));
    expect(there.archive.followed(received)).toMatchObject([{ state: "same", note: null }]);
    expect(there.library.notes.all()).toEqual([]);
    await there.library.remove(opened.id);
    expect(there.archive.followed(received)).toMatchObject([{ state: "absent", now: null }]);
    expect(received.items).toMatchObject([{ text: soup, origin: { document: "La lettre", collection: "essai" } }]);
  });
});

describe("what an older Relire wrote", () => {
  test("a dossier's file is read as it is; its extract is followed by its words", async () => {
    const old = readFileSync(join(fixtures, "before-highlights.json"), "utf8");
    const { id } = JSON.parse(old) as Dossier;
    folder.put(`library/dossiers/${id}.json`, old);
    const opened = await openLibraryIn(folder);
    expect(opened.archive.overview().troubles).toEqual([]);
    const dossier = valueOf(opened.library.dossiers.get(id));
    expect(dossier.items).toMatchObject([{ isWhole: true, highlight: null }, { isWhole: false, highlight: null, text: "que chacun prépare à son tour" }]);
    expect(opened.archive.followed(dossier)).toMatchObject([{ state: "absent", now: null, note: null }]);
  });

  test("a pack is taken in, and given again", async () => {
    const opened = await openLibraryIn(folder);
    const { items } = await opened.importFiles({ paths: [join(fixtures, "before-highlights.relire")] });
    expect(items.map(({ status }) => status)).toEqual(["added", "added"]);
    const [head] = opened.library.dossiers.all();
    const dossier = valueOf(opened.library.dossiers.get(head?.id ?? ""));
    expect(opened.archive.followed(dossier)).toMatchObject([{ state: "same", now: { text: "que chacun prépare à son tour" } }]);
    const again = await opened.importFiles({ paths: [join(fixtures, "before-highlights.relire")] });
    expect(again.items.map(({ status }) => status)).toEqual(["unchanged", "unchanged"]);
    expect(dossier.items.map(({ kind }) => kind)).toEqual(["passage", "passage"]);
  });
});
