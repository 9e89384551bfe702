/** A person brings letters and reports in, follows how it goes, corrects what was understood, and finds all of it again. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { built } from "../fixtures/built.ts";
import { letterMarkdown, manyLetters, mayLetter } from "../fixtures/letterFolder.ts";
import { pdfWithPassword } from "../fixtures/pdfWithPassword.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { drop, expect, given, importByDialog, report, saveInDialog, test } from "./importing.ts";

test("what is chosen in the dialog is read, found, and told in a report that leads to it", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  await expect(report(window)).toContainText("Import terminé. 1 ajouté");
  await report(window).getByRole("button", { name: "Lettre de mai", exact: true }).click();
  await expect(window.getByRole("heading", { name: "Lettre de mai", level: 1 })).toBeVisible();
  await window.getByRole("combobox").fill("salamandres");
  await expect(window.getByRole("option", { name: /Une lecture/ })).toBeVisible();
});

test("importing again changes nothing, and says so", async ({ app, folder }) => {
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  await expect(report(app.window)).toContainText("1 ajouté");
  await importByDialog(app, [folder.at("mai.md")]);
  await app.window.getByRole("button", { name: "Voir le rapport" }).click();
  await expect(report(app.window)).toContainText("1 inchangé");
});

test("a folder dropped on the window is imported, under a veil that says so, and no path gets into the page", async ({ app: { window }, folder }) => {
  folder.put("Mes lettres/mai.md", letterMarkdown(mayLetter));
  folder.put("Mes lettres/vide.md", "");
  const end = await drop(window, [folder.at("Mes lettres")]);
  await expect(window.getByText("Déposer pour importer 1 élément")).toBeVisible();
  await end();
  await expect(report(window)).toContainText("1 ajouté · 1 échec");
  await expect(report(window)).toContainText("Mes lettres/vide.md");
  await expect(report(window)).toContainText("est vide : il n’y a rien à y lire.".replaceAll(" :", "\u202F:"));
  for (const details of await window.locator("details:not([open]) summary").all()) await details.click();
  expect(await window.content()).not.toContain(folder.path);
});

test("a file opened with Relire is imported, also by the one that already runs", async ({ launch, folder }) => {
  folder.put("mai.md", letterMarkdown(mayLetter));
  folder.put("juin.md", letterMarkdown({ ...mayLetter, title: "Lettre de juin", date: "2023-06" }));
  const { window, electron, profile } = await launch({ files: [folder.at("mai.md")] });
  await expect(report(window)).toContainText("1 ajouté");
  const { executable, ours } = await electron.evaluate(({ app }) => ({ executable: process.execPath, ours: app.isPackaged ? [] : [app.getAppPath()] }));
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const second = spawn(executable, [...ours, `--user-data-dir=${profile}`, ...root, "juin.md"], { cwd: folder.path, stdio: "ignore" });
  expect(await once(second, "exit")).toEqual([0, null]);
  await window.getByRole("button", { name: "Voir le rapport" }).click();
  await expect(report(window).getByRole("button", { name: "Lettre de juin", exact: true })).toBeVisible();
});

test("while a large folder is read one searches and finds what is done; stopped, what is done stays", async ({ app, folder }) => {
  const { window } = app;
  manyLetters(folder.path, 3000);
  await given(app, folder.path, "Un dossier…");
  const bar = window.getByRole("progressbar", { name: "Import en cours" });
  await expect(bar).toBeVisible();
  await window.getByRole("combobox").fill("mot1");
  await expect(window.getByRole("option", { name: /mot1/ }).first()).toBeVisible();
  await expect(bar).toBeVisible();
  await window.getByRole("button", { name: "Arrêter" }).click();
  await expect(window.getByText("Import arrêté.").first()).toBeVisible();
  const said = (await window.getByText(/\d+ ajoutés/).first().textContent()) ?? "";
  const added = Number(/(\d+) ajoutés/.exec(said)?.[1]);
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(3000);
  await window.getByRole("combobox", { name: /^Chercher/ }).fill("");
  await expect(window.getByRole("navigation").getByRole("button", { name: /^Lettres/ })).toHaveText(new RegExp(`Lettres${14 + added}$`));
});

test("the report tells each file that failed, filters, is copied and saved", async ({ app, folder }) => {
  const { window, electron } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  folder.put("vide.html", "");
  await importByDialog(app, [folder.at("mai.md"), folder.at("vide.html")]);
  await window.getByRole("radio", { name: /^Échecs/ }).click({ force: true });
  await expect(report(window).getByRole("listitem").filter({ hasText: "vide.html" })).toBeVisible();
  await expect(report(window).getByRole("button", { name: "Lettre de mai", exact: true })).toBeHidden();
  await saveInDialog(app, folder.at("rapport.md"));
  await window.getByRole("button", { name: "Enregistrer le rapport…" }).click();
  await expect(window.getByText("Rapport enregistré")).toBeVisible();
  const saved = await readFile(folder.at("rapport.md"), "utf8");
  expect(saved).toContain("## Échecs (1)");
  expect(saved).toContain("- mai.md — Lettre de mai, mai 2023");
  expect(saved).not.toContain(folder.path);
  await window.getByRole("button", { name: "Copier" }).click();
  await expect(window.getByText("Rapport copié")).toBeVisible();
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(saved);
});

test("a letter's card is corrected at once: title, date, collection, rubric; and undone", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  await window.getByRole("button", { name: /Vérifier/ }).click();
  const date = window.getByRole("textbox", { name: "Date" });
  await expect(date).toHaveValue("mai 2023");
  await date.fill("demain");
  await expect(window.getByText(/Cette date n’est pas comprise/)).toBeVisible();
  await date.fill("5/4/2021");
  await expect(window.getByText("5 avril 2021", { exact: true })).toBeVisible();
  await date.press("Enter");
  await expect(window.getByText("Correction enregistrée.")).toBeVisible();
  await expect(date).toHaveValue("5 avril 2021");
  await window.getByRole("textbox", { name: "Titre", exact: true }).fill("Lettre d’avril");
  await window.getByRole("textbox", { name: "Titre", exact: true }).press("Enter");
  await expect(window.getByRole("banner").or(window.locator(".sheet-bar"))).toContainText("Lettre d’avril, 5 avril 2021");
  const collection = window.getByRole("combobox", { name: "Collection" });
  await collection.fill("Le Printemps");
  await collection.press("Enter");
  await expect(window.getByRole("navigation").getByRole("button", { name: /^Le Printemps/ })).toBeVisible();
  const rubric = window.getByRole("combobox", { name: "Rubrique" }).first();
  await rubric.fill("Un billet");
  await rubric.press("Enter");
  await expect(window.getByRole("combobox", { name: "Rubrique" }).first()).toHaveValue("Un billet");
  await window.getByRole("button", { name: "Annuler la dernière correction" }).click();
  await expect(window.getByText("Correction annulée.")).toBeVisible();
  await expect(window.getByRole("combobox", { name: "Rubrique" }).first()).not.toHaveValue("Un billet");
});

test("sections are joined and cut, the focus going with them, and search follows", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  await window.getByRole("button", { name: /Vérifier/ }).click();
  await window.getByRole("button", { name: /Séparer à .*Où le trouver/ }).click();
  await expect(window.getByRole("textbox", { name: "Titre de la section 3" })).toHaveValue("Où le trouver");
  await expect(window.getByRole("textbox", { name: "Titre de la section 3" })).toBeFocused();
  await window.getByRole("listitem", { name: "Section 4" }).getByRole("button", { name: "Réunir avec la section au-dessus" }).click();
  await expect(window.getByRole("textbox", { name: "Titre de la section 4" })).toHaveCount(0);
  await expect(window.getByRole("textbox", { name: "Titre de la section 3" })).toBeFocused();
  await window.getByRole("searchbox").or(window.getByRole("combobox", { name: /Chercher/ })).fill("bibliothèque de la gare");
  await expect(window.getByRole("option", { name: /Où le trouver/ })).toBeVisible();
});

test("all that an import added goes into one collection at once, a new one too", async ({ app, folder }) => {
  const { window } = app;
  manyLetters(folder.path, 3);
  await importByDialog(app, [folder.path], "Un dossier…");
  await window.getByRole("button", { name: "Tout classer…" }).click();
  const collection = window.getByRole("combobox", { name: /^Collection de tout/ });
  await expect(collection).toHaveValue("Documents importés");
  await collection.fill("Le Printemps");
  await collection.press("Enter");
  await expect(report(window).getByText("3 documents classés.")).toBeVisible();
  await expect(window.getByRole("navigation").getByRole("button", { name: /^Le Printemps/ })).toHaveText("Le Printemps3");
});

test("letters are looked over one after the other by keys", async ({ app, folder }) => {
  const { window } = app;
  manyLetters(folder.path, 3);
  await importByDialog(app, [folder.path], "Un dossier…");
  await window.getByRole("button", { name: /Vérifier/ }).first().click();
  await expect(window.getByText("1 sur 3")).toBeVisible();
  const title = window.getByRole("textbox", { name: "Titre", exact: true });
  await title.fill("Première");
  await title.press("Control+Enter");
  await expect(window.getByText("2 sur 3")).toBeVisible();
  await window.keyboard.press("Control+Shift+Enter");
  await expect(window.getByText("1 sur 3")).toBeVisible();
  await expect(title).toHaveValue("Première");
});

test("what is put in the bin can be taken back at once, or restored later, or erased for good", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  const letters = window.getByRole("region", { name: "Liste" });
  const remove = async (): Promise<void> => {
    await window.getByRole("button", { name: /Lettre de mai/ }).first().click();
    await window.getByRole("button", { name: "Autres actions" }).click();
    await window.getByRole("menuitem", { name: "Mettre à la corbeille" }).click();
    await expect(letters.getByRole("button", { name: /Lettre de mai/ })).toHaveCount(0);
  };
  await window.getByRole("navigation").getByRole("button", { name: /^Lettres/ }).click();
  await remove();
  await window.getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(letters.getByRole("button", { name: /Lettre de mai/ })).toBeVisible();
  await remove();
  await window.getByRole("navigation").getByRole("button", { name: "Imports" }).click();
  await window.getByRole("button", { name: "Corbeille", exact: true }).click();
  await window.getByRole("button", { name: /Restaurer/ }).click();
  await expect(window.getByText("La corbeille est vide.")).toBeVisible();
  await window.getByRole("navigation").getByRole("button", { name: /^Lettres/ }).click();
  await remove();
  await window.getByRole("navigation").getByRole("button", { name: "Imports" }).click();
  await window.getByRole("button", { name: "Corbeille", exact: true }).click();
  await window.getByRole("button", { name: "Vider la corbeille…" }).click();
  await window.getByRole("alertdialog", { name: /Vider/ }).getByRole("button", { name: "Vider" }).click();
  await expect(window.getByText("La corbeille a été vidée.")).toBeVisible();
});

test("a locked PDF asks for its password, tells a wrong one, and can be left aside for later", async ({ app, folder }) => {
  const { window } = app;
  folder.put("rapport.pdf", pdfWithPassword("Les castors du canal", "sesame"));
  folder.put("autre.pdf", pdfWithPassword("Les loutres", "sesame"));
  await importByDialog(app, [folder.at("rapport.pdf"), folder.at("autre.pdf")]);
  const dialog = window.getByRole("dialog", { name: "Ce PDF est protégé par un mot de passe" });
  await expect(dialog).toContainText("rapport.pdf");
  await expect(dialog).toContainText("1 autre PDF attend");
  await dialog.getByLabel("Mot de passe").fill("faux");
  await dialog.getByRole("button", { name: "Ouvrir" }).click();
  await expect(dialog).toContainText("Ce mot de passe n’ouvre pas le fichier.");
  await dialog.getByLabel("Mot de passe").fill("sesame");
  await dialog.getByLabel("Mot de passe").press("Enter");
  await expect(dialog).toContainText("autre.pdf");
  await dialog.getByRole("button", { name: "Passer" }).click();
  await expect(dialog).toBeHidden();
  await expect(report(window)).toContainText("1 ajouté · 1 échec");
  await window.getByRole("combobox").fill("castors");
  await expect(window.getByRole("option").first()).toBeVisible();
  await report(window).getByRole("button", { name: "Donner le mot de passe…" }).click();
  await expect(dialog).toContainText("autre.pdf");
});

test("a restart keeps letters, reports, corrections and the import's report", async ({ launch, folder }) => {
  folder.put("mai.md", letterMarkdown(mayLetter));
  folder.put("bilan.pdf", makePdf([{ lines: ["Bilan des salamandres"] }]));
  const first = await launch();
  await importByDialog(first, [folder.at("mai.md"), folder.at("bilan.pdf")]);
  await expect(report(first.window)).toContainText("2 ajoutés");
  await first.window.getByRole("button", { name: /Vérifier.*Lettre de mai/ }).click();
  await first.window.getByRole("textbox", { name: "Titre", exact: true }).fill("Lettre du joli mois");
  await first.window.getByRole("textbox", { name: "Titre", exact: true }).press("Enter");
  await expect(first.window.getByText("Correction enregistrée.")).toBeVisible();
  await first.close();
  const { window } = await launch({ profile: first.profile });
  await expect(window.getByRole("button", { name: /Lettre du joli mois/ }).first()).toBeVisible();
  await window.getByRole("combobox").fill("salamandres");
  await expect(window.getByRole("option")).toHaveCount(2);
  await window.getByRole("navigation").getByRole("button", { name: "Imports" }).click();
  await window.getByRole("button", { name: /2 ajoutés/ }).click();
  await expect(report(window).getByRole("button", { name: "Lettre du joli mois", exact: true })).toBeVisible();
});

test("what came with the application can be neither corrected nor removed", async ({ app: { window } }) => {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await expect(window.getByRole("heading", { name: "Lettre d’informations", level: 1 })).toBeVisible();
  await expect(window.getByRole("button", { name: "Autres actions" })).toHaveCount(0);
});

test("an empty archive says how letters come in", async ({ launch, folder }) => {
  folder.put("catalogue.json", await readFile(built("archive/catalogue.json"), "utf8").then(emptied));
  const { window } = await launch({ archive: folder.path });
  await expect(window.getByText(/Importez vos lettres et vos rapports/)).toBeVisible();
  await expect(window.getByRole("main").getByRole("button", { name: "Importer…" })).toHaveCount(2);
});

/** The same catalogue without anything in it. */
function emptied(text: string): string {
  const catalogue = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(Object.entries(catalogue).map(([key, value]) => [key, Array.isArray(value) ? [] : value])));
}
