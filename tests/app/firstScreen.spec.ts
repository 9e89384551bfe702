/** The screen that one left is there at once the next time, and gives way to the app without a move. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./launch.ts";

/** Where a paragraph stood in what was shown first, and what could be read there. */
interface Seen {
  top: number | undefined;
  text: string;
  active: string;
}

const words = "Le nœud de l’affaire";
const fileOf = ({ profile }: Pick<App, "profile">) => join(profile, "first-screen.json");
const topInApp = (window: Page) => window.locator("#root p").filter({ hasText: words }).first().evaluate((each) => each.getBoundingClientRect().top);

/** Leaves a letter in its middle, and gives what was kept of it and where that paragraph stood. */
async function leaveLetter({ window, close, profile }: App): Promise<{ kept: string; top: number }> {
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  const paragraph = window.locator("#root p").filter({ hasText: words }).first();
  await paragraph.evaluate((each) => each.scrollIntoView({ block: "center" }));
  await window.locator(".sheet-scroller").hover();
  await window.mouse.wheel(0, 40);
  // Where one is is kept a moment after one came there.
  await expect.poll(() => window.evaluate(async () => JSON.stringify(await globalThis.window.relire.keptTabs()))).toContain('"paragraph":{');
  const top = await topInApp(window);
  await close();
  return { kept: readFileSync(fileOf({ profile }), "utf8"), top };
}

/** Loads the window again, as it starts with such a screen kept, and gives what was shown first. */
async function startAgain({ window, profile }: App, kept: string): Promise<Seen> {
  writeFileSync(fileOf({ profile }), kept);
  await window.addInitScript((sought) => {
    document.addEventListener("readystatechange", () => {
      new MutationObserver((_changes, observer) => {
        const screen = document.querySelector<HTMLElement>(".first-screen");
        if (!screen) return;
        observer.disconnect();
        // The frame that is drawn of it.
        requestAnimationFrame(() => {
          const found = [...screen.querySelectorAll("p")].find(({ textContent }) => textContent.includes(sought));
          const active = [...screen.querySelectorAll("*")].filter((each) => each.matches("script, iframe, object, embed, base, meta, link, [href], [id]") || each.getAttributeNames().some((name) => name.startsWith("on")));
          Object.assign(globalThis, { seen: { top: found?.getBoundingClientRect().top, text: screen.innerText, active: active.map(({ outerHTML }) => outerHTML).join() } });
        });
      }).observe(document, { childList: true, subtree: true });
    }, { once: true });
  }, words);
  await window.reload();
  await window.getByRole("navigation").first().waitFor();
  await window.locator(".first-screen").waitFor({ state: "detached" });
  return window.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
}

test("it shows what one was reading, where it stood; the app then stands there too", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  const { kept, top } = await leaveLetter(first);
  const app = await launch({ profile });
  // Once only: after a start that ends badly there is none.
  expect(existsSync(fileOf(app))).toBe(false);
  await expect.poll(() => topInApp(app.window)).toBeCloseTo(top, -1);
  const seen = await startAgain(app, kept);
  expect(seen.text).toContain("Hors ligne");
  expect(seen.active).toBe("");
  expect(Math.abs((seen.top ?? 0) - top)).toBeLessThan(2);
  expect(Math.abs((await topInApp(app.window)) - top)).toBeLessThan(2);
  await expect(app.window.getByRole("combobox")).toHaveValue("geek de service");
});

test("one that does not read, or was drawn in another window, is left out", async ({ launch }) => {
  const first = await launch();
  const { profile } = first;
  const { kept } = await leaveLetter(first);
  const other = kept.replace(/"width":\d+/, '"width":400');
  expect(other).not.toBe(kept);
  for (const file of ["{ half", "[]", "3", '{"circumstances":{}}', other]) {
    writeFileSync(fileOf({ profile }), file);
    const { window, close } = await launch({ profile });
    await expect(window.locator("#root p").filter({ hasText: words }).first(), file.slice(0, 30)).toBeVisible();
    await close();
  }
});
