/**
 * The views of the app, each reached from the one before: walked through by what is asked of all of them, in both languages, in a wide window and
 * in one of 320 CSS pixels. A new view is a line here.
 */
import type { Page } from "@playwright/test";
import { expect } from "./launch.ts";

export interface View {
  name: string;
  go(window: Page): Promise<unknown>;
  /** Only where two columns stand side by side. */
  needsRoom?: true;
}

const button = (window: Page, name: RegExp) => window.getByRole("button", { name });
const escape = (window: Page) => window.keyboard.press("Escape");

/** The box may stand behind what is read. */
async function search(window: Page, text: string): Promise<void> {
  const box = window.getByRole("combobox").first();
  if (!(await box.isVisible())) await window.keyboard.press("/");
  await box.fill(text);
}

async function openAnalysis(window: Page): Promise<void> {
  await search(window, "service");
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  await window.getByRole("heading", { name: "Une analyse" }).waitFor();
}

async function openReport(window: Page): Promise<void> {
  await search(window, "cercle des récits");
  await window.getByRole("option", { name: /Page 15/ }).click();
  await window.locator(".report-pages .textLayer").first().waitFor();
}

const reportMenu = (window: Page) => button(window, /Affichage et actions|View and actions/).click();
const contents = (window: Page) => button(window, /Afficher le sommaire|Show the contents/).click();

/** Over the bundled archive, from the first start on. */
export const views: readonly View[] = [
  { name: "first start", go: async (window) => window.getByRole("navigation").first().waitFor() },
  {
    name: "the tour",
    go: async (window) => {
      await button(window, /^(?:À propos|About)/).click();
      await window.getByRole("dialog").getByRole("button", { name: /Faire le tour|Take the tour/ }).click();
      await window.getByRole("dialog", { name: /Lettres, rubriques|Letters, rubrics/ }).waitFor();
    },
  },
  {
    name: "rubrics",
    go: async (window) => {
      await escape(window);
      await window.getByRole("dialog").waitFor({ state: "hidden" });
      await window.getByRole("navigation").first().getByRole("button").nth(1).click();
    },
  },
  {
    name: "a rubric",
    go: async (window) => {
      await button(window, /^Une lecture \d+ text/).click();
      await window.getByRole("heading", { name: "Une lecture", level: 1 }).waitFor();
    },
  },
  { name: "reports", go: async (window) => window.getByRole("navigation").first().getByRole("button").nth(2).click() },
  {
    name: "results",
    go: async (window) => {
      await search(window, "service");
      await window.getByRole("option").first().waitFor();
    },
  },
  { name: "nothing found", go: async (window) => search(window, "xylophonique") },
  { name: "letter", go: openAnalysis },
  { name: "contents", go: contents },
  {
    name: "comfort",
    go: async (window) => {
      await button(window, /Masquer le sommaire|Hide the contents/).first().click();
      await button(window, /Confort de lecture|Reading comfort/).click();
      await window.getByRole("dialog").waitFor();
    },
  },
  {
    name: "export",
    go: async (window) => {
      await escape(window);
      await button(window, /Imprimer ou exporter|Print or export/).click();
      await window.getByText(/Plusieurs lettres|Several letters/).click();
    },
  },
  {
    name: "settings",
    go: async (window) => {
      await escape(window);
      await button(window, /Réglages|Settings/).click();
      await window.getByRole("dialog").waitFor();
    },
  },
  {
    name: "about",
    go: async (window) => {
      await escape(window);
      await button(window, /À propos|About/).click();
      await window.getByText(/^Version 0/).waitFor();
      await window.getByText(/^Licen[cs]es /).click();
    },
  },
  {
    name: "report",
    go: async (window) => {
      await escape(window);
      await openReport(window);
    },
  },
  {
    name: "find bar",
    go: async (window) => {
      await window.locator(".report-pages").focus();
      await window.keyboard.press("Control+f");
      await window.locator(".find-bar").waitFor();
    },
  },
  {
    name: "a report's menu",
    go: async (window) => {
      await escape(window);
      await reportMenu(window);
      await window.getByRole("menu").waitFor();
    },
  },
  { name: "inverted pages", go: async (window) => window.getByRole("menuitemcheckbox").first().click() },
  {
    name: "properties",
    go: async (window) => {
      await reportMenu(window);
      await window.getByRole("menuitem", { name: /Propriétés|properties/ }).click();
      await window.getByRole("dialog").getByText("Typst").waitFor();
    },
  },
  {
    name: "printing",
    go: async (window) => {
      await escape(window);
      await window.locator(".report-pages").focus();
      await window.keyboard.press("Control+p");
      await window.getByRole("radio").last().click({ force: true });
    },
  },
  {
    name: "outline",
    go: async (window) => {
      await escape(window);
      await contents(window);
      await window.getByRole("tab").first().click();
    },
  },
  {
    name: "pages in small",
    // They are drawn by the report that stands beside them.
    needsRoom: true,
    go: async (window) => {
      await window.getByRole("tab", { name: "Pages" }).click();
      await window.locator(".thumbnail canvas").first().waitFor();
    },
  },
  {
    name: "cited by",
    go: async (window) => {
      await window.getByRole("tab", { name: /Cité par|Cited by/ }).click();
      await window.locator(".citation").first().waitFor();
    },
  },
  {
    name: "a letter beside",
    needsRoom: true,
    go: async (window) => {
      await window.locator(".citation").nth(1).click();
      await window.getByRole("heading", { name: "Un compte-rendu" }).waitFor();
    },
  },
  {
    name: "a missing letter",
    go: async (window) => {
      await search(window, "relire://letter/la-derivation/2019-03?t=Lettre+de+mars&d=2019-03");
      await window.keyboard.press("Enter");
      await window.getByRole("heading", { name: "Lettre de mars" }).waitFor();
    },
  },
  { name: "notes", go: async (window) => window.getByRole("navigation").first().getByRole("button", { name: "Notes" }).click() },
  { name: "dossiers", go: async (window) => window.getByRole("navigation").first().getByRole("button", { name: /^Dossiers/ }).click() },
  {
    name: "palette",
    go: async (window) => {
      await window.keyboard.press("Control+k");
      await window.getByRole("dialog").waitFor();
    },
  },
  {
    name: "shortcuts",
    go: async (window) => {
      await escape(window);
      await window.getByRole("dialog").waitFor({ state: "hidden" });
      await window.keyboard.press("F1");
      await window.getByRole("dialog").waitFor();
    },
  },
];

