/** Notes that travel: in packs when a person says so and never otherwise, as files; taken in beside what is here, and never over it. */
import { describe, expect, test } from "vitest";
import type { Note } from "../../../archive/note.ts";
import { annotationsOf } from "../../../archive/share/annotations.ts";
import { handoutSaying } from "../../../electron/handoutSaying.ts";
import { letterText, openLibraryIn, valueOf } from "../../fixtures/library.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const saying = handoutSaying("fr");

/** A library with a letter and a note about it. */
async function openWithNote() {
  folder.put("lettre.md", letterText());
  const opened = await openLibraryIn(folder, { at: "here" });
  const { document } = await opened.importOne(folder.at("lettre.md"), { collection: "essai" });
  const target = { document: document!, passage: `${document}#la-soupe`, quote: { exact: "soupe de fanes", prefix: "Une ", suffix: "." }, position: { start: 4, end: 18 } };
  const note = valueOf(await opened.library.notes.keep({ id: "une-note", revision: 0, target, colour: "idea", text: "À cuisiner", tags: [] }));
  return { ...opened, id: document!, note };
}

async function take(notes: readonly Note[], at: string) {
  folder.put("notes.jsonld", annotationsOf(notes));
  const opened = await openLibraryIn(folder, { at });
  const item = await opened.importOne(folder.at("notes.jsonld"));
  const kept = opened.library.notes.all().map((placed) => placed.note);
  await opened.archive.close();
  return { item, kept };
}

const later = (note: Note, change: Partial<Note> = {}): Note => ({ ...note, revision: note.revision + 1, changedAt: new Date(Date.parse(note.changedAt) + 60_000).toISOString(), ...change });

describe("a pack", () => {
  test("takes no note along unless it is told to, and then those about what it holds", async () => {
    const { archive, library, id, note } = await openWithNote();
    const elsewhere = { ...note, id: "ailleurs", target: { ...note.target, document: "essai/rien", passage: "essai/rien#x" } };
    valueOf(await library.notes.receive([elsewhere]));
    const { id: dossier } = valueOf(await library.dossiers.make("Soir"));
    valueOf(await library.dossiers.change(dossier, { kind: "add", items: [valueOf(archive.gathered({ passage: `${id}#reparer` }))], after: "end" }));
    const given = valueOf(await library.dossiers.give(dossier));
    const alone = valueOf(await archive.dossierFile(given, { form: "pack" }, saying));
    expect(valueOf(await archive.inspectPack(alone))).toMatchObject({ notes: 0, dossiers: [{ id: dossier }] });
    expect(Buffer.from(alone).includes("À cuisiner")).toBe(false);
    const noted = valueOf(await archive.dossierFile(given, { form: "pack", withNotes: true }, saying));
    expect(valueOf(await archive.inspectPack(noted))).toMatchObject({ notes: 1 });
    folder.put("soir.relire", noted);
    const there = await openLibraryIn(folder, { at: "there" });
    const { items } = await there.importFiles({ paths: [folder.at("soir.relire")] });
    expect(items.at(-1)).toMatchObject({ file: expect.stringMatching(/soir\.relire\/notes\/notes\.jsonld$/), status: "added", notes: [{ code: "notes-added", detail: "1" }] });
    expect(there.library.notes.all()).toMatchObject([{ note: { ...note }, place: { passage: `${id}#la-soupe`, isExact: true } }]);
    expect((await there.importFiles({ paths: [folder.at("soir.relire")] })).items.map(({ status }) => status)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  test("of letters takes them by the command line's word as well", async () => {
    const { archive } = await openWithNote();
    expect(valueOf(await archive.pack({ output: folder.at("sans.relire") }))).toMatchObject({ notes: 0 });
    expect(valueOf(await archive.pack({ output: folder.at("avec.relire"), notes: true }))).toMatchObject({ notes: 1, documents: [{}] });
    expect(valueOf(await archive.inspectPack(folder.at("avec.relire")))).toMatchObject({ notes: 1 });
  });
});

describe("a file of notes", () => {
  test("is taken in, told, and changes nothing the second time; notes of unknown documents wait, and are found", async () => {
    const { note } = await openWithNote();
    const first = await take([note], "empty");
    expect(first.item).toMatchObject({ status: "added", kind: null, notes: [{ code: "notes-added", detail: "1" }, { code: "notes-homeless", detail: "1" }] });
    expect(first.kept).toEqual([note]);
    expect((await take([note], "empty")).item).toMatchObject({ status: "unchanged", notes: [{ code: "notes-homeless" }] });
    const { found, library } = await openLibraryIn(folder, { at: "empty" });
    expect(found("cuisiner type:note")).toEqual([`${note.target.document}#note-une-note`]);
    expect(library.notes.all()).toMatchObject([{ place: null }]);
  });

  test("brings a newer state of the same note; an older one leaves what is here", async () => {
    const { note, archive } = await openWithNote();
    await archive.close();
    const newer = later(note, { text: "Cuisiné" });
    const brought = await take([newer], "here");
    expect(brought).toMatchObject({ item: { status: "added", notes: [{ code: "notes-updated", detail: "1" }] }, kept: [newer] });
    expect(await take([note], "here")).toMatchObject({ item: { status: "unchanged", notes: [{ code: "notes-older", detail: "1" }] }, kept: [newer] });
  });

  test("of two states written apart keeps both, once", async () => {
    const { note, archive } = await openWithNote();
    await archive.close();
    const apart = { ...note, text: "Autre chose", changedAt: later(note).changedAt };
    const both = await take([apart], "here");
    expect(both.item).toMatchObject({ status: "added", notes: [{ code: "notes-beside", detail: "1" }] });
    expect(both.kept.map(({ text }) => text).toSorted()).toEqual(["Autre chose", "À cuisiner"].toSorted());
    expect(both.kept.find(({ id }) => id === note.id)).toEqual(note);
    const again = await take([apart], "here");
    expect(again.item).toMatchObject({ status: "unchanged", notes: [] });
    expect(again.kept).toHaveLength(2);
  });

  test("that is damaged is refused by its name, and one with strangers says how many it left out", async () => {
    const { importOne, note } = await openWithNote();
    folder.put("bad.jsonld", annotationsOf([note]).subarray(0, 400));
    expect(await importOne(folder.at("bad.jsonld"))).toMatchObject({ status: "failed", failure: { code: "notes-damaged", title: "bad.jsonld" } });
    folder.put("others.jsonld", JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items: [{ type: "Annotation", id: "x", target: "https://example.org" }] }));
    expect(await importOne(folder.at("others.jsonld"))).toMatchObject({ status: "unchanged", notes: [{ code: "notes-foreign", detail: "1" }] });
  });
});
