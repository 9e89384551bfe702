/** What leaves the app at a person's wish: files where they say, pages for the printer, a diagnostic. Ids go in; the shell alone knows where to. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type App, expect, test as base } from "./launch.ts";
import { removeFolder } from "./removeFolder.ts";

const test = base.extend<{ folder: string }>({
  folder: async ({ afterApps }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-export-"));
    afterApps(() => removeFolder(folder));
    await provide(folder);
  },
});

/** The system's dialog cannot be driven: it answers with this path, and what it was asked is kept. */
async function answerSaveDialog({ electron }: App, path: string | null): Promise<() => Promise<string | undefined>> {
  await electron.evaluate(({ dialog }, filePath) => {
    const asked: (string | undefined)[] = [];
    Object.assign(globalThis, { asked });
    dialog.showSaveDialog = async (...given: unknown[]) => {
      asked.push((given.at(-1) as Electron.SaveDialogOptions).defaultPath);
      return { canceled: filePath === null, filePath: filePath ?? "" };
    };
  }, path);
  return () => electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.at(-1));
}

async function openExport(window: Page): Promise<void> {
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("heading", { name: "Une analyse" }).waitFor();
  await window.getByRole("button", { name: "Imprimer ou exporter" }).click();
}

async function save(window: Page, format: string): Promise<void> {
  await window.getByText(format, { exact: true }).click();
  await window.getByRole("button", { name: "Enregistrer…" }).click();
}

test("a letter becomes a PDF with its text, its source and page numbers", async ({ app, folder }) => {
  const asked = await answerSaveDialog(app, join(folder, "lettre.pdf"));
  await openExport(app.window);
  await save(app.window, "PDF");
  await expect(app.window.getByText("Fichier enregistré.")).toBeVisible();
  expect(await asked()).toMatch(/Lettre d’informations, octobre 2022\.pdf$/);
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, "lettre.pdf"))) }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" ").replace(/\s+/g, " "));
  }
  expect(texts[0]).toContain("Une lecture");
  expect(texts[0]).toContain(`1 / ${pdf.numPages}`);
  expect(texts.join(" ")).toMatch(/Source : ?La Dérivation/);
  expect((await pdf.getPage(1)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
});

test("a section, then several letters, become files of each format; the focus stays on the button", async ({ app, folder }) => {
  const { window } = app;
  await openExport(window);
  await window.getByText("Une section").click();
  await window.getByRole("combobox", { name: "Section" }).selectOption("Une analyse");
  await answerSaveDialog(app, join(folder, "section.md"));
  await save(window, "Markdown");
  await expect.poll(() => existsSync(join(folder, "section.md"))).toBe(true);
  await expect(window.getByRole("button", { name: "Enregistrer…" })).toBeFocused();
  const section = readFileSync(join(folder, "section.md"), "utf8");
  expect(section).toContain("## Une analyse");
  expect(section).not.toContain("## Une lecture");

  await window.getByText("Plusieurs lettres").click();
  await window.getByRole("searchbox").fill("2023");
  await window.getByRole("button", { name: "Tout cocher" }).click();
  await expect(window.getByText("8 lettres choisies")).toBeVisible();
  await answerSaveDialog(app, join(folder, "lettres.epub"));
  await save(window, "EPUB, pour liseuse");
  await expect.poll(() => existsSync(join(folder, "lettres.epub"))).toBe(true);
  await answerSaveDialog(app, join(folder, "lettres.html"));
  await save(window, "Page HTML");
  await expect.poll(() => existsSync(join(folder, "lettres.html"))).toBe(true);
  expect(readFileSync(join(folder, "lettres.html"), "utf8").match(/<article/g)).toHaveLength(8);
});

test("thinking better of it writes nothing; a place that cannot be written is said", async ({ app, folder }) => {
  const { window } = app;
  await openExport(window);
  await answerSaveDialog(app, null);
  await save(window, "Markdown");
  await expect(window.getByRole("button", { name: "Enregistrer…" })).toBeFocused();
  await expect(window.getByText("Fichier enregistré.")).toBeHidden();
  await answerSaveDialog(app, join(folder, "nowhere/lettre.md\0"));
  await save(window, "Markdown");
  await expect(window.getByText(/n’a pas pu être enregistré/)).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("button", { name: "Imprimer ou exporter" })).toBeFocused();
});

test("nothing looks for a new version by itself; a click does, once it is wanted, with its address shown first", async ({ app: { electron, window }, folder }) => {
  await electron.evaluate(({ app }, path) => void (app.getAppPath = () => path), folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ homepage: "https://exemple.fr/relire" }));
  await window.getByRole("button", { name: "À propos" }).click();
  const about = window.getByRole("dialog", { name: "À propos de Relire" });
  await about.getByText("Nouvelles versions, nouvelles lettres").click();
  await expect(about.getByText("Un paquet dit de qui il vient")).toBeVisible();
  await expect(about.getByRole("button", { name: /^Chercher/ })).toHaveCount(0);
  await about.getByText("Proposer ici de chercher").click();
  await about.getByRole("button", { name: "Chercher une nouvelle version…" }).click();
  await expect(window.getByRole("dialog").last()).toContainText("https://exemple.fr/relire");
});

test("« À propos » tells version, licences and place, and copies a diagnostic with nothing personal", async ({ app: { electron, window } }) => {
  await window.getByRole("combobox").fill("mot très secret");
  await window.keyboard.press("Enter");
  await window.getByRole("button", { name: "À propos" }).click();
  const about = window.getByRole("dialog", { name: "À propos de Relire" });
  await expect(about).toContainText("Version 0.1.0");
  await expect(about).toContainText("out/archive");
  await about.getByText(/^Licences/).click();
  await expect(about).toContainText("@fontsource/atkinson-hyperlegible");
  await about.getByRole("button", { name: "Copier le diagnostic" }).click();
  const diagnostic = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(diagnostic).toMatch(/^Relire 0\.1\.0\nElectron \d/);
  expect(diagnostic).toContain("letters 14, reports 3");
  expect(diagnostic).not.toMatch(/secret|archive|\/|Dérivation/);
});
