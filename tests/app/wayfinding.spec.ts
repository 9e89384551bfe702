/** Finding one's way: where the window stood, what was being read, the rows that letters are read in, the tabs. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { fold } from "../../archive/text/fold.ts";
import type { Command } from "../../electron/contract.ts";
import { type App, expect, test } from "./launch.ts";
import { violationsIn } from "./violations.ts";

const boundsOf = ({ electron }: App) => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test("the window comes back where it was, and onto a screen that is there", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 620 }));
  await expect.poll(() => boundsOf(first)).toEqual({ x: 60, y: 40, width: 900, height: 620 });
  await first.close();
  const second = await launch({ profile });
  await expect.poll(() => boundsOf(second)).toEqual({ x: 60, y: 40, width: 900, height: 620 });
  await second.close();
  const file = join(profile, "window.json");
  const kept = JSON.parse(await readFile(file, "utf8")) as { bounds: object };
  await writeFile(file, JSON.stringify({ ...kept, bounds: { x: 9000, y: 40, width: 900, height: 620 } }));
  const third = await launch({ profile });
  const area = await third.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const left = area.x + Math.floor((area.width - 900) / 2);
  await expect.poll(() => boundsOf(third)).toEqual({ x: left, y: area.y + Math.floor((area.height - 620) / 2), width: 900, height: 620 });
});

/** As the menu does it: its keys do not reach it from Playwright. */
const command = ({ electron }: App, name: Command) => electron.evaluate(({ BrowserWindow }, sent) => BrowserWindow.getAllWindows()[0]?.webContents.send("command", sent), name);
const kept = (profile: string, file: string): Promise<string> => readFile(join(profile, file), "utf8").catch(() => "");
const sheetOf = (window: Page) => window.locator(".sheet-scroller");
const tabsOf = (window: Page) => window.getByRole("navigation", { name: "Onglets" });
const tabNames = (window: Page) => tabsOf(window).locator(".name");
const title = (window: Page, name: RegExp | string) => window.getByRole("heading", { name, level: 1 }).and(window.locator("article *"));
const section = (window: Page, name: string) => window.locator("article").getByRole("heading", { name, level: 2 });

/** Turns the wheel over the letter until a text is in view. */
async function scrollUntil(window: Page, target: Locator): Promise<void> {
  await sheetOf(window).hover();
  await expect(async () => {
    await window.mouse.wheel(0, 300);
    await expect(target).toBeInViewport({ timeout: 300 });
  }).toPass();
}

test("a letter left in the middle is gone on with at the very paragraph, after a restart, and is read at its end", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  await first.window.getByRole("button", { name: /Lettre n° 12/ }).click();
  await expect(title(first.window, /Lettre n° 12/)).toBeFocused();
  const paragraph = first.window.locator("article .section").nth(3).locator(".prose > p").first();
  await scrollUntil(first.window, paragraph);
  await expect(first.window.getByRole("button", { name: /Lettre n° 12.*en cours, \d+ % lus/ })).toBeVisible();
  await expect.poll(() => kept(profile, "reading.json")).toContain('"kind":"started"');
  await first.close();

  const second = await launch({ profile });
  await command(second, "newTab");
  const state = (JSON.parse(await kept(profile, "reading.json")) as { documents: { state: { section: string; paragraph: { start: string } } }[] }).documents[0]?.state;
  await second.window.getByRole("button", { name: /^Lettre n° 12.*% lus$/ }).click();
  const arrived = second.window.locator("[data-arrived]");
  await expect(arrived).toBeInViewport();
  await expect(arrived).toBeFocused();
  expect(fold((await arrived.textContent()) ?? "")).toContain(state?.paragraph.start.split(" ")[0]);
  await expect(second.window.locator(`[data-section="${state?.section}"] [data-arrived]`)).toHaveCount(1);
  await scrollUntil(second.window, second.window.getByRole("navigation", { name: /sur 13/ }).last());
  await expect(second.window.getByRole("button", { name: /^Lettre n° 12.*lue/ })).toBeVisible();
  await expect.poll(() => kept(profile, "reading.json")).toContain('"kind":"read"');
});

