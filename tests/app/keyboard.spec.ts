/** Everything by keyboard alone: on AZERTY, with shortcuts of one's own; and the focus never lost. By Tab: `walk.spec.ts`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { azertyOf } from "./azerty.ts";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

const palette = (window: Page) => window.getByRole("dialog", { name: "Aller à, chercher, agir" });
const heading = (window: Page, name: string) => window.getByRole("heading", { name, exact: true });

/** Where the focus is, in a word that a failed test can show. */
const focused = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nowhere";
    return element.getAttribute("aria-label") ?? (element.textContent || element.className);
  });

test("a person on AZERTY goes through all of it without a mouse", async ({ app: { window, electron, profile } }) => {
  test.setTimeout(180_000);
  const azerty = await azertyOf(window);
  const errors: string[] = [];
  window.on("pageerror", ({ stack }) => errors.push(String(stack)));
  const field = window.getByRole("textbox", { name: "Aller à la page" });

  await test.step("to a letter by the palette, by its month", async () => {
    await azerty.press("k", { ctrl: true });
    await expect(palette(window).getByRole("combobox")).toBeFocused();
    await azerty.type("octobre 2022");
    await expect(palette(window).getByRole("option").first()).toContainText("octobre 2022");
    await window.keyboard.press("Enter");
    await expect(palette(window)).toBeHidden();
    await expect(heading(window, "Lettre d’informations")).toBeFocused();
  });

  await test.step("from section to section, and back", async () => {
    await azerty.press("j");
    await expect(heading(window, "Un compte-rendu")).toBeFocused();
    await azerty.press("j");
    await expect(heading(window, "Une lecture")).toBeFocused();
    await azerty.press("k");
    await expect(heading(window, "Un compte-rendu")).toBeFocused();
  });

  await test.step("a search, and from mark to mark in the letter", async () => {
    await azerty.press("/");
    await expect(window.getByRole("combobox")).toBeFocused();
    await azerty.type("geek de service");
    await expect(window.getByRole("option", { name: /^Une analyse/ })).toBeVisible();
    for (let steps = 0; steps < 20 && (await window.getByRole("option", { name: /^Une analyse/ }).getAttribute("aria-selected")) !== "true"; steps++) await window.keyboard.press("ArrowDown");
    await window.keyboard.press("Enter");
    await expect(heading(window, "Une analyse")).toBeFocused();
    const walk = window.getByRole("group", { name: "Occurrences dans ce texte" }).getByRole("status");
    await expect(walk).toHaveText(/^\d+ occurrences$/);
    await window.keyboard.press("F3");
    await expect(walk).toHaveText(/^\d+ sur \d+$/);
    const here = await walk.textContent();
    await azerty.press("n");
    await expect(walk).not.toHaveText(here ?? "");
    await window.keyboard.press("Shift+F3");
    await expect(walk).toHaveText(here ?? "");
    expect(await marked(window, "come-to")).toEqual([{ text: expect.stringMatching(/geek|service/), isInView: true }]);
  });

  await test.step("a report: its marks, pages and sizes", async () => {
    await azerty.press("k", { ctrl: true });
    await azerty.type("mutualisons");
    await window.keyboard.press("Enter");
    await expect(window.getByRole("region", { name: "Pages du rapport" })).toBeFocused();
    await azerty.press("j");
    await expect(field).toHaveValue("ii");
    await azerty.press("k");
    await expect(field).not.toHaveValue("ii");
    await azerty.press("g");
    await expect(field).toBeFocused();
    await azerty.type("17");
    await window.keyboard.press("Enter");
    await expect(field).toHaveValue("17");
    await window.getByRole("region", { name: "Pages du rapport" }).focus();
    const size = async () => Number.parseInt((await window.locator(".zoom-level").textContent()) ?? "", 10);
    const before = await size();
    await azerty.press("=", { ctrl: true });
    await expect.poll(size).toBeGreaterThan(before);
    await azerty.press("à", { ctrl: true });
    await expect.poll(size).toBe(before);
    await azerty.press("-", { ctrl: true });
    await expect.poll(size).toBeLessThan(before);
    await azerty.press("0", { ctrl: true });
    await expect.poll(size).toBe(before);
    await azerty.press("f", { ctrl: true });
    await expect(window.getByRole("searchbox", { name: "Chercher dans ce rapport" })).toBeFocused();
    await azerty.type("pôles");
    await expect(window.locator(".walked")).toHaveText(/^\d+ (?:sur \d+|occurrences)$/);
    await window.keyboard.press("F3");
    // The page that holds it is drawn first.
    await expect(window.locator(".walked")).toHaveText(/^\d+ sur \d+$/, { timeout: 30_000 });
    const at = await window.locator(".walked").textContent();
    await window.keyboard.press("F3");
    await expect(window.locator(".walked")).not.toHaveText(at ?? "");
    await window.keyboard.press("Escape");
    await expect(window.getByRole("region", { name: "Pages du rapport" })).toBeFocused();
    await azerty.press("p", { ctrl: true });
    await expect(window.getByRole("dialog", { name: "Imprimer le rapport" })).toBeVisible();
    await window.keyboard.press("Escape");
    await expect(window.getByRole("region", { name: "Pages du rapport" })).toBeFocused();
  });

  await test.step("the window's own size, away from the pages", async () => {
    const level = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
    await window.keyboard.press("F6");
    await azerty.press("=", { ctrl: true });
    await expect.poll(level).toBeGreaterThan(0);
    await azerty.press("à", { ctrl: true });
    await expect.poll(level).toBe(0);
  });

  await test.step("back to the letter", async () => {
    await window.keyboard.press("Alt+ArrowLeft");
    await expect(heading(window, "Une analyse")).toBeFocused();
  });

  await test.step("lists, and the parts of the window", async () => {
    await azerty.press("k", { ctrl: true });
    await azerty.type("rubriques");
    await window.keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Rubriques", level: 1 })).toBeVisible();
    await expect.poll(() => window.evaluate(() => document.activeElement?.closest(".list-scroller") !== null)).toBe(true);
    await window.keyboard.press("F6");
    await expect(heading(window, "Une analyse")).toBeFocused();
    await window.keyboard.press("F6");
    await expect.poll(() => window.evaluate(() => document.activeElement?.closest("nav.rail") !== null)).toBe(true);
  });

  await test.step("importing, from the rail", async () => {
    const button = window.getByRole("navigation").first().getByRole("button", { name: /Importer/ });
    for (let steps = 0; steps < 30 && !(await button.evaluate((element) => element === document.activeElement)); steps++) await window.keyboard.press("Tab");
    await window.keyboard.press("Enter");
    await expect(window.getByRole("menuitem", { name: /dossier/ })).toBeVisible();
    await window.keyboard.press("Escape");
    await expect(button).toBeFocused();
  });

  await test.step("the list of shortcuts, which gives the focus back", async () => {
    await azerty.press("?");
    const list = window.getByRole("dialog", { name: "Raccourcis clavier" });
    await azerty.type("palette");
    await expect(list.getByText("Aucune action ne répond")).toBeVisible();
    await window.keyboard.press("Escape");
    if (await list.isVisible()) await window.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(window.getByRole("navigation").first().getByRole("button", { name: /Importer/ })).toBeFocused();
  });

  await test.step("a shortcut of one's own, by pressing it", async () => {
    await azerty.press(",", { ctrl: true });
    await expect(window.getByRole("dialog", { name: "Réglages" })).toBeVisible();
    await window.keyboard.press("Escape");
    await azerty.press("k", { ctrl: true });
    await azerty.type("changer les raccourcis");
    await window.keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Clavier" })).toBeFocused();
    const change = window.getByRole("button", { name: "Corbeille : ajouter un raccourci" });
    for (let steps = 0; steps < 120 && !(await change.evaluate((element) => element === document.activeElement)); steps++) await window.keyboard.press("Tab");
    await window.keyboard.press("Enter");
    await azerty.press("k", { ctrl: true });
    await expect(window.getByText("Ctrl+K sert déjà à « Aller à… »".replaceAll(/(?<=«) | (?=»)/g, "\u202F"))).toBeVisible();
    await expect(palette(window)).toBeHidden();
    await window.keyboard.press("Enter");
    await azerty.press("é", { ctrl: true });
    await expect(window.getByRole("group", { name: "Corbeille" }).getByText("É")).toBeVisible();
    await expect(change).toBeFocused();
    await window.keyboard.press("Escape");
    await azerty.press("é", { ctrl: true });
    await expect(heading(window, "Corbeille")).toBeFocused();
    await expect.poll(async () => JSON.parse(await readFile(join(profile, "settings.json"), "utf8")).shortcuts).toEqual({ bin: ["Mod+É"] });
  });

  await test.step("about, and back where one was", async () => {
    await azerty.press("k", { ctrl: true });
    await azerty.type("à propos");
    await window.keyboard.press("Enter");
    await expect(window.getByRole("dialog", { name: /Relire/ })).toBeVisible();
    await window.keyboard.press("Escape");
    await expect(heading(window, "Corbeille")).toBeFocused();
  });
  expect(errors, "errors in the page").toEqual([]);
});

