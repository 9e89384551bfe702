/** What a person does without a mouse, on AZERTY: reading one's way, keeping what was read, preparing a workshop; and, on BÉPO, what depends on characters. */
import { readdirSync, readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { azertyOf, bepoOf } from "./azerty.ts";
import { chooseInDialog, expect, saveInDialog, test } from "./importing.ts";

const heading = (window: Page, name: string | RegExp) => window.getByRole("heading", { name }).and(window.locator("h1, h2"));
const sheetTitle = (window: Page) => window.locator(".sheet h1").first();
const tabs = (window: Page) => window.getByRole("navigation", { name: "Onglets" }).locator(".tab");
const dialog = (window: Page, name: string) => window.getByRole("dialog", { name });

const isFocused = (control: Locator): Promise<boolean> => control.evaluate((element) => element === document.activeElement);

/** By Tab, as often as it takes. */
async function reach(window: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await control.waitFor();
  for (let steps = 0; steps < 150 && !(await isFocused(control)); steps++) await window.keyboard.press(key);
  await expect(control).toBeFocused();
}

async function act(window: Page, control: Locator): Promise<void> {
  await reach(window, control);
  await window.keyboard.press("Enter");
}

/** Among radios, by Tab to the one that is chosen and arrows from there. */
async function choose(window: Page, label: string | RegExp, name: string): Promise<void> {
  const group = window.getByRole("radiogroup", { name: label });
  await reach(window, group.getByRole("radio", { checked: true }));
  const wanted = group.getByRole("radio", { name, exact: true });
  for (let steps = 0; steps < 8 && !(await wanted.isChecked()); steps++) await window.keyboard.press("ArrowRight");
  await expect(wanted).toBeChecked();
}

test("on AZERTY, a person finds their way: shelf, rows, history, tabs, links, sizes, comfort, language, export", async ({ app, folder }) => {
  test.setTimeout(240_000);
  const { window, electron } = app;
  const azerty = await azertyOf(window);
  const clipboard = () => electron.evaluate(({ clipboard: board }) => board.readText());
  const command = async (name: string): Promise<void> => {
    await azerty.press("k", { ctrl: true });
    await azerty.type(name);
    await expect(window.getByRole("dialog").getByRole("option").first()).toContainText(new RegExp(name, "i"));
    await window.keyboard.press("Enter");
  };

  /** In a menu, by arrows. */
  const item = async (name: string): Promise<void> => {
    const wanted = window.getByRole("menuitem", { name });
    await wanted.waitFor();
    for (let steps = 0; steps < 30 && !(await isFocused(wanted)); steps++) await window.keyboard.press("ArrowDown");
    await expect(wanted).toBeFocused();
    await window.keyboard.press("Enter");
  };

  await test.step("the shelf by rubric, collection and year", async () => {
    for (const name of ["Rubrique", "Collection", "Année"]) {
      const pill = window.locator(".shelf-choices").getByRole("button", { name });
      await act(window, pill);
      await expect(pill).toHaveAttribute("aria-pressed", "true");
      await expect(pill).toBeFocused();
    }
  });

  await test.step("a year read in a row, and the way back and forth", async () => {
    await act(window, window.locator("section.list .row").nth(1));
    await expect(sheetTitle(window)).toBeFocused();
    const first = (await sheetTitle(window).textContent()) ?? "";
    await window.keyboard.press("Alt+ArrowUp");
    await expect(sheetTitle(window)).not.toHaveText(first);
    await window.keyboard.press("Alt+ArrowDown");
    await expect(sheetTitle(window)).toHaveText(first);
    await act(window, window.getByRole("button", { name: /^Lire à la suite : / }));
    await window.getByRole("menuitem", { name: "Lettre précédente" }).waitFor();
    await window.keyboard.press("Home");
    await window.keyboard.press("Enter");
    await expect(sheetTitle(window)).not.toHaveText(first);
    await window.keyboard.press("Alt+ArrowLeft");
    await expect(sheetTitle(window)).toHaveText(first);
    await window.keyboard.press("Alt+ArrowRight");
    await expect(sheetTitle(window)).not.toHaveText(first);
  });

  await test.step("tabs: another one, put before, closed, opened again; and reading goes on where it was", async () => {
    await command("octobre 2022");
    await expect(heading(window, "Lettre d’informations")).toBeFocused();
    await azerty.press("j");
    await azerty.press("j");
    await expect(heading(window, "Une lecture")).toBeFocused();
    await expect(window.locator("section.list").getByText(/^en cours, \d+/).first()).toBeAttached();
    await azerty.press("t", { ctrl: true });
    await expect(tabs(window)).toHaveCount(2);
    await expect(window.getByRole("combobox", { name: /Chercher/ })).toBeFocused();
    await act(window, window.getByRole("region", { name: "Reprendre la lecture" }).getByRole("button").first());
    await expect(sheetTitle(window)).toHaveText("Lettre d’informations");
    await window.keyboard.press("Control+Shift+PageUp");
    await expect(tabs(window).first().locator("[aria-current]")).toBeVisible();
    await azerty.press("w", { ctrl: true });
    // One alone is not shown as a tab.
    await expect(tabs(window)).toHaveCount(0);
    await azerty.press("t", { ctrl: true, shift: true });
    await expect(tabs(window)).toHaveCount(2);
    await window.keyboard.press("Control+PageDown");
    await azerty.press("w", { ctrl: true });
    await expect(tabs(window)).toHaveCount(0);
  });

  await test.step("links to a letter, a section, a paragraph, a page, a search", async () => {
    await command("octobre 2022");
    await expect(heading(window, "Lettre d’informations")).toBeFocused();
    await act(window, window.getByRole("button", { name: "Copier le lien vers cette lettre" }));
    await expect.poll(clipboard).toContain("relire://letter/la-derivation/2022-10?");
    for (let steps = 0; steps < 3 && !(await isFocused(heading(window, "Un compte-rendu"))); steps++) await azerty.press("j");
    await expect(heading(window, "Un compte-rendu")).toBeFocused();
    await window.keyboard.press("Shift+F10");
    await item("Copier le lien vers cette section");
    await expect.poll(clipboard).toMatch(/2022-10\?.*s=/);
    await azerty.press("h", { ctrl: true, shift: true });
    await window.getByRole("toolbar", { name: "Surligner et citer" }).waitFor();
    await window.keyboard.press("Shift+F10");
    await item("Copier le lien vers ce paragraphe");
    await expect.poll(clipboard).toMatch(/2022-10\?.*q=/);
    await azerty.press("/");
    await azerty.type("soupe");
    await act(window, window.getByRole("button", { name: "Copier le lien de cette recherche" }));
    await expect.poll(clipboard).toContain("soupe");
    await command("mutualisons");
    await expect(window.getByRole("region", { name: "Pages du rapport" })).toBeFocused();
    // What can be done with the pages stands before them.
    await reach(window, window.getByRole("button", { name: "Affichage et actions" }), "Shift+Tab");
    await window.keyboard.press("Enter");
    await item("Copier le lien vers cette page");
    await expect.poll(clipboard).toMatch(/relire:\/\/report\/.*\?page=/);
  });

  await test.step("the window's size, by every key that gives it", async () => {
    const level = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() ?? 0);
    await command("octobre 2022");
    await expect(heading(window, "Lettre d’informations")).toBeFocused();
    await azerty.press("+", { ctrl: true });
    await azerty.press("=", { ctrl: true });
    await expect.poll(level).toBe(1);
    await azerty.press("-", { ctrl: true });
    await azerty.press("_", { ctrl: true });
    await expect.poll(level).toBe(0);
  });

  await test.step("comfort: colours, inclusive forms in full; read aloud where there is a voice", async () => {
    await act(window, window.getByRole("button", { name: "Confort de lecture" }));
    await choose(window, "Couleurs", "Sépia");
    await expect(window.locator("html")).toHaveAttribute("data-theme", "sepia");
    const inclusive = window.getByRole("checkbox", { name: /Écrire en entier les formes inclusives/ });
    await reach(window, inclusive);
    await azerty.press(" ");
    await expect(inclusive).toBeChecked();
    await window.keyboard.press("Escape");
    await expect(window.getByRole("button", { name: "Confort de lecture" })).toBeFocused();
    const hasVoice = await window.evaluate(() => speechSynthesis.getVoices().some(({ lang, localService }) => localService && /^fr/i.test(lang)));
    await expect(window.getByRole("button", { name: "Écouter" })).toHaveCount(hasVoice ? 1 : 0);
  });

  await test.step("the language, there and back", async () => {
    await azerty.press(",", { ctrl: true });
    // The group takes its other name at once.
    await choose(window, /^Lang/, "English");
    await expect(window.locator("html")).toHaveAttribute("lang", "en");
    await choose(window, /^Lang/, "Français");
    await expect(window.locator("html")).toHaveAttribute("lang", "fr");
    await window.keyboard.press("Escape");
  });

  await test.step("a letter saved as a book", async () => {
    await saveInDialog(app, folder.at("lettre.epub"));
    await azerty.press("p", { ctrl: true });
    await choose(window, "Format", "EPUB, pour liseuse");
    await act(window, window.getByRole("button", { name: "Enregistrer…" }));
    await expect(window.getByText("Fichier enregistré.").first()).toBeVisible();
    expect(readFileSync(folder.at("lettre.epub")).subarray(30, 38).toString()).toBe("mimetype");
  });
});

