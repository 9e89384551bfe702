/** A dossier over time: removed and had back, searched, put in order by mouse, its letters gone and come again, written by two programs at once. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { ImportJson } from "../../archive/cliJson.ts";
import type { DossierItem } from "../../archive/dossier.ts";
import { openDossiers } from "../../archive/library/dossiers.ts";
import { itemsLockFile } from "../../archive/store/layout.ts";
import { takeLock } from "../../archive/store/lock.ts";
import { letterText } from "../fixtures/library.ts";
import { runCli } from "../fixtures/runCli.ts";
import { dossierFile, drag, items, list, makeDossier, openDossier, sheet, texts } from "./dossierSteps.ts";
import { given as give, saveInDialog, test as base } from "./importing.ts";
import { type App, expect } from "./launch.ts";
import { removeFolder } from "./removeFolder.ts";
import { violationsIn } from "./violations.ts";

const test = base.extend<{ library: string }>({
  /** Of several programs. */
  library: async ({ afterApps }, provide) => {
    const path = await mkdtemp(join(tmpdir(), "relire-shared-"));
    afterApps(() => removeFolder(path));
    await provide(path);
  },
});

const purpose = (window: Page): Locator => window.getByRole("textbox", { name: "Intention" });

async function choose(window: Page, action: string): Promise<void> {
  await window.getByRole("button", { name: "Ce dossier" }).click();
  await window.getByRole("menuitem", { name: action }).click();
}

async function gather(window: Page, query: string, dossier: string): Promise<void> {
  await window.getByRole("combobox").fill(query);
  await window.getByRole("option", { name: query }).click();
  await expect(window.locator(".sheet h2:focus")).toBeVisible();
  await window.keyboard.press("d");
  const question = window.getByRole("dialog", { name: "Dans quel dossier ?" });
  await question.getByRole("button", { name: dossier }).click();
  await expect(window.getByText(`Ajouté à « ${dossier} ».`).first()).toBeVisible();
}

test("a removed dossier comes back by the notice, and from the bin in another window's time", async ({ app }) => {
  const { window } = app;
  await makeDossier(window, "Soir", ["Par deux"]);
  await choose(window, "Mettre à la corbeille");
  await expect(list(window).getByRole("button", { name: "Soir" })).toHaveCount(0);
  await window.getByRole("button", { name: "Annuler" }).click();
  await openDossier(window, "Soir");
  await expect(items(window)).toHaveCount(1);
  await window.keyboard.press("Control+t");
  await openDossier(window, "Soir");
  await choose(window, "Mettre à la corbeille");
  await window.keyboard.press("Control+PageUp");
  await expect(sheet(window).getByRole("alert")).toContainText("« Soir » est dans la corbeille");
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Imports" }).click();
  await list(window).getByRole("button", { name: "Corbeille" }).click();
  const bin = window.getByRole("article").filter({ has: window.getByRole("heading", { name: "Corbeille" }) });
  await expect(bin.getByRole("listitem")).toContainText("Dossier · 1 élément");
  await bin.getByRole("button", { name: "Restaurer « Soir »" }).click();
  await expect(bin.getByText("« Soir » est de retour dans la bibliothèque.")).toBeVisible();
  await openDossier(window, "Soir");
  await expect(items(window).first().getByRole("textbox", { name: "Consigne" })).toHaveValue("Par deux");
});

