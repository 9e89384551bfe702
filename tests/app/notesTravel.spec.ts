/** Notes from one computer to another: as a file and in a pack, only when a person says so; found and told of where their letter is not. */
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { chooseInDialog, given, expect, importByDialog, report, saveInDialog, test } from "./importing.ts";
import type { App } from "./launch.ts";

const rows = (window: Page) => window.locator(".note-row");
const letter = "---\ntitle: Lettre de juin\ndate: 2023-06\n---\n\n## La soupe\n\nLe mardi, une soupe que chacun prépare à son tour. Puis nous lisons.\n";
const file = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  type: "AnnotationPage",
  items: [
    {
      type: "Annotation",
      id: "urn:uuid:0b5f2c1e-7d7c-4b8e-9b6a-000000000001",
      created: "2026-03-01T10:00:00Z",
      body: [{ type: "TextualBody", value: "ornithorynque" }, { type: "TextualBody", purpose: "classifying", value: "discuss" }],
      target: { source: { id: "relire://essai/disparue#la-soupe", "dcterms:title": "Lettre disparue", "relire:heading": "La soupe" }, selector: { type: "TextQuoteSelector", exact: "une soupe" } },
    },
  ],
};

async function toNotes(window: Page): Promise<void> {
  await window.getByRole("navigation").first().getByRole("button", { name: "Notes" }).click();
}

/** A note on the first words of the letter's section, by the keyboard. */
async function writeNote({ window }: App, text: string): Promise<void> {
  await window.getByRole("navigation").first().getByRole("button", { name: /Lettres/ }).click();
  await window.getByRole("button", { name: /Lettre de juin/ }).first().click();
  await window.locator(".letter .section .prose").first().waitFor();
  await window.keyboard.press("Control+Shift+H");
  await window.getByRole("toolbar", { name: "Surligner et citer" }).getByRole("button", { name: "Écrire une note" }).click();
  const editor = window.getByRole("dialog", { name: /^Note$/ });
  await editor.getByRole("textbox", { name: "Note" }).fill(text);
  await expect(editor.getByText("Enregistrée")).toBeVisible();
  await window.keyboard.press("Escape");
}

test("notes are exported as shown, read elsewhere, and told of where their letter is not", async ({ launch, folder }) => {
  folder.put("lettre.md", letter);
  const here = await launch();
  await importByDialog(here, [folder.at("lettre.md")]);
  await writeNote(here, "À cuisiner ensemble");
  await toNotes(here.window);
  await here.window.getByRole("button", { name: "Exporter…" }).click();
  const dialog = here.window.getByRole("dialog", { name: "Exporter des notes" });
  await expect(dialog).toContainText("Ne le donnez qu’à qui peut le lire");
  await saveInDialog(here, folder.at("notes.md"));
  await dialog.getByText("Markdown", { exact: true }).click();
  await dialog.getByRole("button", { name: "Enregistrer…" }).click();
  await expect(here.window.getByText("Notes enregistrées.").first()).toBeVisible();
  expect(readFileSync(folder.at("notes.md"), "utf8")).toContain("## Lettre de juin\n\n### La soupe\n\n> Le mardi");
  await saveInDialog(here, folder.at("notes.jsonld"));
  await here.window.getByRole("button", { name: "Exporter…" }).click();
  await dialog.getByRole("button", { name: "Enregistrer…" }).click();
  await expect(dialog).toBeHidden();

  const there = await launch();
  await importByDialog(there, [folder.at("notes.jsonld")]);
  await there.window.getByRole("button", { name: "Voir le rapport" }).or(report(there.window)).first().click();
  await report(there.window).getByText("1 point à vérifier").click();
  await expect(report(there.window)).toContainText("Notes de documents qui ne sont pas dans cette bibliothèque");
  await toNotes(there.window);
  await expect(rows(there.window)).toContainText("À cuisiner ensemble");
  await expect(rows(there.window)).toContainText("plus dans la bibliothèque");
  await there.window.getByRole("combobox", { name: "Chercher dans toute l’archive" }).fill("cuisiner type:note");
  const hits = there.window.getByRole("listbox", { name: "Résultats" });
  await expect(hits).toContainText("Lettre de juin");
  await expect(hits).toContainText("plus dans la bibliothèque");
  await there.window.getByRole("option").first().click();
  const editor = there.window.getByRole("dialog", { name: /^Note$/ });
  await expect(editor.getByRole("textbox", { name: "Note" })).toHaveValue("À cuisiner ensemble");
  await there.window.keyboard.press("Escape");
  await importByDialog(there, [folder.at("lettre.md")]);
  await toNotes(there.window);
  await expect(rows(there.window).getByText("plus dans la bibliothèque")).toBeHidden();
});