/** Over an import of `mai.md`, an undated letter, an empty page and a locked report. */
export const importViews: readonly View[] = [
  { name: "password", go: async (window) => window.getByRole("dialog").waitFor() },
  {
    name: "import report",
    go: async (window) => {
      await escape(window);
      await window.getByRole("heading", { level: 1, name: /Rapport d’import|Import report/ }).waitFor();
      for (const summary of await window.locator("details:not([open]) > summary").all()) await summary.click();
    },
  },
  {
    name: "card",
    go: async (window) => {
      await window.getByRole("button", { name: /^(?:Vérifier|Review) .*Lettre de mai/ }).click();
      await window.getByRole("textbox", { name: /Titre de la section 3|Title of section 3/ }).waitFor();
    },
  },
  { name: "wrong date", go: async (window) => window.getByRole("textbox", { name: "Date" }).fill("demain") },
  {
    name: "notice",
    go: async (window) => {
      await button(window, /Mettre à la corbeille|Move to the bin/).click();
      await button(window, /^(?:Annuler|Undo)$/).waitFor();
    },
  },
  { name: "imports", go: async (window) => window.getByRole("navigation").first().getByRole("button", { name: "Imports" }).click() },
  {
    name: "bin",
    go: async (window) => {
      await button(window, /^(?:Corbeille|Bin)$/).click();
      await button(window, /^(?:Restaurer|Restore)/).waitFor();
    },
  },
  {
    name: "emptying",
    go: async (window) => {
      await button(window, /Vider la corbeille…|Empty the bin…/).click();
      await expect(window.getByRole("alertdialog", { name: /^(?:Vider|Empty)/ })).toBeVisible();
    },
  },
];