test("own texts, purposes and titles are found; a hit opens the dossier at the text, and Ctrl+F walks through it", async ({ launch, library }) => {
  const texts = Array.from({ length: 12 }, (_, at) => (at === 10 ? "Essayez la visseuse, puis une autre visseuse" : `Étape ${at + 1}`));
  const given = texts.map((text, at): DossierItem => ({ id: `i${at}`, given: [], kind: "text", role: "instruction", text, minutes: null }));
  const shelf = await openDossiers(library, []);
  const made = await shelf.make("Soirée perceuse");
  const id = made.ok ? made.value.id : "";
  await shelf.change(id, { kind: "head", purpose: "Apprivoiser la visseuse" });
  await shelf.change(id, { kind: "add", items: given, after: null });
  const { window } = await launch({ library });
  await window.getByRole("combobox").fill("type:dossier visseuse");
  await expect(window.getByRole("option")).toHaveCount(2);
  await expect(window.getByRole("listbox", { name: "Résultats" }).getByRole("group")).toContainText("Soirée perceuse");
  await window.getByRole("option", { name: /Votre texte/ }).click();
  const row = items(window).nth(10);
  await expect(row).toBeInViewport();
  await expect(row).toBeFocused();
  await expect.poll(() => window.evaluate(() => CSS.highlights.get("found")?.size)).toBe(3);
  await window.keyboard.press("Control+f");
  const find = window.getByRole("search", { name: "Chercher dans ce dossier" });
  await find.getByRole("searchbox").fill("etap");
  await expect(find).toContainText("11 occurrences");
  await window.keyboard.press("Enter");
  await expect(find).toContainText(/\d+ sur 11/);
  await window.keyboard.press("Enter");
  await expect.poll(() => window.evaluate(() => CSS.highlights.get("come-to")?.size)).toBe(1);
  await window.keyboard.press("Escape");
  await expect(find).toBeHidden();
});

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in the dossiers' views, ${language}`, async ({ launch, library }) => {
    const shelf = await openDossiers(library, []);
    const made = await shelf.make("Soirée perceuse");
    const id = made.ok ? made.value.id : "";
    const origin = { passage: "la-derivation/2019-01#soupe", collection: "La Dérivation", document: "Lettre", date: "2019-01", page: null, language: "fr" as const };
    const given: DossierItem[] = [
      { id: "question", given: [], kind: "text", role: "question", text: "Qui tient la perceuse ?", minutes: 10 },
      { id: "passage", given: [], kind: "passage", title: "La soupe", text: "Une perceuse dans la soupe.", isWhole: false, origin, highlight: null },
    ];
    await shelf.change(id, { kind: "add", items: given, after: null });
    await shelf.change(id, { kind: "head", purpose: "Apprivoiser", was: { purpose: "" } });
    await shelf.change(id, { kind: "head", purpose: "Autrement", was: { purpose: "" } });
    const { window } = await launch({ language, library });
    await window.emulateMedia({ reducedMotion: "reduce" });
    const check = async (name: string): Promise<void> => expect(await violationsIn(window, name)).toEqual([]);
    await window.getByRole("combobox").fill("type:dossier perceuse");
    await window.getByRole("option").last().click();
    await expect(window.locator(".dossier-item")).toHaveCount(2);
    await window.keyboard.press("Control+f");
    await window.getByRole("searchbox").fill("perceuse");
    await check("a dossier, searched");
    await window.keyboard.press("Escape");
    await window.locator(".received").getByRole("button").click();
    await window.locator(".differences").waitFor();
    await check("two versions");
    await window.keyboard.press("Escape");
    await shelf.remove(id);
    await window.locator(".dossier-removed").waitFor();
    await check("a removed dossier");
    await window.getByRole("navigation").first().getByRole("button", { name: "Imports" }).click();
    await window.locator(".list").getByRole("button", { name: /Corbeille|Bin/ }).click();
    await window.locator(".bin .item").waitFor();
    await check("the bin");
  });
}

test("an item is put elsewhere with the mouse, upwards, downwards and to the end", async ({ app }) => {
  const { window } = app;
  await makeDossier(window, "Soir", ["un", "deux", "trois", "quatre"]);
  const grip = (text: string): Locator => window.getByRole("button", { name: `Déplacer ${text}`, exact: true });
  await drag(window, grip("quatre"), items(window).nth(0), 0.25);
  await expect.poll(() => texts(window)).toEqual(["quatre", "un", "deux", "trois"]);
  await drag(window, grip("un"), items(window).nth(2), 0.75);
  await expect.poll(() => texts(window)).toEqual(["quatre", "deux", "un", "trois"]);
  await drag(window, grip("quatre"), items(window).nth(3), 0.75);
  await expect.poll(() => texts(window)).toEqual(["deux", "un", "trois", "quatre"]);
  await items(window).nth(0).getByRole("textbox", { name: "Consigne" }).fill("deux fois");
  await expect(grip("deux fois")).toBeVisible();
});

