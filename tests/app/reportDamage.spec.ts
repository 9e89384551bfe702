/** Reports that go wrong under the reader's hands: a sentence in their place, and everything else as before. */
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { bomb } from "../fixtures/badPdfs.ts";
import { emptyFile, hugePage, loopingPdf, mutePage, pdfWithoutPages, protectedPdf, scannedPage, truncatedPdf, webPage } from "../fixtures/brokenPdfs.ts";
import { makePdf } from "../fixtures/makePdf.ts";
import { type App, expect, test } from "./launch.ts";

const file = (archive: string): string => join(archive, "reports/la-derivation/mutualisons-2022/report.pdf");

async function openReport(window: Page, name: RegExp): Promise<void> {
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name }).first().click();
}

/** Another report opens at once, and shows its first page's text. */
async function expectOthersToOpen({ window }: App): Promise<void> {
  await openReport(window, /Veillées/);
  await expect(window.locator('.page[data-page-number="1"] .textLayer')).toContainText("numériques");
  await expect(window.getByRole("alert")).toHaveCount(0);
}

const cases: [what: string, bytes: () => Uint8Array, sentence: RegExp][] = [
  ["an empty file", emptyFile, /n’a pas de page/],
  ["a web page in a PDF's place", webPage, /ne peut pas être lu/],
  ["a file without pages", pdfWithoutPages, /n’a pas de page|ne peut pas être lu/],
  ["a page tree that loops", loopingPdf, /n’a pas de page|ne peut pas être lu/],
  ["a page that unfolds to a gigabyte", () => bomb(2 ** 30), /plus de mémoire/],
];

for (const [what, bytes, sentence] of cases) {
  test(`${what} is told in a sentence, and the others open`, async ({ launch, archiveCopy }) => {
    const made = bytes();
    const app = await launch({ archive: archiveCopy });
    await writeFile(file(archiveCopy), made);
    await openReport(app.window, /Mutualisons/);
    await expect(app.window.getByRole("alert")).toContainText(sentence, { timeout: 30_000 });
    await expect(app.window.getByRole("alert")).toContainText("Mutualisons");
    await expectOthersToOpen(app);
  });
}

test("a truncated file shows what is left of it, or says that it is damaged", async ({ launch, archiveCopy }) => {
  const app = await launch({ archive: archiveCopy });
  await writeFile(file(archiveCopy), truncatedPdf());
  await openReport(app.window, /Mutualisons/);
  await expect(app.window.getByRole("alert").or(app.window.locator(".page canvas").first())).toBeVisible();
  await expectOthersToOpen(app);
});

test("a file that is gone is told, and opens again once it is back", async ({ launch, archiveCopy }) => {
  const app = await launch({ archive: archiveCopy });
  await rename(file(archiveCopy), `${file(archiveCopy)}.away`);
  await openReport(app.window, /Mutualisons/);
  await expect(app.window.getByRole("alert")).toContainText("manque");
  await rename(`${file(archiveCopy)}.away`, file(archiveCopy));
  await app.window.getByRole("button", { name: "Réessayer" }).click();
  await expect(app.window.locator('.page[data-page-number="1"] .textLayer')).toContainText("Mutualisons");
});

test("a page as large as a field is shown, in bounded memory", async ({ launch, archiveCopy }) => {
  const app = await launch({ archive: archiveCopy });
  await writeFile(file(archiveCopy), hugePage());
  await openReport(app.window, /Mutualisons/);
  await expect(app.window.locator(".page canvas").first()).toBeAttached();
  expect(await app.window.evaluate(() => globalThis.window.relire.memoryHeld())).toBeLessThan(2 ** 30);
  await expectOthersToOpen(app);
});

test("a large file that changes while it is read is told, never mixed", async ({ launch, archiveCopy }) => {
  const pages = Array.from({ length: 300 }, (_, index) => ({ lines: [`Page ${index + 1}`] }));
  const app = await launch({ archive: archiveCopy });
  await writeFile(file(archiveCopy), makePdf(pages, { padding: 24 * 2 ** 20, paddingBetween: 2 ** 17 }));
  await openReport(app.window, /Mutualisons/);
  await expect(app.window.locator('.page[data-page-number="1"] .textLayer')).toContainText("Page 1");
  await writeFile(file(archiveCopy), makePdf(pages, { padding: 25 * 2 ** 20, paddingBetween: 2 ** 17 }));
  await app.window.getByRole("textbox", { name: "Aller à la page" }).fill("290");
  await app.window.keyboard.press("Enter");
  await expect(app.window.getByRole("alert")).toContainText("a changé pendant la lecture");
  await app.window.getByRole("button", { name: "Réessayer" }).click();
  await expect(app.window.locator(".page .textLayer").first()).toContainText("Page");
});

test("a protected report asks for its password, says when it is wrong, and asks once a session", async ({ launch, archiveCopy }) => {
  const app = await launch({ archive: archiveCopy });
  const { window } = app;
  await writeFile(file(archiveCopy), protectedPdf("sésame"));
  await openReport(window, /Mutualisons/);
  const field = window.getByLabel("Mot de passe");
  await expect(field).toBeFocused();
  await field.fill("hasard");
  await field.press("Enter");
  await expect(window.getByText("Ce mot de passe n’ouvre pas le rapport.")).toBeVisible();
  await window.getByLabel("Mot de passe").fill("sésame");
  await window.keyboard.press("Enter");
  await expect(window.locator(".textLayer")).toContainText("Un mot");
  await expectOthersToOpen(app);
  await openReport(window, /Mutualisons/);
  await expect(window.locator(".textLayer")).toContainText("Un mot");
  await expect(window.getByLabel("Mot de passe")).toHaveCount(0);
});

test("a page that is a picture, and one whose letters cannot be read, say so", async ({ launch, archiveCopy }) => {
  const { window } = await launch({ archive: archiveCopy });
  await writeFile(file(archiveCopy), scannedPage());
  await openReport(window, /Mutualisons/);
  await expect(window.getByText("Cette page n’a pas de texte")).toBeVisible();
  await openReport(window, /Veillées/);
  await writeFile(file(archiveCopy), mutePage());
  await openReport(window, /Mutualisons/);
  await expect(window.getByText("Le texte de cette page ne peut pas être extrait")).toBeVisible();
});

test("damaged memories of how reports were seen are set aside", async ({ launch }) => {
  const first = await launch();
  await first.close();
  await writeFile(join(first.profile, "report-views.json"), '{"format":1,"reports":[{"document":"../x","view":{}}]}');
  const { window } = await launch({ profile: first.profile });
  await openReport(window, /Veillées/);
  await expect(window.locator('.page[data-page-number="1"] .textLayer')).toContainText("numériques");
  expect((await stat(join(first.profile, "report-views.json.damaged"))).size).toBeGreaterThan(0);
  await rm(join(first.profile, "report-views.json.damaged"));
});
