/** The tour: offered once, taken step by step or left at any time, and everything as it was afterwards. */
import type { Page } from "@playwright/test";
import { expect, test } from "./launch.ts";
import { violationsIn } from "./violations.ts";
import { resizeTo } from "./windowSize.ts";

const titles = ["Lettres, rubriques, rapports", "Chercher", "Lire une lettre", "Le rapport à côté", "Lire à votre aise", "Ajouter vos documents"];

const step = (window: Page, title: string) => window.getByRole("dialog", { name: title, exact: true });
const take = (window: Page) => window.getByRole("button", { name: "Faire le tour" });

async function fitsIn(window: Page, title: string): Promise<void> {
  const inside = (): Promise<boolean> =>
    step(window, title).evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
  await expect.poll(inside).toBe(true);
}

/** The report at the page that the letter cites, and the letter at the link, where there is room for both. */
async function expectBothSides(window: Page): Promise<void> {
  await expect(window.locator(".report-pages .textLayer").first()).toBeAttached();
  const hasRoom = await window.evaluate(() => innerWidth > 640);
  await expect(window.locator(".sheet .letter")).toHaveCount(hasRoom ? 1 : 0);
}

async function walk(window: Page): Promise<void> {
  for (const title of titles) {
    await expect(step(window, title)).toBeVisible();
    await expect(window.locator("[data-toured]")).toBeVisible();
    if (title === "Le rapport à côté") await expectBothSides(window);
    await fitsIn(window, title);
    await expect(window.getByRole("button", { name: title === titles.at(-1) ? "Terminer" : "Suivant", exact: true })).toBeFocused();
    await window.keyboard.press("Enter");
  }
  await expect(window.getByRole("dialog")).toBeHidden();
}

test("the tour is offered at the first start, shows a letter on its way, and comes back to the beginning", async ({ launch }) => {
  const first = await launch();
  const { window } = first;
  await take(window).click();
  await walk(window);
  await expect(window.getByRole("heading", { name: /De quoi relire/ })).toBeVisible();
  await expect(take(window)).toBeHidden();
  await expect(window.getByRole("combobox")).toBeFocused();
  await first.close();
  const second = await launch({ profile: first.profile });
  await expect(second.window.getByRole("heading", { name: /De quoi relire/ })).toBeVisible();
  await expect(take(second.window)).toBeHidden();
});

test("put off, the tour is not offered again, and waits in the menu and in About", async ({ app: { electron, window } }) => {
  await window.getByRole("button", { name: "Plus tard" }).click();
  await expect(take(window)).toBeHidden();
  await expect(window.getByRole("heading", { name: /De quoi relire/ })).toBeFocused();
  await electron.evaluate(({ Menu }) => {
    const all = (menu: Electron.Menu): Electron.MenuItem[] => menu.items.flatMap((item) => [item, ...(item.submenu ? all(item.submenu) : [])]);
    const found = all(Menu.getApplicationMenu() as Electron.Menu).find(({ label }) => label.replace("&", "") === "Faire le tour");
    found?.click();
  });
  await expect(step(window, titles[0] ?? "")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("dialog")).toBeHidden();
  await expect(window.getByRole("heading", { name: /De quoi relire/ })).toBeFocused();
  const about = window.getByRole("button", { name: "À propos" });
  await about.focus();
  await window.keyboard.press("Enter");
  await take(window).click();
  await expect(step(window, titles[0] ?? "")).toBeVisible();
  await window.keyboard.press("Enter");
  await window.getByRole("button", { name: "Précédent", exact: true }).click();
  await expect(step(window, titles[0] ?? "")).toBeVisible();
  await expect(window.getByRole("button", { name: "Suivant", exact: true })).toBeFocused();
});

test("the tour has no violation at any step", async ({ app: { window } }) => {
  await window.emulateMedia({ reducedMotion: "reduce" });
  await take(window).click();
  for (const title of titles) {
    await expect(step(window, title)).toBeVisible();
    expect(await violationsIn(window, title)).toEqual([]);
    await window.keyboard.press("Enter");
  }
});

for (const [width, height] of [[800, 600], [320, 640]] as const) {
  test(`the tour has room in a window of ${width} by ${height}`, async ({ app }) => {
    const { window } = app;
    await resizeTo(app, width, height);
    await window.getByRole("button", { name: "À propos" }).click();
    await window.getByRole("dialog").getByRole("button", { name: "Faire le tour" }).click();
    await walk(window);
    await expect(window.getByRole("combobox")).toBeVisible();
  });
}
