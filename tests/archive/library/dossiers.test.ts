/** Dossiers on the disk: changes of two windows go together, packs bring them whole, and one that was edited elsewhere waits to be compared. */
import { beforeEach, describe, expect, test } from "vitest";
import type { DossierItem } from "../../../archive/dossier.ts";
import type { Library } from "../../../archive/library.ts";
import { openDossiers } from "../../../archive/library/dossiers.ts";
import type { HandoutSaying } from "../../../archive/share/handout.ts";
import { frExport } from "../../../archive/words/fr.ts";
import { letterText, openLibraryIn, type OpenLibrary, valueOf } from "../../fixtures/library.ts";
import { temporaryFolder } from "../../fixtures/temporaryFolder.ts";

const folder = temporaryFolder();
const saying: HandoutSaying = {
  language: "fr",
  roles: { instruction: "Consigne", timing: "Temps", question: "Question" },
  minutes: (count) => `${count} min`,
  group: (count) => `groupe de ${count}`,
  source: ({ collection, document }) => `${collection}, ${document}`,
  extract: "extrait",
  textOnly: "texte seul",
  exported: frExport,
};
const text = (id: string, said: string): DossierItem => ({ id, given: [], kind: "text", role: "question", text: said, minutes: null });

let here: OpenLibrary;
let there: OpenLibrary;

beforeEach(async () => {
  here = await openLibraryIn(folder, { at: "here" });
  there = await openLibraryIn(folder, { at: "there" });
  return async () => {
    await here.archive.close();
    await there.archive.close();
  };
});

function shelfOf({ archive: { library } }: OpenLibrary) {
  if (!library) throw new Error("no library");
  return library.dossiers;
}

/** A dossier with one passage of a letter; gives its id. */
async function makeDossier(): Promise<string> {
  folder.put("lettre.md", letterText());
  const { document } = await here.importOne(folder.at("lettre.md"), { collection: "la-derivation" });
  const section = valueOf(await here.archive.letter(document ?? "")).sections[0]?.id ?? "";
  const { id } = valueOf(await shelfOf(here).make("Atelier : le soir"));
  const item = valueOf(here.archive.gathered({ passage: `${document}#${section}` }));
  valueOf(await shelfOf(here).change(id, { kind: "add", items: [item], after: null }));
  return id;
}

function libraryOf({ archive: { library } }: OpenLibrary): Library {
  if (!library) throw new Error("there is no library");
  return library;
}

async function packOf(id: string): Promise<Uint8Array> {
  return valueOf(await here.archive.dossierFile(valueOf(await shelfOf(here).give(id)), { form: "pack" }, saying));
}

async function receive(bytes: Uint8Array) {
  folder.put("recu.relire", bytes);
  return valueOf(await libraryOf(there).importPaths({ paths: [folder.at("recu.relire")] })).items;
}

