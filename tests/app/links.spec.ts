/** Links: given with the start of the app or to one that runs, copied from what is read, pasted where one searches, leading nowhere. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Page } from "@playwright/test";
import { type App, expect, project, test } from "./launch.ts";

const october = "la-derivation/2022-10";
const report = "la-derivation/mutualisons-2022";

const clipboardOf = ({ electron }: App): Promise<string> => electron.evaluate(({ clipboard }) => clipboard.readText());

async function paste({ electron, window }: App, text: string): Promise<void> {
  await electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await window.getByRole("combobox").focus();
  await window.keyboard.press("Control+V");
}

/** A paragraph in the middle of the October letter. */
async function paragraphOf(window: Page): Promise<string> {
  const paragraph = window.locator("#une-analyse .prose p").nth(1);
  return (await paragraph.textContent()) ?? "";
}

test("a link given at the start opens its section", async ({ launch }) => {
  const { window } = await launch({ files: [`relire://letter/${october}?s=une-analyse`] });
  const heading = window.getByRole("heading", { name: "Une analyse", level: 2 });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
});

test("a link given to a second start opens in the one that runs, and the second one ends", async ({ app, isPacked }) => {
  test.skip(isPacked, "starts the project's folder");
  const executable = await app.electron.evaluate(() => process.execPath);
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const second = spawn(executable, [project, `--user-data-dir=${app.profile}`, ...flags, `relire://report/${report}?page=4`], { stdio: "ignore" });
  await once(second, "exit");
  await expect(app.window.getByRole("textbox", { name: "Aller à la page" })).toHaveValue("iv");
});

test("the link to a section is copied beside its title, and followed from the search box", async ({ app }) => {
  const { window } = app;
  await paste(app, `relire://${october}`);
  const title = window.getByRole("heading", { name: "Une analyse", level: 2 });
  await title.scrollIntoViewIfNeeded();
  await window.locator("#une-analyse").getByRole("button", { name: "Copier le lien vers cette section" }).click();
  await expect(window.getByText("Lien copié")).toBeVisible();
  const link = await clipboardOf(app);
  await app.electron.evaluate(({ clipboard }) => clipboard.clear());
  await title.focus();
  await window.keyboard.press("Shift+F10");
  await expect(window.getByRole("menuitem", { name: "Copier le lien vers cette section" })).toBeFocused();
  await window.keyboard.press("Enter");
  await expect.poll(() => clipboardOf(app)).toBe(link);
  expect(link).toMatch(/^relire:\/\/letter\/la-derivation\/2022-10\?s=une-analyse&t=.+&d=2022-10/);
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Mutualisons/ }).first().click();
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toBeVisible();
  await paste(app, link);
  await expect(title).toBeInViewport();
  await expect(title).toBeFocused();
  await expect(window.getByRole("combobox")).toHaveValue("");
});

test("the menu over a paragraph, by the right button, copies the link to it; typed and entered, it leads there", async ({ app }) => {
  const { window } = app;
  await paste(app, `relire://${october}#une-analyse`);
  const words = await paragraphOf(window);
  const paragraph = window.locator("#une-analyse .prose p").nth(1);
  await paragraph.click({ button: "right" });
  await window.getByRole("menuitem", { name: "Copier le lien vers ce paragraphe" }).click();
  await expect(window.getByText("Lien copié")).toBeVisible();
  const link = await clipboardOf(app);
  expect(link).toMatch(/\?s=une-analyse&p=\d+&q=[a-z0-9+]+&t=/);
  await window.getByRole("button", { name: /^Rubriques/ }).click();
  await window.getByRole("combobox").fill(link);
  await window.getByRole("combobox").press("Enter");
  await expect(window.locator("[data-arrived]")).toHaveText(words);
  await expect(window.locator("[data-arrived]")).toBeInViewport();
  await expect(window.locator("[data-arrived]")).toBeFocused();
});

test("the same menu opens by keys, on what is selected, to copy it or to search for it", async ({ app }) => {
  const { window } = app;
  await paste(app, `relire://${october}#une-analyse`);
  await window.locator("#une-analyse .prose p").first().evaluate((paragraph) => {
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text;
    document.getSelection()?.setBaseAndExtent(text, 0, text, text.data.indexOf(" ", 12));
  });
  const selected = await window.evaluate(() => String(document.getSelection()));
  await window.keyboard.press("Shift+F10");
  await window.getByRole("menuitem", { name: "Copier", exact: true }).click();
  await expect.poll(async () => (await clipboardOf(app)).replace(/[\u00A0\u202F]/g, " ")).toBe(selected.replace(/[\u00A0\u202F]/g, " "));
  await window.keyboard.press("Shift+F10");
  await expect(window.getByRole("menuitem", { name: "Copier", exact: true })).toBeFocused();
  await window.keyboard.press("End");
  await window.keyboard.press("Enter");
  await expect(window.getByRole("combobox")).not.toHaveValue("");
  await expect(window.getByRole("option").first()).toBeVisible();
});

test("links to a page of a report and to a search are copied and lead back", async ({ app }) => {
  const { window } = app;
  await paste(app, `relire://report/${report}?page=4`);
  await expect(window.getByRole("textbox", { name: "Aller à la page" })).toHaveValue("iv");
  await window.getByRole("button", { name: "Affichage et actions" }).click();
  await window.getByRole("menuitem", { name: "Copier le lien vers cette page" }).click();
  await expect.poll(() => clipboardOf(app)).toContain(`relire://report/${report}?page=4&t=`);
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("button", { name: "Copier le lien de cette recherche" }).click();
  await expect.poll(() => clipboardOf(app)).toBe("relire://search?q=geek+de+service");
  await window.getByRole("combobox").fill("");
  await paste(app, await clipboardOf(app));
  await expect(window.getByRole("combobox")).toHaveValue("geek de service");
  await expect(window.getByRole("option").first()).toBeVisible();
});

test("a link to what is not here says what it was and how to get it; a damaged one is refused in a sentence", async ({ app }) => {
  const { window } = app;
  await paste(app, "relire://letter/la-derivation/2019-03?t=Lettre+de+mars&d=2019-03");
  await expect(window.getByRole("heading", { name: "Lettre de mars", level: 1 })).toBeVisible();
  const sheet = window.getByRole("article");
  await expect(sheet).toContainText("Cette lettre n’est pas dans votre archive");
  await expect(sheet).toContainText("mars 2019");
  await expect(sheet).toContainText("La Dérivation");
  await expect(sheet.getByRole("button", { name: "Importer…" })).toBeVisible();
  await paste(app, "relire://app/index.html");
  await expect(window.getByText("Ce lien n’est pas un lien de Relire", { exact: false })).toBeVisible();
  await expect(window.getByRole("heading", { name: "Lettre de mars", level: 1 })).toBeVisible();
});