test("a passage whose letter is not here keeps its words and source, and leads to the letter as soon as it comes, from whatever program", async ({ launch, library, folder }) => {
  const app = await launch({ library });
  const { window } = app;
  folder.put("lettre.md", letterText({ title: "Lettre de mai", body: "## La soupe de mai\n\nUne soupe de topinambours.\n" }));
  const cli = (...words: string[]) => runCli([...words, "--library", library]);
  await makeDossier(window, "Soir", []);
  const imported = JSON.parse(cli("import", folder.at("lettre.md"), "--collection", "la-derivation", "--json").out) as ImportJson;
  const letter = imported.items[0]?.document ?? "";
  await gather(window, "topinambours", "Soir");
  await openDossier(window, "Soir");
  const card = items(window).first();
  await expect(card.getByRole("button", { name: "Ouvrir le passage" })).toBeVisible();
  expect(cli("remove", letter).code).toBe(0);
  await expect(card.getByText("absent ici")).toBeVisible();
  await expect(card).toContainText("Une soupe de topinambours.");
  await expect(card).toContainText(/La Dérivation, «\sLettre de mai\s», mai 2023/);
  await expect(card.getByRole("button", { name: "Ouvrir le passage" })).toHaveCount(0);
  await saveInDialog(app, folder.at("soir.relire"));
  await window.getByRole("button", { name: "Enregistrer en paquet (.relire)" }).click();
  await expect(window.getByText("Fichier enregistré.")).toBeVisible();
  expect(cli("restore", letter).code).toBe(0);
  await card.getByRole("button", { name: "Ouvrir le passage" }).click();
  await expect(window.getByRole("heading", { name: "La soupe de mai" })).toBeVisible();

  const other = await launch({ library: folder.at("autre") });
  await give(other, folder.at("soir.relire"));
  await other.window.getByRole("dialog", { name: /Importer ce paquet/ }).getByRole("button", { name: "Importer" }).click();
  await expect(other.window.getByText("ajouté").first()).toBeVisible();
  await openDossier(other.window, "Soir");
  const missing = items(other.window).first();
  await expect(missing.getByText("absent ici")).toBeVisible();
  await expect(missing).toContainText(/La Dérivation, «\sLettre de mai\s», mai 2023/);
  expect(runCli(["import", folder.at("lettre.md"), "--collection", "la-derivation", "--library", folder.at("autre")]).code).toBe(0);
  await missing.getByRole("button", { name: "Ouvrir le passage" }).click();
  await expect(other.window.getByRole("heading", { name: "La soupe de mai" })).toBeVisible();
});

test("two programs on one dossier see one another's changes, and compare what they wrote at once", async ({ launch, library }) => {
  const one = await launch({ library });
  await makeDossier(one.window, "Soir", ["Par deux"]);
  const other = await launch({ library });
  await openDossier(other.window, "Soir");
  const text = (app: App): Locator => items(app.window).first().getByRole("textbox", { name: "Consigne" });
  await text(one).fill("Par trois");
  await expect(text(other)).toHaveValue("Par trois");
  await other.window.getByRole("button", { name: "Question", exact: true }).click();
  await expect(items(one.window)).toHaveCount(2);

  // Words that come while the other's are on their way: held up for as long, so that it is so for sure.
  const lock = await takeLock(join(library, "dossiers"), itemsLockFile);
  await purpose(other.window).fill("Se présenter");
  const file = await dossierFile(library);
  const dossier = JSON.parse(await readFile(file, "utf8")) as { revision: number };
  await writeFile(file, JSON.stringify({ ...dossier, revision: dossier.revision + 1, purpose: "Accueillir" }));
  if (lock.ok) await lock.value.release();
  await expect(purpose(one.window)).toHaveValue("Accueillir");
  for (const { window } of [one, other]) await expect(window.getByText("Une autre version de ce dossier attend d’être comparée.")).toBeVisible();
  await expect(purpose(other.window)).toHaveValue("Accueillir");
  await other.window.getByRole("button", { name: "Comparer les deux" }).click();
  const compare = other.window.getByRole("dialog", { name: "Deux versions de ce dossier" });
  await expect(compare.getByRole("listitem")).toContainText(["AccueillirSe présenterIntention"]);
  await compare.getByText("L’autre", { exact: true }).click();
  await compare.getByRole("button", { name: "Réunir" }).click();
  for (const { window } of [one, other]) await expect(purpose(window)).toHaveValue("Se présenter");

  await choose(one.window, "Mettre à la corbeille");
  await expect(sheet(other.window).getByRole("alert")).toContainText("« Soir » est dans la corbeille");
  await sheet(other.window).getByRole("button", { name: "Restaurer" }).click();
  await expect(items(other.window)).toHaveCount(2);
  await openDossier(one.window, "Soir");
});