test("what a hit led to is no reading yet; a letter is marked by hand, and only the unread are shown", async ({ app: { window } }) => {
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("group", { name: /Lettre d’informations/ }).getByRole("option", { name: /Une analyse/ }).click();
  await expect(section(window, "Une analyse")).toBeInViewport();
  await window.getByRole("combobox").fill("");
  const row = window.locator(".row", { hasText: "Lettre d’informations" });
  await expect(row).toBeVisible();
  await expect(row.locator(".reading-mark")).toHaveCount(0);
  await window.getByRole("button", { name: "Marquer comme lue", exact: true }).click();
  await expect(row).toContainText("lue");
  await window.getByRole("button", { name: "Non lues" }).click();
  await expect(row).toBeVisible();
  await window.locator(".row", { hasText: "Lettre n° 1 " }).or(window.locator(".row", { hasText: "Lettre n° 13" })).first().click();
  await expect(row).toHaveCount(0);
  await window.getByRole("button", { name: "Non lues" }).click();
  await row.click();
  await window.getByRole("button", { name: "Marquer comme non lue" }).click();
  await expect(row.locator(".reading-mark")).toHaveCount(0);
});

test("a report left in the middle is gone on with at its page, beside the letters; where a link led is no reading yet", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  await first.window.getByRole("combobox").fill("cercle des récits");
  await first.window.getByRole("option", { name: /Page 15/ }).click();
  const field = (window: Page) => window.getByRole("textbox", { name: "Aller à la page" });
  await expect(field(first.window)).toHaveValue("15");
  await first.window.getByRole("combobox").fill("");
  await first.window.getByRole("button", { name: /^Rapports/ }).click();
  const row = (window: Page) => window.locator(".row", { hasText: "Mutualisons" });
  await expect(row(first.window).locator(".reading-mark")).toHaveCount(0);
  await first.window.getByRole("button", { name: "Page suivante", exact: true }).click();
  await expect(field(first.window)).toHaveValue("16");
  await expect(row(first.window)).toContainText(/en cours, \d+\s%\slus/);
  await expect.poll(() => kept(profile, "reading.json")).toContain('"kind":"onPage","page":20');
  await first.close();

  const second = await launch({ profile });
  await command(second, "newTab");
  await second.window.getByRole("button", { name: /Mutualisons.*page 16 · \d+\s%\slus/ }).click();
  await expect(field(second.window)).toHaveValue("16");
  const last = second.window.locator(".page[data-page-number='35'] .textLayer");
  await field(second.window).fill("28");
  await field(second.window).press("Enter");
  await second.window.locator(".report-pages").press("End");
  await expect(last).toBeAttached();
  await second.window.getByRole("button", { name: /^Rapports/ }).click();
  await expect(row(second.window).locator(".reading-mark:not(.started)")).toContainText("lu");
  await expect.poll(() => kept(profile, "reading.json")).toContain('"kind":"read"');
});

test("a report turned by its bar alone is followed from its first page on", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /^Rapports/ }).click();
  const row = window.locator(".row", { hasText: "Veillées" });
  await row.click();
  await expect(window.locator(".report-pages .textLayer").first()).toBeAttached();
  await window.getByRole("button", { name: "Page suivante", exact: true }).click();
  await expect(row.locator(".reading-mark.started")).toBeVisible();
});

test("what was read is marked anew by hand, one or all, from the letter, the shelf and the settings, and that is taken back", async ({ app: { window } }) => {
  const rows = window.locator(".row");
  const marks = window.locator(".reading-mark:not(.started)");
  const undo = (said: RegExp) => window.locator(".notice", { hasText: said }).getByRole("button", { name: "Annuler" }).click();
  await window.getByRole("button", { name: /^Lettre n° 13/ }).click();
  await scrollUntil(window, window.locator("article .section").nth(2));
  const started = rows.filter({ hasText: "n° 13" }).locator(".reading-mark.started");
  await expect(started).toBeVisible();
  await window.locator("article").getByRole("button", { name: "Marquer comme non lue" }).click();
  await expect(started).toHaveCount(0);
  await undo(/Marquée comme non lue.*Lettre n° 13/);
  await expect(started).toBeVisible();

  await window.getByRole("button", { name: "Lu ou non lu" }).click();
  await window.getByRole("menuitem", { name: "Tout marquer comme lu" }).click();
  await expect(marks).toHaveCount(await rows.count());
  await undo(/14 documents marqués comme lus/);
  await expect(marks).toHaveCount(0);
  await expect(started).toBeVisible();

  await rows.filter({ hasText: "n° 12" }).click({ button: "right" });
  await window.getByRole("menuitem", { name: "Marquer comme lue" }).click();
  await expect(rows.filter({ hasText: "n° 12" }).locator(".reading-mark")).toContainText("lue");

  await window.getByRole("button", { name: "Réglages" }).click();
  const settings = window.getByRole("dialog", { name: "Réglages" });
  await expect(settings.getByText(/^1 document lu · 1 en cours · \d+ non lus$/)).toBeVisible();
  await settings.getByRole("button", { name: "Tout marquer comme non lu" }).click();
  await expect(settings.getByText(/^0 document lu · 0 en cours/)).toBeVisible();
  await undo(/2 documents marqués comme non lus/);
  await expect(settings.getByText(/^1 document lu · 1 en cours/)).toBeVisible();
});

