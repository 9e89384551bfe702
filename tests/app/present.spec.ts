/** The wall of the room: a window of its own, moved by a clicker's keys, that leaves the desk as it was. */
import type { ElectronApplication, Page } from "@playwright/test";
import { expect, test } from "./launch.ts";
import { violationsIn } from "./violations.ts";

async function openLetter(window: Page): Promise<void> {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("heading", { name: "Une analyse" }).waitFor();
}

async function project(electron: ElectronApplication, window: Page): Promise<Page> {
  const [wall] = await Promise.all([electron.waitForEvent("window"), window.getByRole("button", { name: "Projeter" }).click()]);
  await wall.locator(".wall").waitFor();
  return wall;
}

test("a letter is paced paragraph by paragraph with a clicker's keys, black and white included", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const wall = await project(electron, window);
  const stage = wall.locator(".wall-stage");
  const titles: string[] = [];
  const first = await stage.innerText();
  await wall.keyboard.press("PageDown");
  await expect(stage).not.toHaveText(first);
  titles.push(await stage.innerText());
  await wall.keyboard.press("b");
  await expect(wall.getByRole("img", { name: "Écran noir" })).toBeVisible();
  await wall.keyboard.press("w");
  await expect(wall.getByRole("img", { name: "Écran blanc" })).toBeVisible();
  await wall.keyboard.press("PageDown");
  await expect(wall.getByRole("img", { name: "Écran blanc" })).toHaveCount(0);
  expect(await stage.innerText()).toBe(titles[0]);
  await wall.keyboard.press("PageUp");
  await expect(stage).toHaveText(first);
});

test("the type fills the wall and nothing of a paragraph is cut off, step after step", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const wall = await project(electron, window);
  for (let step = 0; step < 12; step++) {
    const { over, share } = await wall.evaluate(() => {
      const room = document.querySelector(".wall-room");
      const text = room?.firstElementChild;
      if (!room || !text) return { over: 0, share: 1 };
      return { over: text.getBoundingClientRect().height - room.clientHeight, share: Number.parseFloat(getComputedStyle(room).fontSize) / globalThis.innerHeight };
    });
    expect(over).toBeLessThanOrEqual(1);
    expect(share).toBeGreaterThan(0.04);
    await wall.keyboard.press("ArrowRight");
  }
});

test("who speaks sees what is on the wall and what comes, moves it from the desk, and leaves to where they were", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const heading = window.getByRole("heading", { name: "Une lecture", exact: true });
  await heading.scrollIntoViewIfNeeded();
  const before = await heading.boundingBox();
  const wall = await project(electron, window);
  const desk = window.getByRole("dialog", { name: "Projection" });
  await expect(desk).toBeVisible();
  await expect(desk.getByRole("timer")).toBeVisible();
  const place = desk.getByText(/^Partie \d+ sur \d+/);
  const at = await place.innerText();
  await desk.getByRole("button", { name: "Suivant" }).click();
  await expect(place).not.toHaveText(at);
  const shown = await desk.getByRole("region", { name: "Au mur" }).locator(".presenter-wall").innerText();
  await expect(wall.locator(".wall-stage")).toContainText(shown.trim().split("\n")[0] ?? "");
  const isAwake = await electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0));
  expect(isAwake).toBe(true);
  await Promise.all([wall.waitForEvent("close"), window.keyboard.press("Escape")]);
  await expect(desk).toHaveCount(0);
  expect(await heading.boundingBox()).toEqual(before);
  expect(await electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0))).toBe(false);
  await expect(window.getByRole("button", { name: "Projeter" })).toBeFocused();
});

test("the wall is come to by Tab alone, leaves Tab nothing to go to, and gives the focus back", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const button = window.getByRole("button", { name: "Projeter" });
  for (let steps = 0; steps < 100 && !(await button.evaluate((each) => each === document.activeElement)); steps++) await window.keyboard.press("Tab");
  await expect(button).toBeFocused();
  const [wall] = await Promise.all([electron.waitForEvent("window"), window.keyboard.press("Enter")]);
  await wall.locator(".wall").waitFor();
  for (const theme of ["light", "dark"]) {
    await expect(wall.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await violationsIn(wall, `the wall, ${theme}`)).toEqual([]);
    await wall.evaluate((to) => void (document.documentElement.dataset["theme"] = to), theme);
    await wall.keyboard.press("i");
  }
  await wall.keyboard.press("Tab");
  expect(await wall.evaluate(() => document.activeElement === document.body)).toBe(true);
  const desk = window.getByRole("dialog", { name: "Projection" });
  await Promise.all([wall.waitForEvent("close"), window.keyboard.press("Escape")]);
  await expect(desk).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("F11 gives the window the whole screen and takes it back, from the text, a field and a dialog", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const isWhole = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  const places = [() => Promise.resolve(), () => window.getByRole("combobox").focus(), () => window.keyboard.press("Control+k")];
  for (const go of places) {
    await go();
    const before = await window.evaluate(() => document.activeElement?.tagName);
    await window.keyboard.press("F11");
    await expect.poll(isWhole).toBe(true);
    await window.keyboard.press("F11");
    await expect.poll(isWhole).toBe(false);
    expect(await window.evaluate(() => document.activeElement?.tagName)).toBe(before);
  }
});

test("pages of a report are shown whole, then large enough to be read", async ({ app: { electron, window } }) => {
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Mutualisons/ }).first().click();
  await expect(window.locator('.page[data-page-number="1"] .endOfContent')).toBeAttached();
  const wall = await project(electron, window);
  const page = wall.locator(".wall-page canvas");
  await expect(page).toBeVisible();
  await expect(window.getByText(/étape 1 sur/)).toBeVisible();
  const room = await wall.evaluate(() => innerHeight);
  await expect.poll(async () => (await page.boundingBox())?.height).toBeLessThanOrEqual(room);
  const whole = await page.boundingBox();
  await wall.keyboard.press("PageDown");
  await expect.poll(async () => (await page.boundingBox())?.width).toBeGreaterThan((whole?.width ?? 0) * 1.5);
});

test("the wall, killed, comes back at the step where it was", async ({ app: { electron, window } }) => {
  await openLetter(window);
  const wall = await project(electron, window);
  await wall.keyboard.press("End");
  await wall.keyboard.press("PageDown");
  await expect(window.getByText(/étape 2 sur/)).toBeVisible();
  const shown = await wall.locator(".wall-stage").innerText();
  const isShown = electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith("wall.html"))?.webContents;
    const loaded = new Promise<void>((resolve) => contents?.once("did-finish-load", () => resolve()));
    contents?.forcefullyCrashRenderer();
    return loaded;
  });
  await isShown;
  const text = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const wallWindow = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith("wall.html"));
      return wallWindow?.webContents.executeJavaScript('document.querySelector(".wall-stage")?.innerText ?? ""') as Promise<string>;
    });
  await expect.poll(text).toBe(shown);
});