test("the palette searches the archive for what it does not know, and gives the focus back when it is left", async ({ app: { window } }) => {
  const rubrics = window.getByRole("button", { name: /^Rubriques/ });
  await rubrics.focus();
  await window.keyboard.press("Control+k");
  await expect(palette(window).getByRole("combobox")).toBeFocused();
  await window.keyboard.press("Escape");
  await expect(palette(window)).toBeHidden();
  await expect(rubrics).toBeFocused();
  await window.keyboard.press("Control+k");
  await window.keyboard.type("imprimantes");
  await expect(palette(window).getByRole("option")).toHaveCount(1);
  await window.keyboard.press("Enter");
  await expect(window.getByRole("combobox", { name: /Chercher/ })).toHaveValue("imprimantes");
  await expect(window.getByRole("combobox", { name: /Chercher/ })).toBeFocused();
  await expect(window.getByRole("option").first()).toBeVisible();
});

test("letters alone do nothing while one types, nor once they are switched off", async ({ launch }) => {
  const { window } = await launch({ settings: { singleKeys: false } });
  await window.keyboard.press("/");
  await window.keyboard.press("?");
  await window.keyboard.press("F1");
  const list = window.getByRole("dialog", { name: "Raccourcis clavier" });
  await expect(list).toBeVisible();
  await expect(list.getByText("Section suivante")).toBeVisible();
  await expect(list.getByText("J", { exact: true })).toHaveCount(0);
  await window.keyboard.press("Escape");
  await window.keyboard.press("Control+f");
  await window.keyboard.type("jkn/?");
  await expect(window.getByRole("combobox")).toHaveValue("jkn/?");
});