test("a rubric is read in a row from letter to letter, by the foot of the text, the bar and the menu's commands", async ({ app }) => {
  const { window } = app;
  await window.getByRole("button", { name: "Rubrique", exact: true }).click();
  await window.getByRole("button", { name: /^La Ville qui répondait/ }).click();
  const where = window.getByRole("button", { name: /Lire à la suite/ });
  await expect(where).toHaveText(/Une lecture, 10 sur 14/);
  await window.getByRole("navigation", { name: "Une lecture, 10 sur 14" }).getByRole("button", { name: /Texte suivant/ }).click();
  await expect(where).toHaveText(/Une lecture, 11 sur 14/);
  await expect(section(window, "Une lecture")).toBeFocused();
  await command(app, "nextInRow");
  await expect(section(window, "Allô, la machine")).toBeFocused();
  await command(app, "previousInRow");
  await expect(where).toHaveText(/Une lecture, 11 sur 14/);
  await where.click();
  await window.getByRole("menuitemradio", { name: /^Année 2023/ }).click();
  await expect(where).toHaveText(/Année 2023, \d sur 7/);
  await window.getByRole("group", { name: "Lire à la suite" }).getByRole("button", { name: "Lettre suivante" }).click();
  await expect(title(window, /Lettre n° 11/)).toBeFocused();
});

test("the shelf stands by collection too, and stays as it was chosen", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  await first.window.getByRole("button", { name: "Collection", exact: true }).click();
  await expect(first.window.getByRole("heading", { name: "Les Passerelles 13 lettres", level: 2 })).toBeVisible();
  await expect.poll(() => kept(profile, "settings.json")).toContain('"shelfGrouping": "collection"');
  await first.close();
  const second = await launch({ profile });
  await expect(second.window.getByRole("heading", { name: "La Dérivation 1 lettre", level: 2 })).toBeVisible();
});

test("tabs open behind this one, are put elsewhere, closed and opened again, and are there at the next start", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  const { window } = first;
  await expect(tabsOf(window)).toHaveCount(0);
  await window.getByRole("button", { name: /^Lettre n° 13/ }).click();
  await window.getByRole("button", { name: /^Lettre n° 12/ }).click({ modifiers: ["Control"] });
  await window.getByRole("button", { name: /^Lettre n° 11/ }).click({ button: "middle" });
  await expect(tabNames(window)).toHaveText([/n° 13/, /n° 12/, /n° 11/]);
  await expect(window.getByText(/Ouvert dans un nouvel onglet.*Lettre n° 11/)).toBeAttached();
  await expect(title(window, /Lettre n° 13/)).toBeVisible();

  await command(first, "nextTab");
  await expect(title(window, /Lettre n° 12/)).toBeFocused();
  await command(first, "moveTabRight");
  await expect(tabNames(window)).toHaveText([/n° 13/, /n° 11/, /n° 12/]);
  await expect(window.getByText(/Onglet déplacé.*3 sur 3/)).toBeAttached();
  await tabNames(window).last().dragTo(tabNames(window).first());
  await expect(tabNames(window)).toHaveText([/n° 12/, /n° 13/, /n° 11/]);

  await command(first, "closeTab");
  await expect(title(window, /Lettre n° 13/)).toBeVisible();
  await tabsOf(window).getByRole("button", { name: /Fermer l’onglet « Lettre n° 11/ }).click();
  await expect(tabsOf(window)).toHaveCount(0);
  await command(first, "reopenTab");
  await command(first, "reopenTab");
  await expect(tabNames(window)).toHaveText([/n° 12/, /n° 13/, /n° 11/]);
  await expect(title(window, /Lettre n° 12/)).toBeVisible();
  await expect.poll(async () => (JSON.parse((await kept(profile, "tabs.json")) || "{}") as { open?: { tabs: unknown[]; shown: number } }).open).toMatchObject({ tabs: { length: 3 }, shown: 0 });
  await first.close();

  const second = await launch({ profile });
  await expect(tabNames(second.window)).toHaveText([/n° 12/, /n° 13/, /n° 11/]);
  await expect(title(second.window, /Lettre n° 12/)).toBeVisible();
  await second.close();
  const gone = (await kept(profile, "tabs.json")).replaceAll("les-passerelles/", "les-passerelles-disparues/");
  await writeFile(join(profile, "tabs.json"), gone);
  const third = await launch({ profile });
  await expect(title(third.window, "Cette lettre n’est pas dans votre archive")).toBeVisible();
  await expect(tabNames(third.window)).toHaveCount(3);
});

