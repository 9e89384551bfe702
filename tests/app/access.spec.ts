/** Every view, in every theme and both languages, without a violation of WCAG 2.2 AA that axe can see; and all of it by keyboard. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Result } from "axe-core";
import { themes } from "../../electron/contract.ts";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Each view, reached from the one before. */
const views: [name: string, go: (window: Page) => Promise<unknown>][] = [
  ["shelf", async () => undefined],
  ["rubrics", (window) => window.getByRole("navigation").first().getByRole("button").nth(1).click()],
  ["a rubric", async (window) => {
    await window.getByRole("button", { name: /^Une lecture \d+ text/ }).click();
    await window.getByRole("heading", { name: "Une lecture", level: 1 }).waitFor();
  }],
  ["results", async (window) => {
    await window.getByRole("combobox").fill("service");
    await window.getByRole("option").first().waitFor();
  }],
  ["letter", async (window) => {
    await window.getByRole("option", { name: /^Une analyse/ }).click();
    await window.getByRole("heading", { name: "Une analyse" }).waitFor();
  }],
  ["a passage's menu", async (window) => {
    await window.locator("#une-analyse .prose p").first().click({ button: "right" });
    await window.getByRole("menu").waitFor();
  }],
  ["contents", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("button", { name: /Afficher le sommaire|Show the contents/ }).click();
  }],
  ["report", async (window) => {
    await window.getByRole("button", { name: /Masquer le sommaire|Hide the contents/ }).first().click();
    await window.getByRole("combobox").fill("cercle des récits");
    await window.getByRole("option", { name: /Page 15/ }).click();
    await expect.poll(async () => (await marked(window, "found-page")).length).toBeGreaterThan(0);
  }],
  ["a report's menu", (window) => window.getByRole("button", { name: /Affichage et actions|View and actions/ }).click()],
  ["inverted pages", (window) => window.getByRole("menuitemcheckbox").first().click()],
  ["properties", async (window) => {
    await window.getByRole("button", { name: /Affichage et actions|View and actions/ }).click();
    await window.getByRole("menuitem", { name: /Propriétés|properties/ }).click();
    await window.getByRole("dialog").getByText("Typst").waitFor();
  }],
  ["printing", async (window) => {
    await window.keyboard.press("Escape");
    await window.locator(".report-pages").focus();
    await window.keyboard.press("Control+p");
    await window.getByRole("radio").last().click({ force: true });
  }],
  ["pages in small", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("button", { name: /Afficher le sommaire|Show the contents/ }).click();
    await window.getByRole("tab", { name: "Pages" }).click();
    await window.locator(".thumbnail canvas").first().waitFor();
  }],
  ["cited by", (window) => window.getByRole("tab", { name: /Cité par|Cited by/ }).click()],
  ["a letter beside", async (window) => {
    await window.locator(".citation").nth(1).click();
    await window.getByRole("heading", { name: "Un compte-rendu" }).waitFor();
  }],
  ["comfort", async (window) => {
    await window.keyboard.press("/");
    await window.getByRole("combobox").fill("service");
    await window.getByRole("option", { name: /^Une analyse/ }).click();
    await window.getByRole("button", { name: /Confort de lecture|Reading comfort/ }).click();
    await window.getByRole("dialog").waitFor();
  }],
  ["export", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("button", { name: /Imprimer ou exporter|Print or export/ }).click();
    await window.getByText(/Plusieurs lettres|Several letters/).click();
  }],
  ["about", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("button", { name: /À propos|About/ }).click();
    await window.getByText(/^Version 0/).waitFor();
    await window.getByText(/^Licen[cs]es /).click();
  }],
  ["nothing found", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("combobox").fill("xylophonique");
  }],
  ["a missing letter", async (window) => {
    await window.getByRole("combobox").fill("relire://letter/la-derivation/2019-03?t=Lettre+de+mars&d=2019-03");
    await window.keyboard.press("Enter");
    await window.getByRole("heading", { name: "Lettre de mars" }).waitFor();
  }],
  ["settings", (window) => window.getByRole("button", { name: /Réglages|Settings/ }).click()],
];
/** What axe found in a view, as sentences. */
function worded(name: string, violations: readonly Pick<Result, "id" | "nodes">[]): string[] {
  return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** The contrast of everything in view once more, by the axe that is in the page since it was first asked. */
async function contrastIn(window: Page): Promise<Pick<Result, "id" | "nodes">[]> {
  return window.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    return (await axe.run({ runOnly: ["color-contrast"], resultTypes: ["violations"] })).violations;
  });
}

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in any view, in any theme, ${language}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { window } = await launch({ language, settings: { theme: "light" } });
    await window.emulateMedia({ reducedMotion: "reduce" });
    await expect(window.locator("html")).toHaveAttribute("data-theme", "light");
    for (const [name, go] of views) {
      await go(window);
      const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(rules).analyze();
      expect(worded(name, violations)).toEqual([]);
      // Themes differ in colours alone: they are changed under the view as it stands.
      for (const theme of themes.filter((each) => each !== "light")) {
        await window.evaluate((to) => void (document.documentElement.dataset["theme"] = to), theme);
        expect(worded(`${name}, ${theme}`, await contrastIn(window))).toEqual([]);
      }
      await window.evaluate(() => void (document.documentElement.dataset["theme"] = "light"));
    }
  });
}

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