test("the menu bar shows the shortcuts that hold, also after they were changed", async ({ app: { window, electron } }) => {
  const shown = (id: string) => electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null, id);
  expect(await shown("palette")).toBe("CmdOrCtrl+K");
  expect(await shown("nextMark")).toBe("F3");
  expect(await shown("bin")).toBeNull();
  await window.evaluate(() => (globalThis as unknown as { relire: { changeSettings(change: object): Promise<unknown> } }).relire.changeSettings({ shortcuts: { bin: ["Mod+B"], palette: ["F2"] } }));
  expect(await shown("bin")).toBe("CmdOrCtrl+B");
  expect(await shown("palette")).toBe("F2");
});

test("what the menu asks is done, but not under a dialog", async ({ app: { window, electron } }) => {
  const click = (id: string) => electron.evaluate(({ Menu, BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.focus();
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
  await expect(async () => {
    await click("shortcuts");
    await expect(window.getByRole("dialog", { name: "Raccourcis clavier" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await click("palette");
  await expect(palette(window)).toHaveCount(0);
  await window.keyboard.press("Escape");
  await click("bin");
  await expect(heading(window, "Corbeille")).toBeFocused();
});

test("the focus is never lost: a control that is switched off or taken away hands it on", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /^Rubriques/ }).focus();
  await window.keyboard.press("Enter");
  const back = window.getByRole("button", { name: "Page précédente de l’historique" });
  await expect(back).toBeEnabled();
  await back.focus();
  await window.keyboard.press("Enter");
  await expect(back).toBeDisabled();
  await expect.poll(() => focused(window)).not.toBe("nowhere");
  await window.getByRole("combobox").fill("imprimante");
  await window.getByRole("button", { name: "Effacer la recherche" }).focus();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("combobox")).toBeFocused();
});