describe("dossiers", () => {
  test("two windows on one dossier: what both did is there, and a text changed under one's hands is never replaced", async () => {
    const [one, other] = [await openDossiers(folder.at("both"), []), await openDossiers(folder.at("both"), [])];
    const { id } = valueOf(await one.make("Soir"));
    valueOf(await other.change(id, { kind: "add", items: [text("a", "a")], after: null }));
    const added = valueOf(await one.change(id, { kind: "add", items: [text("b", "b")], after: "end" }));
    expect(added.items.map((item) => item.id)).toEqual(["a", "b"]);
    valueOf(await one.change(id, { kind: "text", item: "a", was: "a", text: "autrement" }));
    expect(await other.change(id, { kind: "text", item: "a", was: "a", text: "encore autrement" })).toMatchObject({ ok: false, failure: { code: "item-beside" } });
    expect(valueOf(one.get(id)).items).toMatchObject([{ text: "autrement" }, { text: "b" }]);
    expect(valueOf(other.compare(id)).differences).toMatchObject([{ item: "a", mine: { text: "autrement" }, theirs: { text: "encore autrement" } }]);
    // One copy waits: the next is the window's to keep.
    expect(await other.change(id, { kind: "text", item: "a", was: "a", text: "une fois de plus" })).toMatchObject({ ok: false, failure: { code: "item-changed" } });
    expect(valueOf(other.compare(id)).differences).toMatchObject([{ theirs: { text: "encore autrement" } }]);
  });

  test("a purpose that another window changed meanwhile is compared, not replaced", async () => {
    const one = await openDossiers(folder.at("both"), []);
    const { id } = valueOf(await one.make("Soir"));
    const other = await openDossiers(folder.at("both"), []);
    valueOf(await one.change(id, { kind: "head", purpose: "Accueillir", was: { purpose: "" } }));
    expect(await other.change(id, { kind: "head", purpose: "Se présenter", was: { purpose: "" } })).toMatchObject({ ok: false, failure: { code: "item-beside" } });
    expect(valueOf(other.compare(id))).toMatchObject({ mine: { purpose: "Accueillir" }, theirs: { purpose: "Se présenter" }, head: [{ name: "purpose", mine: "Accueillir", theirs: "Se présenter", likely: "both" }] });
    expect(valueOf(await other.merge(id, { head: { purpose: "theirs" }, items: {} })).purpose).toBe("Se présenter");
  });

  test("group size, duration and minutes set in two windows at once are compared field by field, all in the copy that waits", async () => {
    const one = await openDossiers(folder.at("both"), []);
    const { id } = valueOf(await one.make("Soir"));
    valueOf(await one.change(id, { kind: "add", items: [text("a", "a")], after: null }));
    const other = await openDossiers(folder.at("both"), []);
    valueOf(await one.change(id, { kind: "head", groupSize: 8, was: { groupSize: null } }));
    // The same number is no quarrel, nor is a field that nobody else changed.
    expect((await other.change(id, { kind: "head", groupSize: 8, was: { groupSize: null } })).ok).toBe(true);
    valueOf(await one.change(id, { kind: "head", minutes: 60, was: { minutes: null } }));
    valueOf(await one.change(id, { kind: "minutes", item: "a", minutes: 5, was: null }));
    const refused = { ok: false, failure: { code: "item-beside", title: "Soir" } };
    expect(await other.change(id, { kind: "head", groupSize: 12, was: { groupSize: null } })).toMatchObject(refused);
    expect(await other.change(id, { kind: "head", minutes: 90, was: { minutes: null } })).toMatchObject(refused);
    expect(await other.change(id, { kind: "minutes", item: "a", minutes: 10, was: null })).toMatchObject(refused);
    // What waits is not written over either.
    expect(await one.change(id, { kind: "head", groupSize: 20, was: { groupSize: null } })).toMatchObject({ failure: { code: "item-changed" } });
    const { head, differences } = valueOf(other.compare(id));
    expect(head).toEqual([
      { name: "groupSize", mine: 8, theirs: 12, likely: "mine", mayBeBoth: false },
      { name: "minutes", mine: 60, theirs: 90, likely: "mine", mayBeBoth: false },
    ]);
    expect(differences).toMatchObject([{ item: "a", mine: { minutes: 5 }, theirs: { minutes: 10 } }]);
    expect(valueOf(await other.merge(id, { head: { groupSize: "theirs" }, items: { a: "theirs" } }))).toMatchObject({ groupSize: 12, minutes: 60, items: [{ minutes: 10 }] });
  });

  test("what another process writes and removes is seen, and told once", async () => {
    const [one, other] = [await openDossiers(folder.at("both"), []), await openDossiers(folder.at("both"), [])];
    const { id } = valueOf(await one.make("Soir"));
    await other.refresh();
    expect(other.all()).toMatchObject([{ id, title: "Soir" }]);
    const told = new Promise<void>((resolve) => other.watch(resolve));
    valueOf(await one.change(id, { kind: "head", title: "Matin" }));
    await told;
    expect(other.all()).toMatchObject([{ title: "Matin" }]);
    valueOf(await one.remove(id));
    expect(await other.change(id, { kind: "archive", isArchived: true })).toMatchObject({ ok: false, failure: { code: "item-removed" } });
    await other.refresh();
    expect(other.all()).toEqual([]);
    expect(other.get(id)).toMatchObject({ ok: false, failure: { code: "item-removed", title: "Matin" } });
  });

  test("both of two processes that write at once, many times, are kept", async () => {
    const [one, other] = [await openDossiers(folder.at("both"), []), await openDossiers(folder.at("both"), [])];
    const { id } = valueOf(await one.make("Soir"));
    await other.refresh();
    const adding = [one, other].flatMap((shelf, which) => Array.from({ length: 10 }, (_, number) => shelf.change(id, { kind: "add", items: [text(`${which}-${number}`, "mots")], after: "end" })));
    expect((await Promise.all(adding)).filter(({ ok }) => !ok)).toEqual([]);
    expect(valueOf((await openDossiers(folder.at("both"), [])).get(id)).items).toHaveLength(20);
  });

  test("a removed dossier waits in the bin with what was still being written, and comes back whole", async () => {
    const shelf = await openDossiers(folder.at("both"), []);
    const { id } = valueOf(await shelf.make("Soir"));
    valueOf(await shelf.change(id, { kind: "add", items: [text("a", "a")], after: null }));
    valueOf(await shelf.remove(id));
    expect(await shelf.change(id, { kind: "text", item: "a", was: "a", text: "encore" })).toMatchObject({ ok: false, failure: { code: "item-removed", title: "Soir" } });
    expect(await shelf.change(id, { kind: "remove", items: ["a"] })).toMatchObject({ ok: false, failure: { code: "item-removed" } });
    const again = await openDossiers(folder.at("both"), []);
    expect(again.bin()).toMatchObject([{ id, title: "Soir", items: 1 }]);
    expect(valueOf(await again.restore(id))).toBe(id);
    expect(valueOf(again.get(id)).items).toMatchObject([{ text: "encore" }]);
    expect(again.bin()).toEqual([]);
  });

  test("a dossier that came anew after its removal takes nothing away from the one in the bin, nor the other way round", async () => {
    const shelf = await openDossiers(folder.at("both"), []);
    const made = valueOf(await shelf.make("Soir"));
    valueOf(await shelf.change(made.id, { kind: "head", title: "Soir d’ici" }));
    valueOf(await shelf.remove(made.id));
    expect(valueOf(await shelf.receive(made))).toBe("added");
    const id = valueOf(await shelf.restore(made.id));
    expect(id).not.toBe(made.id);
    expect(shelf.all().map(({ title }) => title).toSorted()).toEqual(["Soir", "Soir d’ici"]);
    valueOf(await shelf.remove(id));
    expect(valueOf(await shelf.restore(id))).toBe(id);
    valueOf(await shelf.remove(made.id));
    valueOf(await shelf.receive({ ...made, title: "Encore un" }));
    valueOf(await shelf.remove(made.id));
    expect(shelf.bin().map(({ title }) => title).toSorted()).toEqual(["Encore un", "Soir"]);
    valueOf(await shelf.emptyBin());
    expect(shelf.bin()).toEqual([]);
  });

  test("titles, purposes and own texts are found, as they are now, and told apart as dossiers", async () => {
    const id = await makeDossier();
    valueOf(await shelfOf(here).change(id, { kind: "head", purpose: "Comprendre le bricolage" }));
    valueOf(await shelfOf(here).change(id, { kind: "add", items: [text("q", "Qui tient la perceuse ?")], after: "end" }));
    const found = (words: string) => here.archive.search({ text: words, limit: 10 });
    expect(here.found("perceuse")).toEqual([`${id}#q`]);
    expect(here.found("bricolages type:dossiers")).toEqual([`${id}#`]);
    expect(found("atelier type:dossier ").groups).toMatchObject([{ document: { kind: "dossier", id, title: "Atelier : le soir" } }]);
    expect(found("perceuse ").facets.kinds).toEqual([{ value: "dossier", title: "dossier", passages: 1 }]);
    expect(here.found("soupe type:dossier")).toEqual([]);
    valueOf(await shelfOf(here).change(id, { kind: "text", item: "q", was: "Qui tient la perceuse ?", text: "Qui tient la scie ?" }));
    expect([here.found("perceuse"), here.found("scie")]).toEqual([[], [`${id}#q`]]);
    valueOf(await shelfOf(here).remove(id));
    expect(here.found("scie")).toEqual([]);
  });

  test("a pack brings a dossier with the letters it quotes, again changes nothing, and another state waits", async () => {
    const id = await makeDossier();
    const bytes = await packOf(id);
    expect((await receive(bytes)).map(({ status, title }) => [status, title])).toEqual([["added", expect.any(String)], ["added", "Atelier : le soir"]]);
    expect(valueOf(shelfOf(there).get(id)).items).toEqual(valueOf(shelfOf(here).get(id)).items);
    expect(there.archive.overview().documents).toHaveLength(1);
    expect((await receive(bytes)).map(({ status }) => status)).toEqual(["unchanged", "unchanged"]);
    valueOf(await shelfOf(here).change(id, { kind: "add", items: [text("q", "Et vous ?")], after: "end" }));
    expect((await receive(await packOf(id))).at(-1)).toMatchObject({ status: "unchanged", notes: [{ code: "dossier-waits" }] });
    expect(shelfOf(there).all()).toMatchObject([{ id, isReceived: true, items: 1 }]);
    expect(valueOf(await shelfOf(there).merge(id, { items: {} })).items).toHaveLength(2);
    expect(shelfOf(there).all()).toMatchObject([{ isReceived: false }]);
  });

  test("a pack that is cut short brings nothing, wherever it is cut", async () => {
    const bytes = await packOf(await makeDossier());
    for (const part of [0.2, 0.5, 0.9, 0.999]) {
      const [item, ...others] = await receive(bytes.subarray(0, Math.floor(bytes.length * part)));
      expect(item).toMatchObject({ status: "failed" });
      expect(others).toEqual([]);
    }
    expect(shelfOf(there).all()).toEqual([]);
  });

  test("the words stay when the letter is gone", async () => {
    const id = await makeDossier();
    const [document] = here.archive.overview().documents;
    valueOf(await libraryOf(here).remove(document?.id ?? ""));
    const markdown = Buffer.from(valueOf(await here.archive.dossierFile(valueOf(shelfOf(here).get(id)), { form: "markdown" }, saying))).toString();
    expect(markdown).toContain(document?.title);
    expect(markdown).toMatch(/^# Atelier\u00a0: le soir\n/);
    expect(valueOf(await here.archive.inspectPack(await packOf(id)))).toMatchObject({ documents: [], dossiers: [{ id }] });
  });
});
