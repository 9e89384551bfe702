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
    expect(await other.change(id, { kind: "add", items: [text("a", "a")], after: null })).toMatchObject({ ok: false, failure: { code: "unknown-item" } });
    const again = await openDossiers(folder.at("both"), []);
    valueOf(await again.change(id, { kind: "add", items: [text("a", "a")], after: null }));
    const added = valueOf(await one.change(id, { kind: "add", items: [text("b", "b")], after: "end" }));
    expect(added.items.map((item) => item.id)).toEqual(["a", "b"]);
    valueOf(await one.change(id, { kind: "text", item: "a", was: "a", text: "autrement" }));
    expect(await again.change(id, { kind: "text", item: "a", was: "a", text: "encore autrement" })).toMatchObject({ ok: false, failure: { code: "item-changed" } });
    expect(valueOf(one.get(id)).items).toMatchObject([{ text: "autrement" }, { text: "b" }]);
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