test("on AZERTY, a person marks, writes, gathers, and prepares a workshop", async ({ app, folder }) => {
  test.setTimeout(240_000);
  const { window, electron } = app;
  const azerty = await azertyOf(window);
  const items = window.getByRole("grid", { name: "Déroulé" }).getByRole("row");
  const command = async (name: string): Promise<void> => {
    await azerty.press("k", { ctrl: true });
    await azerty.type(name);
    await expect(window.getByRole("dialog").getByRole("option").first()).toContainText(new RegExp(name, "i"));
    await window.keyboard.press("Enter");
  };
  await command("octobre 2022");
  await expect(heading(window, "Lettre d’informations")).toBeFocused();

  await test.step("words marked, and a note written about them", async () => {
    // The letter's notes come a little after its text.
    await expect(async () => {
      await azerty.press("h", { ctrl: true, shift: true });
      await expect(window.getByRole("toolbar", { name: "Surligner et citer" })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await window.keyboard.press("ArrowDown");
    await window.keyboard.press("Shift+ArrowLeft");
    await window.keyboard.press("Enter");
    const sign = window.locator(".note-sign");
    await expect(sign).toBeFocused();
    await window.keyboard.press("Enter");
    await reach(window, dialog(window, "Note").getByRole("textbox", { name: "Note" }));
    await azerty.type("qui aide qui ?");
    await reach(window, dialog(window, "Note").getByRole("textbox", { name: "Étiquettes" }));
    await azerty.type("cercle, soupe");
    await expect(dialog(window, "Note").getByText("Enregistrée")).toBeVisible();
    await act(window, dialog(window, "Note").getByRole("button", { name: "Fermer" }));
    await expect(sign).toBeFocused();
  });

  await test.step("notes: listed, filtered by tag, opened", async () => {
    await command("notes");
    await expect(window.getByRole("heading", { name: "Notes", level: 1 })).toBeVisible();
    await reach(window, window.getByRole("combobox", { name: "Étiquette" }));
    await window.keyboard.press("ArrowDown");
    await expect(window.getByRole("combobox", { name: "Étiquette" })).toHaveValue("cercle");
    await act(window, window.locator(".note-row .row"));
    await expect(window.locator(".sheet").getByRole("heading").and(window.locator(":focus"))).toBeVisible();
  });

  await test.step("passages gathered", async () => {
    await azerty.press("d");
    const question = dialog(window, "Dans quel dossier ?");
    await expect(question.getByRole("textbox", { name: "Nouveau dossier" })).toBeFocused();
    await azerty.type("atelier");
    await window.keyboard.press("Enter");
    await expect(window.getByText("Ajouté à « atelier ».".replaceAll(/(?<=«) | (?=»)/g, "\u202F")).or(window.getByText("Ajouté à « atelier ».")).first()).toBeVisible();
    // What stands before the first section is gathered as well.
    await command("octobre 2022");
    await expect(heading(window, "Lettre d’informations")).toBeFocused();
    await azerty.press("d");
    await expect(window.getByText(/^Ajouté à/)).toHaveCount(2);
    await command("dossiers");
    await act(window, window.locator("section.list").getByRole("button", { name: /^atelier/ }));
    await expect(items).toHaveCount(2);
    await expect(window.locator(":focus")).toHaveCount(1);
  });

  await test.step("put in order, completed, one taken out and brought back", async () => {
    const [first = "", second = ""] = await items.locator(".title").allTextContents();
    await reach(window, items.first());
    await window.keyboard.press("Alt+ArrowDown");
    await expect(items.locator(".title")).toHaveText([second, first]);
    await act(window, window.locator(".dossier-add").getByRole("button", { name: "Question" }));
    await expect(items.nth(2).getByRole("textbox")).toBeFocused();
    await azerty.type("et nous ?");
    await act(window, items.nth(2).getByRole("button", { name: /^Retirer/ }));
    await expect(items).toHaveCount(2);
    await expect.poll(() => window.evaluate(() => document.activeElement !== document.body)).toBe(true);
    const undo = window.locator(".notice").filter({ hasText: "retiré du dossier" }).getByRole("button", { name: "Annuler" });
    for (let steps = 0; steps < 6 && !(await window.locator(".notices").evaluate((region) => region.contains(document.activeElement))); steps++) await window.keyboard.press("F6");
    await act(window, undo);
    await expect(items).toHaveCount(3);
  });

  await test.step("handed out, and put on a key", async () => {
    const handout = window.getByRole("button", { name: "Imprimer, distribuer" });
    await act(window, handout);
    await choose(window, "Format", "Livret A5");
    const sheets = dialog(window, "Feuilles à distribuer");
    await saveInDialog(app, folder.at("livret.pdf"));
    await act(window, sheets.getByRole("button", { name: "Enregistrer en PDF" }));
    await expect(sheets.getByText("Fichier enregistré.")).toBeVisible();
    folder.put("cle/vide.txt", "");
    await chooseInDialog(app, [folder.at("cle")]);
    await act(window, sheets.getByRole("button", { name: "Mettre sur une clé USB…" }));
    await expect(sheets.getByText(/Vous pouvez retirer la clé/)).toBeVisible({ timeout: 60_000 });
    expect(readdirSync(folder.at("cle")).length).toBe(2);
    await act(window, sheets.getByRole("button", { name: "Fermer" }));
    await expect(handout).toBeFocused();
  });

  await test.step("projected, with a clicker's keys and the keyboard's", async () => {
    const opened = electron.waitForEvent("window");
    await window.keyboard.press("F5");
    const wall = await opened;
    const desk = dialog(window, "Projection");
    await expect(desk).toContainText("Partie 1 sur");
    await wall.locator(".wall").waitFor();
    await window.keyboard.press("Shift+PageDown");
    await expect(desk).toContainText("Partie 2 sur");
    await azerty.press(".");
    await expect(wall.getByRole("img", { name: "Écran noir" })).toBeVisible();
    await azerty.press("w");
    await expect(wall.getByRole("img", { name: "Écran blanc" })).toBeVisible();
    await azerty.press("n");
    await expect(wall.getByRole("img", { name: "Écran blanc" })).toHaveCount(0);
    // Escape only lifts a veil as long as the desk knows of one.
    await expect(desk.locator(".veil")).toHaveCount(0);
    await Promise.all([wall.waitForEvent("close"), window.keyboard.press("Escape")]);
    await expect(desk).toHaveCount(0);
    await expect.poll(() => window.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

test("on BÉPO, what depends on characters: searching, shortcuts, sizes, pages, words with signs", async ({ app: { window, electron } }) => {
  const bepo = await bepoOf(window);
  const level = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() ?? 0);
  await bepo.press("?");
  await expect(dialog(window, "Raccourcis clavier")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(dialog(window, "Raccourcis clavier")).toBeHidden();
  for (const [key, to] of [["+", 0.5], ["=", 1], ["-", 0.5], ["0", 0]] as const) {
    await bepo.press(key, { ctrl: true });
    await expect.poll(level).toBe(to);
  }
  await bepo.press("/");
  await expect(window.getByRole("combobox", { name: /Chercher/ })).toBeFocused();
  await bepo.type('"geek de service" -[xyz] (k/j)?');
  await expect(window.getByRole("combobox", { name: /Chercher/ })).toHaveValue('"geek de service" -[xyz] (k/j)?');
  await bepo.press("k", { ctrl: true });
  await bepo.type("mutualisons");
  await expect(window.getByRole("dialog").getByRole("option").first()).toContainText(/mutualisons/i);
  await window.keyboard.press("Enter");
  await expect(window.getByRole("region", { name: "Pages du rapport" })).toBeFocused();
  const field = window.getByRole("textbox", { name: "Aller à la page" });
  await bepo.press("g");
  await expect(field).toBeFocused();
  await bepo.type("17");
  await window.keyboard.press("Enter");
  await expect(field).toHaveValue("17");
  await bepo.press(",", { ctrl: true });
  await expect(dialog(window, "Réglages")).toBeVisible();
});
