/**
 * The views of who prepares a workshop, each reached from the one before over the bundled archive: words marked and written about, gathered, put in
 * order, handed out, projected, and two versions of one dossier. The system's dialogs are to answer with one file, first to save, then to import it, and with one
 * folder, for a key.
 */
import { expect, type Page } from "@playwright/test";
import type { View } from "./views.ts";

const button = (window: Page, name: RegExp) => window.getByRole("button", { name });
const escape = (window: Page) => window.keyboard.press("Escape");
const dialog = (window: Page, name: RegExp) => window.getByRole("dialog", { name });
const rail = (window: Page) => window.getByRole("navigation").first();
const dossierTitle = /^Atelier du soir/;

/** What is open is closed, the last first. */
async function closed(window: Page): Promise<void> {
  const layers = window.locator('[role="dialog"], [role="menu"]');
  await expect(async () => {
    await escape(window);
    await expect(layers).toHaveCount(0, { timeout: 500 });
  }).toPass();
}

async function toDossier(window: Page): Promise<void> {
  await rail(window).getByRole("button", { name: /^Dossiers/ }).click();
  await window.locator("section.list").getByRole("button", { name: dossierTitle }).click();
  await window.getByRole("textbox", { name: /^(?:Titre|Title)$/ }).waitFor();
}

/** Text of one's own, after the items there are. */
async function write(window: Page, role: RegExp, text: string): Promise<void> {
  const rows = window.getByRole("grid").getByRole("row");
  const before = await rows.count();
  await window.locator(".dossier-add").getByRole("button", { name: role }).click();
  const field = rows.nth(before).getByRole("textbox");
  await field.fill(text);
  await field.blur();
}

export const workshopViews: readonly View[] = [
  {
    name: "words selected by keys",
    go: async (window) => {
      await button(window, /Lettre d’informations/).first().click();
      await window.locator(".letter .section .prose").first().waitFor();
      await window.keyboard.press("Control+Shift+H");
      await window.getByRole("toolbar", { name: /Surligner et citer|Highlight and quote/ }).waitFor();
    },
  },
  {
    name: "a note being written",
    go: async (window) => {
      // The walk went on, and what was selected is out of sight.
      await window.keyboard.press("Control+Shift+H");
      await button(window, /^(?:Écrire une note|Write a note)$/).press("Enter");
      const note = dialog(window, /^Note$/);
      await note.getByRole("textbox").first().fill("À lire à voix haute");
      await note.getByRole("textbox").last().fill("cercle");
      await note.getByText(/^(?:Enregistrée|Saved)$/).waitFor();
    },
  },
  {
    name: "citing",
    go: async (window) => {
      await button(window, /^(?:Citer…|Cite…)$/).press("Enter");
      await window.locator(".quoting .reference").waitFor();
    },
  },
  { name: "a letter with a note", go: closed },
  {
    name: "into which dossier",
    go: async (window) => {
      await window.locator(".note-sign").first().press("Enter");
      await dialog(window, /^Note$/).getByRole("button", { name: /Ajouter au dossier|Add to the dossier/ }).press("Enter");
      await dialog(window, /^(?:Dans quel dossier|Into which dossier)/).waitFor();
    },
  },
  {
    name: "gathered",
    go: async (window) => {
      await window.getByRole("textbox", { name: /Nouveau dossier|New dossier/ }).fill("Atelier du soir");
      await window.keyboard.press("Enter");
      await window.getByText(/^(?:Ajouté à|Added to)/).first().waitFor();
    },
  },
  {
    name: "a text's menu",
    go: async (window) => {
      await window.locator(".letter h2").first().focus();
      await window.keyboard.press("Shift+F10");
      await window.getByRole("menu").waitFor();
    },
  },
  {
    name: "rows to read in",
    go: async (window) => {
      await closed(window);
      await button(window, /\d+ (?:sur|of) \d+/).first().press("Enter");
      await window.getByRole("menu").waitFor();
    },
  },
  {
    name: "notes",
    go: async (window) => {
      await closed(window);
      await rail(window).getByRole("button", { name: "Notes" }).click();
      await window.locator(".note-row").first().waitFor();
    },
  },
  {
    name: "notes to be exported",
    go: async (window) => {
      await button(window, /^(?:Exporter|Export)…$/).press("Enter");
      await dialog(window, /^(?:Exporter des notes|Export notes)$/).getByRole("radio").first().waitFor();
    },
  },
  {
    name: "a dossier",
    go: async (window) => {
      await closed(window);
      await toDossier(window);
      await write(window, /Consigne|Instruction/, "Par deux.");
      await write(window, /Question/, "Qui aide ?");
      await window.locator(".dossier-item").nth(2).waitFor();
    },
  },
  {
    name: "what a dossier can do",
    go: async (window) => {
      await button(window, /^(?:Ce dossier|This dossier)$/).press("Enter");
      await window.getByRole("menu").waitFor();
    },
  },
  {
    name: "what a pack takes along",
    go: async (window) => {
      await window.getByRole("menuitem", { name: /^(?:Paquet à composer|Choose what the pack holds)/ }).click();
      await dialog(window, /emporte|takes along/).getByRole("checkbox").last().waitFor();
    },
  },
  {
    name: "hand-outs",
    go: async (window) => {
      await closed(window);
      await button(window, /^(?:Imprimer, distribuer|Print, hand out)$/).press("Enter");
      await dialog(window, /Feuilles à distribuer|Hand-outs/).getByRole("img").first().waitFor();
    },
  },
  {
    name: "a kit on its key",
    go: async (window) => {
      await button(window, /^(?:Mettre sur une clé USB|Put on a USB key)…$/).press("Enter");
      // A slow machine makes the files of a kit for a while, and a busy disk writes them for another.
      await window.getByText(/Vous pouvez retirer la clé|You can remove the key/).waitFor({ timeout: 60_000 });
    },
  },
  {
    name: "projecting",
    go: async (window) => {
      await closed(window);
      await window.locator(".dossier-actions").getByRole("button", { name: /^(?:Projeter|Project)$/ }).press("Enter");
      await dialog(window, /Projection/).waitFor();
    },
  },
  {
    name: "a pack offered",
    go: async (window) => {
      await closed(window);
      await button(window, /^(?:Enregistrer en paquet|Save as a pack)/).press("Enter");
      await window.getByText(/^(?:Fichier enregistré|File saved)/).waitFor();
      await write(window, /Question/, "Et après ?");
      await rail(window).getByRole("button", { name: /^(?:Importer|Import)…/ }).click();
      await window.getByRole("menuitem", { name: /^(?:Des fichiers|Files)…/ }).click();
      await dialog(window, /paquet|pack/).waitFor();
    },
  },
  {
    name: "a dossier received twice",
    go: async (window) => {
      await dialog(window, /paquet|pack/).getByRole("button", { name: /^(?:Importer|Import)$/ }).press("Enter");
      await button(window, /^(?:Comparer les deux|Compare the two)$/).waitFor();
    },
  },
  {
    name: "two versions",
    go: async (window) => {
      await button(window, /^(?:Comparer les deux|Compare the two)$/).press("Enter");
      await dialog(window, /^(?:Deux versions|Two versions)/).getByRole("radio").first().waitFor();
    },
  },
  {
    name: "dossiers",
    go: async (window) => {
      await closed(window);
      await rail(window).getByRole("button", { name: /^Dossiers/ }).click();
    },
  },
];