test("a dossier's pack takes notes along only when that is ticked, and says so to who receives it", async ({ launch, folder }) => {
  folder.put("lettre.md", letter);
  const here = await launch();
  const { window } = here;
  await importByDialog(here, [folder.at("lettre.md")]);
  await writeNote(here, "À cuisiner ensemble");
  await window.locator(".note-sign").first().click();
  await window.getByRole("dialog", { name: /^Note$/ }).getByRole("button", { name: "Ajouter au dossier" }).click();
  await window.getByRole("dialog", { name: "Dans quel dossier ?" }).getByRole("textbox", { name: "Nouveau dossier" }).fill("Veillée");
  await window.keyboard.press("Enter");
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
  await window.getByRole("button", { name: /Veillée/ }).click();
  const share = window.getByRole("dialog", { name: "Ce que le paquet emporte" });
  for (const [name, isTicked] of [["sans", false], ["avec", true]] as const) {
    await saveInDialog(here, folder.at(`${name}.relire`));
    await window.getByRole("button", { name: "Ce dossier" }).click();
    await window.getByRole("menuitem", { name: "Paquet à composer…" }).click();
    const tick = share.getByRole("checkbox", { name: /Votre note sur ces documents/ });
    await expect(tick).not.toBeChecked();
    await expect(share).toContainText("Vos notes sont à vous et restent ici si rien n’est coché");
    if (isTicked) await tick.check({ force: true });
    await share.getByRole("button", { name: "Enregistrer le paquet…" }).click();
    await expect(share).toBeHidden();
  }
  expect(readFileSync(folder.at("sans.relire")).includes("À cuisiner")).toBe(false);
  const there = await launch();
  await given(there, folder.at("avec.relire"));
  const question = there.window.getByRole("dialog", { name: /Importer ce paquet/ });
  await expect(question).toContainText("Il apporte 1 note de qui l’a fait.");
  await question.getByRole("button", { name: "Importer" }).click();
  await expect(report(there.window)).toContainText("ajouté");
  await toNotes(there.window);
  await expect(rows(there.window)).toContainText("À cuisiner ensemble");
});

test("letters are exported as a pack, with their notes only when that is ticked", async ({ launch, folder }) => {
  folder.put("lettre.md", letter);
  const here = await launch();
  const { window } = here;
  await importByDialog(here, [folder.at("lettre.md")]);
  await writeNote(here, "À cuisiner ensemble");
  await window.getByRole("button", { name: "Imprimer ou exporter" }).click();
  const dialog = window.getByRole("dialog", { name: "Imprimer ou exporter" });
  await dialog.getByText("Paquet Relire", { exact: true }).click();
  const tick = dialog.getByRole("checkbox", { name: /Avec votre note/ });
  await expect(tick).not.toBeChecked();
  for (const name of ["sans", "avec"]) {
    if (name === "avec") await tick.check({ force: true });
    await saveInDialog(here, folder.at(`${name}.relire`));
    await dialog.getByRole("button", { name: "Enregistrer…" }).click();
    await expect.poll(() => existsSync(folder.at(`${name}.relire`))).toBe(true);
    await expect(dialog.getByText("Fichier enregistré.")).toBeVisible();
  }
  expect(readFileSync(folder.at("sans.relire")).includes("À cuisiner")).toBe(false);
  expect(readFileSync(folder.at("avec.relire")).includes("À cuisiner")).toBe(true);
  await dialog.getByText("Une section", { exact: true }).click();
  await expect(dialog.getByText("Paquet Relire", { exact: true })).toBeHidden();
});

test("annotations of another program are taken in by the list's own way", async ({ launch, folder }) => {
  folder.put("autres.jsonld", JSON.stringify(file));
  const app = await launch();
  await toNotes(app.window);
  await expect(app.window.getByText("Aucune note pour l’instant.")).toBeVisible();
  await chooseInDialog(app, [folder.at("autres.jsonld")]);
  await app.window.getByRole("region", { name: "Liste" }).getByRole("button", { name: "Importer…" }).click();
  await expect(rows(app.window)).toContainText("Lettre disparue");
});
