/** Reading as one reads best: every choice holds at once, is kept, and never changes what is found or copied. */
import type { Page } from "@playwright/test";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

const openLetter = async (window: Page): Promise<void> => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("heading", { name: "Une analyse" }).waitFor();
};

const paragraph = (window: Page) => window.locator("#une-lecture .prose p").filter({ hasText: "Cher connard" });

test("colours, type, size and motion change at once, and are there again at the next start", async ({ launch }) => {
  const first = await launch();
  await openLetter(first.window);
  const before = await paragraph(first.window).evaluate((element) => getComputedStyle(element).fontSize);
  await first.window.getByRole("button", { name: "Confort de lecture" }).click();
  await first.window.getByText("Sépia").click();
  await first.window.getByText("Très lisibles").click();
  await first.window.getByRole("slider", { name: "Taille du texte" }).press("ArrowRight");
  await first.window.getByText("Justifier le texte").click();
  const look = (window: Page) =>
    paragraph(window).evaluate((element) => {
      const { fontSize, fontFamily, textAlign } = getComputedStyle(element);
      return { fontSize, fontFamily: fontFamily.split(",")[0], textAlign, theme: document.documentElement.dataset["theme"] };
    });
  const chosen = { fontSize: "19px", fontFamily: '"Atkinson Hyperlegible"', textAlign: "justify", theme: "sepia" };
  expect(before).toBe("18px");
  await expect.poll(() => look(first.window)).toEqual(chosen);
  await first.window.keyboard.press("Escape");
  await expect(first.window.getByRole("button", { name: "Confort de lecture" })).toBeFocused();
  await first.close();

  const second = await launch({ profile: first.profile });
  await openLetter(second.window);
  expect(await look(second.window)).toEqual(chosen);
});

test("a larger text keeps the line that was at the top", async ({ app: { window } }) => {
  await openLetter(window);
  const heading = window.getByRole("heading", { name: "Une analyse" });
  const scroller = window.locator(".sheet-scroller");
  await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await window.getByRole("button", { name: "Confort de lecture" }).click();
  for (let step = 0; step < 6; step++) await window.getByRole("slider", { name: "Taille du texte" }).press("ArrowRight");
  const [top, edge] = await Promise.all([heading.evaluate((element) => element.getBoundingClientRect().top), scroller.evaluate((element) => element.getBoundingClientRect().top)]);
  expect(Math.abs(top - edge)).toBeLessThan(120);
});

test("inclusive forms are written in full, for the eye and for the voice, while marks and copies follow the letter", async ({ launch }) => {
  const { electron, window } = await launch({ settings: { inclusiveInFull: true, isJustified: true } });
  await window.getByRole("combobox").fill("humaines");
  await window.getByRole("option", { name: /^Une lecture/ }).first().click();
  await expect(paragraph(window)).toContainText(/tous\u00AD? et toutes/);
  await expect.poll(async () => (await marked(window)).map(({ text }) => text)).toEqual(expect.arrayContaining(["humains", "humaines"]));
  await paragraph(window).evaluate((element) => document.getSelection()?.selectAllChildren(element));
  await window.keyboard.press("ControlOrMeta+c");
  const copied = () => electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain("tou⋅te⋅s en sortent rapetissé⋅es");
  expect(await copied()).not.toContain("\u00AD");
});

test("part of a sentence is copied as it is stored, no more", async ({ launch }) => {
  const { electron, window } = await launch({ settings: { inclusiveInFull: true } });
  await openLetter(window);
  await paragraph(window).evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.textContent?.includes("tous et toutes") ? 1 : 2));
    const node = walker.nextNode() as Text;
    const at = node.data.indexOf("pourtant");
    document.getSelection()?.setBaseAndExtent(node, at, node, node.data.indexOf("et toutes") + 2);
  });
  await window.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toBe("pourtant tou⋅te⋅s");
});

test("French typography is set on display, and can be left off", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /les pieds dans l/ }).first().click();
  const title = window.getByRole("heading", { level: 1, name: /les pieds dans/ });
  await expect(title).toHaveText(/dans l’eau/);
  await expect.poll(() => window.title()).toMatch(/dans l’eau — Relire/);
  await window.getByRole("button", { name: "Confort de lecture" }).click();
  await window.getByText("Typographie française").click();
  await expect(window.locator(".letter h1").first()).toHaveText(/dans l'eau/);
  await expect(window.locator(".sheet-bar .what")).toHaveText(/dans l'eau/);
  await expect.poll(() => window.title()).toMatch(/dans l'eau — Relire/);
});

test("results and lists follow these choices, their marks too; what is found and copied stays as stored", async ({ launch }) => {
  const { electron, window } = await launch({ settings: { inclusiveInFull: true, frenchTypography: true } });
  await expect(window.locator(".row .title").filter({ hasText: /les pieds dans/ })).toHaveText(/dans l’eau/);
  await window.getByRole("combobox").fill("usagères type:lettre");
  const excerpt = window.locator(".excerpt").filter({ hasText: "usagers et usagères" }).first();
  await expect(excerpt).toBeVisible();
  await expect(excerpt.locator("mark").filter({ hasText: /^usagères$/ }).first()).toBeVisible();
  await expect(excerpt.locator("mark").filter({ hasText: /^usagers$/ }).first()).toBeVisible();
  await excerpt.evaluate((element) => document.getSelection()?.selectAllChildren(element));
  await window.getByRole("option").first().evaluate(() => document.execCommand("copy"));
  await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/usager[·⋅]es/);
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).not.toContain("usagères");
});

test("what the system asks for is followed: more contrast, forced colours, less motion", async ({ app: { window } }) => {
  await window.emulateMedia({ contrast: "more", colorScheme: "light" });
  await expect(window.locator("html")).toHaveAttribute("data-theme", "contrast");
  await window.emulateMedia({ contrast: "more", colorScheme: "dark" });
  await expect(window.locator("html")).toHaveAttribute("data-theme", "contrast-dark");
  await window.emulateMedia({ contrast: null, colorScheme: "dark", reducedMotion: "reduce", forcedColors: "active" });
  await expect(window.locator("html")).toHaveAttribute("data-theme", "dark");
  const row = window.getByRole("button", { name: /^Lettres/ });
  expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  expect(await window.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--quick"))).toMatch(/^0m?s$/);
});
