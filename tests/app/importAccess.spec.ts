/** Every view of imports, in every theme and both languages, without a violation of WCAG 2.2 AA that axe can see; and the focus where one left it. */
import { basename } from "node:path";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { pdfWithPassword } from "../fixtures/pdfWithPassword.ts";
import { chooseInDialog, drop, expect, importByDialog, test } from "./importing.ts";
import { strangeWordsIn } from "./strangeWords.ts";
import { importViews } from "./views.ts";
import { violationsIn } from "./violations.ts";

for (const language of ["fr", "en"] as const) {
  test(`axe finds nothing in any view of imports, in any theme, and every word is of the catalogue, ${language}`, async ({ launch, folder }) => {
    test.setTimeout(120_000);
    const may = letterMarkdown(mayLetter);
    folder.put("mai.md", may);
    folder.put("sans-date.md", letterMarkdown({ title: "Un mot", date: null, sections: [] }));
    folder.put("vide.html", "");
    folder.put("rapport.pdf", pdfWithPassword("Les castors", "sesame"));
    const { window } = await launch({ language, files: [folder.path] });
    await window.emulateMedia({ reducedMotion: "reduce" });
    const paths = ["mai.md", "sans-date.md", "vide.html", "rapport.pdf"].map((name) => `${basename(folder.path)}/${name}`).join(" ");
    const found: string[] = [];
    for (const { name, go } of importViews) {
      await go(window);
      found.push(...(await strangeWordsIn(window, name, language, `${may} Un mot mai.md sans-date.md vide.html rapport.pdf Les castors ${paths} ${language === "fr" ? "Documents importés" : "Imported documents"} Édito Une lecture Agenda`)));
      found.push(...(await violationsIn(window, name)));
    }
    expect(found).toEqual([]);
  });
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
