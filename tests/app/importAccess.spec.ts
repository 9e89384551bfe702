/** Every view of imports, in both themes and both languages, without a violation of WCAG 2.2 AA that axe can see; and the focus where one left it. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { pdfWithPassword } from "../fixtures/pdfWithPassword.ts";
import { chooseInDialog, drop, expect, importByDialog, test } from "./importing.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Each view, reached from the one before. */
const views: [name: string, go: (window: Page) => Promise<unknown>][] = [
  ["password", (window) => window.getByRole("dialog").waitFor()],
  ["report", async (window) => {
    await window.keyboard.press("Escape");
    await window.getByRole("heading", { level: 1, name: /Rapport d’import|Import report/ }).waitFor();
    for (const summary of await window.locator("details:not([open]) > summary").all()) await summary.click();
  }],
  ["card", async (window) => {
    await window.getByRole("button", { name: /^(?:Vérifier|Review) .*Lettre de mai/ }).click();
    await window.getByRole("textbox", { name: /Titre de la section 3|Title of section 3/ }).waitFor();
  }],
  ["wrong date", (window) => window.getByRole("textbox", { name: "Date" }).fill("demain")],
  ["notice", async (window) => {
    await window.getByRole("button", { name: /Mettre à la corbeille|Move to the bin/ }).click();
    await window.getByRole("button", { name: /^(?:Annuler|Undo)$/ }).waitFor();
  }],
  ["imports", (window) => window.getByRole("navigation").first().getByRole("button", { name: "Imports" }).click()],
  ["bin", async (window) => {
    await window.getByRole("button", { name: /^(?:Corbeille|Bin)$/ }).click();
    await window.getByRole("button", { name: /^(?:Restaurer|Restore)/ }).waitFor();
  }],
  ["emptying", (window) => window.getByRole("button", { name: /Vider la corbeille…|Empty the bin…/ }).click()],
];

for (const theme of ["light", "dark"] as const) {
  for (const language of ["fr", "en"] as const) {
    test(`axe finds nothing in any view of imports, ${theme}, ${language}`, async ({ launch, folder }) => {
      folder.put("mai.md", letterMarkdown(mayLetter));
      folder.put("sans-date.md", letterMarkdown({ title: "Un mot", date: null, sections: [] }));
      folder.put("vide.html", "");
      folder.put("rapport.pdf", pdfWithPassword("Les castors", "sesame"));
      const { window } = await launch({ language, files: [folder.path] });
      await window.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const [name, go] of views) {
        await go(window);
        const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(rules).analyze();
        const said = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
        expect(said).toEqual([]);
      }
    });
  }
}

test("after a dialog, the focus is where it was", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  await window.getByRole("button", { name: /Vérifier/ }).click();
  await window.getByRole("button", { name: "Mettre à la corbeille" }).click();
  await window.getByRole("navigation").getByRole("button", { name: "Imports" }).click();
  await window.getByRole("button", { name: "Corbeille", exact: true }).click();
  const empty = window.getByRole("button", { name: "Vider la corbeille…" });
  await empty.focus();
  await window.keyboard.press("Enter");
  await expect(window.getByRole("alertdialog", { name: /Vider/ })).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(empty).toBeFocused();
});

test("an import that ends while one types takes neither the focus nor the letter that is read", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  const link = window.getByRole("link", { name: "carte des trois pôles" });
  await link.scrollIntoViewIfNeeded();
  await window.keyboard.press("/");
  await window.keyboard.type("salamandres");
  await chooseInDialog(app, []);
  const end = await drop(window, [folder.path]);
  await end();
  await expect(window.getByText("Import terminé.").first()).toBeVisible();
  await expect(window.getByRole("option", { name: /Une lecture/ })).toBeVisible();
  await expect(window.getByRole("combobox")).toBeFocused();
  await expect(window.getByRole("combobox")).toHaveValue("salamandres");
  await expect(link).toBeInViewport();
});