test("a tab that is not shown holds no report open, and is again at its page", async ({ app }) => {
  const { window } = app;
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.locator(".row", { hasText: "Mutualisons" }).click();
  const field = window.getByRole("textbox", { name: "Aller à la page" });
  await field.fill("12");
  await field.press("Enter");
  await expect(field).toHaveValue("12");
  await command(app, "newTab");
  await expect(window.getByRole("combobox")).toBeFocused();
  await expect(window.locator(".report-pages")).toHaveCount(0);
  await command(app, "previousTab");
  await expect(field).toHaveValue("12");
});

test("the menu has a key for each of these, none of which hangs on an unshifted figure or sign", async ({ app: { electron } }) => {
  const keys = await electron.evaluate(({ Menu }) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
    return items.map(({ label, accelerator }) => `${label.replace("&", "")}: ${accelerator ?? ""}`);
  });
  const wanted = ["Nouvel onglet: CmdOrCtrl+T", "Fermer l’onglet: CmdOrCtrl+W", "Rouvrir l’onglet fermé: CmdOrCtrl+Shift+T", "Onglet suivant: CmdOrCtrl+PageDown"];
  expect(keys).toEqual(expect.arrayContaining([...wanted, "Déplacer l’onglet vers la gauche: CmdOrCtrl+Shift+PageUp", "Texte suivant: Alt+Down", "Précédent: Alt+Left"]));
});

test("back and forward are heard from the mouse's and the keyboard's own buttons", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /^Lettre n° 13/ }).click();
  await expect(title(window, /Lettre n° 13/)).toBeVisible();
  await window.evaluate(() => globalThis.dispatchEvent(new MouseEvent("mouseup", { button: 3 })));
  await expect(title(window, /De quoi relire/)).toBeVisible();
  await window.evaluate(() => globalThis.dispatchEvent(new KeyboardEvent("keydown", { key: "BrowserForward" })));
  await expect(title(window, /Lettre n° 13/)).toBeVisible();
});

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in rows, tabs and what is in progress, in any theme, ${language}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const app = await launch({ language, settings: { theme: "light", shelfGrouping: "rubric" } });
    const { window } = app;
    await window.emulateMedia({ reducedMotion: "reduce" });
    await window.locator(".row").nth(1).click();
    await expect(window.locator("article h2:focus")).toBeInViewport();
    await scrollUntil(window, window.locator(".neighbours").first());
    await expect(window.locator(".reading-mark").first()).toBeVisible();
    await window.locator(".row").nth(2).click({ modifiers: ["Control"] });
    await command(app, "nextTab");
    await expect(window.locator("article h2:focus")).toBeInViewport();
    await command(app, "toggleRead");
    expect(await violationsIn(window, "tabs and rows")).toEqual([]);
    await window.locator(".row-choice").click();
    await expect(window.getByRole("menuitemradio").first()).toBeVisible();
    expect(await violationsIn(window, "the choice of a row")).toEqual([]);
    await window.keyboard.press("Escape");
    await command(app, "newTab");
    await expect(window.locator(".resume button")).toBeVisible();
    expect(await violationsIn(window, "reading to go on with")).toEqual([]);
  });
}
