/** Every view, in every theme and both languages, without a violation of WCAG 2.2 AA that axe can see; and all of it by keyboard. */
import { expect, test } from "./launch.ts";
import { picture } from "./pictures.ts";
import { strangeWordsIn } from "./strangeWords.ts";
import { views } from "./views.ts";
import { violationsIn } from "./violations.ts";

/** Typed by the views, completed from the index, or the ids and titles of files. */
const brought = "service servicepublic xylophonique Lettre de mars la-derivation/2019-03 Sommaire";

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in any view, in any theme, and every word is of the catalogue, ${language}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const { window } = await launch({ language, settings: { theme: "light" } });
    await window.emulateMedia({ reducedMotion: "reduce" });
    const found: string[] = [];
    for (const { name, go } of views) {
      await go(window);
      found.push(...(await strangeWordsIn(window, name, language, brought)));
      found.push(...(await violationsIn(window, name)));
      await picture(window, `${language}-${name}`);
    }
    expect(found).toEqual([]);
  });
}

test("the language changes at once everywhere, the widgets' own words with it", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /les pieds dans l/ }).first().click();
  await window.getByRole("button", { name: "Réglages" }).click();
  await window.getByRole("dialog").getByText("English", { exact: true }).click();
  await expect(window.locator("html")).toHaveAttribute("lang", "en");
  expect(await strangeWordsIn(window, "settings", "en", brought)).toEqual([]);
  await window.keyboard.press("Escape");
  await window.getByRole("button", { name: "Reading comfort" }).click();
  expect(await strangeWordsIn(window, "comfort", "en", brought)).toEqual([]);
});

test("a reader without a mouse searches, opens, reads and comes back", async ({ app: { window } }) => {
  await window.keyboard.press("/");
  await expect(window.getByRole("combobox")).toBeFocused();
  await window.keyboard.type("Utopiales");
  await expect(window.getByRole("option").first()).toBeVisible();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: "Une annonce" })).toBeFocused();
  await window.keyboard.press("Tab");
  await expect(window.getByRole("link", { name: /Utopiales/ })).toBeFocused();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("dialog")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("dialog")).toBeHidden();
  await expect(window.getByRole("link", { name: /Utopiales/ })).toBeFocused();
});

test("typing a search keeps the focus, and the letter stays where it was", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  const link = window.getByRole("link", { name: "carte des trois pôles" });
  await link.scrollIntoViewIfNeeded();
  await window.keyboard.press("/");
  await window.keyboard.type("guichet");
  await expect(window.getByRole("combobox")).toBeFocused();
  await expect(window.getByRole("combobox")).toHaveValue("guichet");
  await expect(link).toBeInViewport();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("combobox")).toBeFocused();
  await expect(link).toBeInViewport();
});
