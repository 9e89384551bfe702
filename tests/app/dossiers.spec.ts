/** A workshop from end to end: passages gathered by a key, put in order, written to, handed out, packed, and taken in elsewhere. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { chooseInDialog, expect, given, report, saveInDialog, test } from "./importing.ts";

function items(window: Page): Locator {
  return window.getByRole("grid", { name: "Déroulé" }).getByRole("row");
}

async function gatherSection(window: Page, query: string): Promise<void> {
  await window.keyboard.press("/");
  await window.keyboard.type(`type:lettre ${query}`);
  await expect(window.getByRole("option").first()).toBeVisible();
  await window.keyboard.press("Enter");
  await expect(window.locator(".sheet h2:focus")).toBeVisible();
  await window.keyboard.press("d");
}

async function openDossiers(window: Page): Promise<void> {
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
}

async function makeDossier(window: Page): Promise<void> {
  await openDossiers(window);
  await window.getByRole("button", { name: "Nouveau dossier" }).click();
  const title = window.getByRole("textbox", { name: "Titre" });
  await title.fill("Atelier du soir");
  await expect(window.getByRole("region", { name: "Liste" }).getByRole("button", { name: /Atelier du soir/ })).toBeVisible();
}

function pdfText(path: string): string {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
}

test("passages are gathered by a key, put in order, completed, handed out, packed, and taken in elsewhere", async ({ app, launch, folder }) => {
  const { window } = app;
  await gatherSection(window, "geek de service");
  await window.getByRole("textbox", { name: "Nouveau dossier" }).fill("Atelier du soir");
  await window.keyboard.press("Enter");
  await expect(window.getByText("Ajouté à « Atelier du soir ».").first()).toBeVisible();
  const queries = ["imprimante", "soupe", "jambes", "guichet", "réparation"];
  for (const query of queries) await gatherSection(window, query);
  await window.keyboard.press("/");
  await window.keyboard.type("trois pôles type:pdf");
  await window.getByRole("option", { name: /Fiche 3/ }).first().click();
  await window.getByRole("button", { name: "Ajouter au dossier (D)" }).click();
  await openDossiers(window);
  await window.getByRole("button", { name: /Atelier du soir/ }).click();
  await expect(items(window)).toHaveCount(7);

  const last = await items(window).last().locator(".title").textContent();
  await items(window).last().focus();
  for (let place = 6; place > 0; place--) {
    await window.keyboard.press("Alt+ArrowUp");
    await expect(items(window).nth(place - 1).locator(".title")).toHaveText(last ?? "");
  }
  await window.getByRole("button", { name: "Consigne", exact: true }).click();
  await items(window).last().getByRole("textbox", { name: "Consigne" }).fill("Par deux, lisez les cartes à voix haute.");
  await window.getByRole("textbox", { name: "Intention" }).fill("Comprendre qui aide qui.");
  await window.getByRole("spinbutton", { name: "Durée (min)" }).fill("90");
  await window.getByRole("spinbutton", { name: "Minutes" }).fill("20");
  await expect(window.getByText(/20\smin prévues sur 90/)).toBeVisible();

  await window.getByRole("button", { name: "Imprimer, distribuer" }).click();
  const sheets = window.getByRole("dialog", { name: "Feuilles à distribuer" });
  for (const [form, name] of [["A4", "a4"], ["Livret A5", "booklet"], ["Quatre cartes", "cards"]] as const) {
    await sheets.getByText(form, { exact: true }).click();
    await expect(sheets.getByRole("img", { name: /^Page 1 sur/ })).toBeVisible();
    await saveInDialog(app, folder.at(`${name}.pdf`));
    await sheets.getByRole("button", { name: "Enregistrer en PDF" }).click();
    await expect(sheets.getByText("Fichier enregistré.")).toBeVisible();
    const text = pdfText(folder.at(`${name}.pdf`));
    expect(text).toContain("Par deux, lisez les cartes à voix haute.");
    expect(text).toContain("Les Passerelles");
  }
  await saveInDialog(app, folder.at("feuilles.odt"));
  await sheets.getByRole("button", { name: "ODT" }).click();
  await expect(sheets.getByText("Fichier enregistré.")).toBeVisible();
  expect(readFileSync(folder.at("feuilles.odt")).subarray(30, 77).toString()).toBe("mimetypeapplication/vnd.oasis.opendocument.text");
  folder.put("cle/vide.txt", "");
  await chooseInDialog(app, [folder.at("cle")]);
  await sheets.getByRole("button", { name: "Mettre sur une clé USB…" }).click();
  await expect(sheets.getByText(/Vous pouvez retirer la clé/)).toBeVisible();
  expect(readdirSync(folder.at("cle/Atelier du soir")).toSorted()).toEqual(["Atelier du soir.relire", "Cartes.pdf", "Feuilles A4.pdf", "LISEZMOI.txt", "Livret A5.pdf"]);
  await sheets.getByRole("button", { name: "Fermer" }).click();

  const other = await launch();
  await given(other, folder.at("cle/Atelier du soir/Atelier du soir.relire"));
  const question = other.window.getByRole("dialog", { name: /Importer ce paquet/ });
  await expect(question).toContainText("Il apporte un dossier : Atelier du soir");
  await question.getByRole("button", { name: "Importer" }).click();
  await expect(report(other.window)).toContainText("ajouté");
  await openDossiers(other.window);
  await other.window.getByRole("button", { name: /Atelier du soir/ }).click();
  await expect(items(other.window)).toHaveCount(8);
  await expect(items(other.window).first().locator(".title")).toHaveText(last ?? "");

  const [wall] = await Promise.all([other.electron.waitForEvent("window"), other.window.getByRole("button", { name: "Projeter" }).last().click()]);
  const speaker = other.window.getByRole("dialog", { name: "Projection" });
  await expect(wall.locator(".wall-page canvas")).toBeVisible();
  await expect(speaker).toContainText("Partie 1 sur 7");
  await wall.keyboard.press("Shift+PageDown");
  await expect(speaker).toContainText("Partie 2 sur 7");
  const title = await wall.locator(".wall-stage").innerText();
  await wall.keyboard.press("PageDown");
  await expect(wall.locator(".wall-stage")).not.toHaveText(title);
  await wall.keyboard.press("b");
  await expect(wall.getByRole("img", { name: "Écran noir" })).toBeVisible();
  await wall.keyboard.press("PageDown");
  await wall.keyboard.press("End");
  await expect(speaker).toContainText("Par deux, lisez les cartes à voix haute.");
  await expect(wall.locator(".wall")).not.toContainText("Par deux");
});

test("two copies that were edited apart are compared and merged, item by item", async ({ app, folder }) => {
  const { window } = app;
  await makeDossier(window);
  await window.getByRole("button", { name: "Question", exact: true }).click();
  const text = items(window).first().getByRole("textbox", { name: "Question" });
  await text.fill("Qui aide ?");
  await saveInDialog(app, folder.at("avant.relire"));
  await text.blur();
  await window.getByRole("button", { name: "Enregistrer en paquet (.relire)" }).click();
  await expect(window.getByText("Fichier enregistré.")).toBeVisible();
  await text.fill("Qui aide qui, et pourquoi ?");
  await text.blur();
  await window.getByRole("button", { name: "Consigne", exact: true }).click();
  await items(window).last().getByRole("textbox", { name: "Consigne" }).fill("Par deux.");
  await expect(items(window)).toHaveCount(2);
  await items(window).last().getByRole("textbox", { name: "Consigne" }).blur();
  await saveInDialog(app, folder.at("apres.relire"));
  await given(app, folder.at("avant.relire"));
  const question = window.getByRole("dialog", { name: /Importer ce paquet/ });
  await question.getByRole("button", { name: "Importer" }).click();
  await window.getByRole("button", { name: "Comparer les deux" }).click();
  const compare = window.getByRole("dialog", { name: "Deux versions de ce dossier" });
  await expect(compare.getByText("Qui aide ?")).toBeVisible();
  await expect(compare.getByRole("radio", { name: "Ici" }).first()).toBeChecked();
  await compare.getByText("Les deux", { exact: true }).click();
  await compare.getByRole("button", { name: "Réunir" }).click();
  await expect(items(window)).toHaveCount(3);
  await expect(window.getByText("Une autre version de ce dossier attend d’être comparée.")).toBeHidden();
});