test("a group and a duration set by two programs at once stand side by side, and each is chosen", async ({ launch, library }) => {
  const { window } = await launch({ library });
  await makeDossier(window, "Soir", []);
  const group = window.getByRole("spinbutton", { name: "Groupe" });
  const length = window.getByRole("spinbutton", { name: "Durée (min)" });
  // As in the test before: the other program writes while these are on their way.
  const lock = await takeLock(join(library, "dossiers"), itemsLockFile);
  await group.fill("12");
  await length.fill("90");
  await length.blur();
  const file = await dossierFile(library);
  const dossier = JSON.parse(await readFile(file, "utf8")) as { revision: number };
  await writeFile(file, JSON.stringify({ ...dossier, revision: dossier.revision + 1, groupSize: 8, minutes: 60 }));
  if (lock.ok) await lock.value.release();
  await window.getByRole("button", { name: "Comparer les deux" }).click();
  await expect(group).toHaveValue("8");
  await expect(length).toHaveValue("60");
  const compare = window.getByRole("dialog", { name: "Deux versions de ce dossier" });
  await expect(compare.getByRole("listitem")).toContainText([/groupe de\s8\s*groupe de\s12/, /60\smin\s*90\smin/]);
  await compare.getByRole("radiogroup", { name: "Groupe" }).getByText("L’autre", { exact: true }).click();
  await compare.getByRole("button", { name: "Réunir" }).click();
  await expect(group).toHaveValue("12");
  await expect(length).toHaveValue("60");
  await expect(window.getByText("Une autre version de ce dossier attend d’être comparée.")).toBeHidden();
});

test("a note that another program wrote is seen without a new start", async ({ launch, library }) => {
  const { window } = await launch({ library });
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Notes" }).click();
  const at = "2026-01-01T10:00:00.000Z";
  const quote = { exact: "geek de service", prefix: "", suffix: "" };
  const note = { format: 1, id: "ailleurs", revision: 1, target: { document: "la-derivation/2022-10", passage: "la-derivation/2022-10#une-lecture", quote, position: { start: 0, end: 15 } }, colour: "keep", text: "Écrit ailleurs", tags: [], source: { title: "Lettre", heading: "" }, createdAt: at, changedAt: at };
  await mkdir(join(library, "notes"), { recursive: true });
  await writeFile(join(library, "notes/ailleurs.json"), JSON.stringify(note));
  // There was no folder to watch: coming back to the window is when it is looked at.
  await window.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
  await expect(list(window).getByText("Écrit ailleurs")).toBeVisible();
  await writeFile(join(library, "notes/ailleurs.json"), JSON.stringify({ ...note, revision: 2, text: "Changé ailleurs" }));
  await expect(list(window).getByText("Changé ailleurs")).toBeVisible();
});

test("what is typed without a pause is kept meanwhile, and is there whole after the program was killed", async ({ launch, library }) => {
  const app = await launch({ library });
  const { window } = app;
  await makeDossier(window, "Soir", ["Début"]);
  const field = items(window).first().getByRole("textbox", { name: "Consigne" });
  const file = await dossierFile(library);
  const kept = async (): Promise<string> => (JSON.parse(await readFile(file, "utf8")) as { items: { text: string }[] }).items[0]?.text ?? "";
  await field.focus();
  await window.keyboard.press("End");
  let typed = "Début";
  for (let keys = 0; (await kept()) === "Début"; keys += 1) {
    await window.keyboard.type(String(keys % 10));
    typed += String(keys % 10);
  }
  expect(typed.startsWith(await kept())).toBe(true);
  const closed = app.electron.waitForEvent("close");
  app.electron.process().kill("SIGKILL");
  await closed;
  const again = await launch({ library });
  await openDossier(again.window, "Soir");
  const found = await items(again.window).first().getByRole("textbox", { name: "Consigne" }).inputValue();
  expect(typed.startsWith(found) && found.length > "Début".length).toBe(true);
});
