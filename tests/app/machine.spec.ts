/** Scans are read by machine, in the real app: found, marked where the words stand, kept, stopped and forgotten. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expect, importByDialog, report, test } from "./importing.ts";
import type { App } from "./launch.ts";
import { faultsIn } from "./lookAround.ts";
import { scan } from "./scanning.ts";
import type { TemporaryFolder } from "../fixtures/temporaryFolder.ts";

/** A page takes seconds, and many more on a machine that is busy. */
const patience = { timeout: 90_000 };
test.slow();

const first = "Le conseil des habitants\nLa médiathèque éphémère a ouvert ses portes en\nseptembre, à côté de la gare. Chacun peut y apporter\nun livre et en prendre un autre.";
const second = "Une passerelle au-dessus du canal relie désormais\nles deux quartiers. Les élèves l’empruntent chaque\nmatin pour aller à l’école.";
const dense = Array.from({ length: 26 }, (_, line) => `Ligne ${line + 1} : les adhérents de l’association ont voté le budget.`).join("\n");

test("a scan is read by machine, found by an accented word, marked where it stands, and still after a restart", async ({ launch, folder }) => {
  const app = await launch();
  const { window } = app;
  const { bytes, centreOf } = await scan(window, [first, second]);
  folder.put("numérisation.pdf", bytes);
  await openImported(app, folder);
  await expect(note(window)).toContainText("Cette page n’a pas de texte");
  await window.getByRole("combobox").fill("éphémère");
  await expect(window.getByText(/2 pages de rapport n’ont pas de texte/)).toBeVisible();
  await note(window).getByRole("button", { name: "Lire ce rapport par machine…" }).click();
  expect(await faultsIn(app, "before a report is read by machine")).toEqual([]);
  await window.keyboard.press("Escape");
  await readByMachine(window);
  await expect(strip(window)).toContainText("est lu par machine. 2 pages lues.", patience);
  await expect(note(window)).toContainText("Lue par machine");

  await window.getByRole("combobox").fill("mediatheque ephemere");
  const hit = window.getByRole("option", { name: /lu par machine/ });
  await expect(hit).toContainText("médiathèque éphémère");
  await expect(window.getByText(/pages de rapport n’ont pas de texte/)).toBeHidden();
  await hit.click();
  await expectMarkAt(window, 1, centreOf(1, "médiathèque"));

  const { profile } = app;
  await window.getByRole("combobox").fill("passerelle");
  // Not the one that was found before.
  await window.getByRole("option", { name: /lu par machine/ }).filter({ hasText: "passerelle" }).click();
  await expectMarkAt(window, 2, centreOf(2, "passerelle"));
  await app.close();
  const again = await launch({ profile });
  await again.window.getByRole("combobox").fill("éphémère");
  await expect(again.window.getByRole("option", { name: /lu par machine/ })).toBeVisible();
});

test("on pages that lie on their side the words are marked where they stand, selected and copied", async ({ app, folder }) => {
  const { window } = app;
  const { bytes, centreOf } = await scan(window, [first], 90);
  folder.put("numérisation.pdf", bytes);
  await openImported(app, folder);
  await readByMachine(window);
  await expect(strip(window)).toContainText("1 page lue.", patience);
  await window.getByRole("combobox").fill("médiathèque");
  await window.getByRole("option", { name: /lu par machine/ }).click();
  await expectMarkAt(window, 1, centreOf(1, "médiathèque"));
  const copied = await window.evaluate(() => {
    const layer = document.querySelector(".textLayer");
    if (layer) document.getSelection()?.selectAllChildren(layer);
    const clipboard = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent("copy", { clipboardData: clipboard, cancelable: true, bubbles: true }));
    return clipboard.getData("text/plain");
  });
  expect(copied).toContain("Chacun peut y apporter un livre");
});

test("stopped, what was read is kept; the rest can be read later", async ({ app, folder }) => {
  const { window } = app;
  const { bytes } = await scan(window, [first, ...Array.from({ length: 9 }, () => dense)]);
  folder.put("numérisation.pdf", bytes);
  await openImported(app, folder);
  await readByMachine(window);
  await expect(strip(window)).toContainText(/page [2-9] sur 10/, patience);
  // Closing the report changes nothing.
  await window.getByRole("button", { name: /^Lettres/ }).click();
  await strip(window).getByRole("button", { name: "Arrêter" }).click();
  await expect(strip(window)).toContainText("est arrêtée", patience);
  await expect(strip(window)).toContainText(/[1-9] pages? lue/, patience);
  await window.getByRole("combobox").fill("éphémère");
  await expect(window.getByRole("option", { name: /lu par machine/ })).toBeVisible();
  await strip(window).getByRole("button", { name: "Voir le rapport" }).click();
  await window.getByRole("button", { name: "Affichage et actions" }).click();
  await expect(window.getByRole("menuitem", { name: "Lire ce rapport par machine…" })).toBeVisible();
});

test("when the process that reads is killed, a sentence says so and the pages read are kept", async ({ app, folder }) => {
  const { window, electron } = app;
  const { bytes } = await scan(window, [first, ...Array.from({ length: 9 }, () => dense)]);
  folder.put("numérisation.pdf", bytes);
  await openImported(app, folder);
  await readByMachine(window);
  await expect(strip(window)).toContainText(/page [2-9] sur 10/, patience);
  // Killed between two pages, another process reads on: then it is that one's turn.
  await expect(async () => {
    await killReader(electron);
    await expect(strip(window)).toContainText("s’est arrêtée ; les pages déjà lues sont gardées.".replace(" ;", "\u202F;"), { timeout: 1000 });
  }).toPass(patience);
  await window.getByRole("combobox").fill("éphémère");
  await expect(window.getByRole("option", { name: /lu par machine/ })).toBeVisible();
});

test("what the machine read can be forgotten, and is kept in a file of words and places until then", async ({ app, folder }) => {
  const { window, profile } = app;
  const { bytes } = await scan(window, [first]);
  folder.put("numérisation.pdf", bytes);
  await openImported(app, folder);
  await readByMachine(window);
  await expect(strip(window)).toContainText("1 page lue.", patience);
  const { documents } = await catalogue(profile);
  const [{ head }] = documents;
  const file = join(profile, "library/reports", head.id, "ocr.json");
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ format: 1, engine: expect.stringContaining("Tesseract"), pages: [{ page: 1 }] });
  await window.getByRole("button", { name: "Affichage et actions" }).click();
  await window.getByRole("menuitem", { name: "Oublier ce que la machine a lu" }).click();
  await expect(note(window)).toContainText("Cette page n’a pas de texte");
  await window.getByRole("combobox").fill("éphémère");
  await expect(window.getByRole("option", { name: /lu par machine/ })).toHaveCount(0);
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});

async function openImported(app: App, folder: TemporaryFolder): Promise<void> {
  await importByDialog(app, [folder.at("numérisation.pdf")]);
  await report(app.window).getByRole("button", { name: "numérisation", exact: true }).click();
  await expect(note(app.window)).toBeVisible();
}

/** By the button on the page. */
async function readByMachine(window: Page): Promise<void> {
  await note(window).getByRole("button", { name: "Lire ce rapport par machine…" }).click();
  await window.getByRole("dialog").getByRole("button", { name: "Lire par machine" }).click();
}

function note(window: Page): Locator {
  return window.locator(".page-note").first();
}

function strip(window: Page): Locator {
  return window.getByRole("complementary", { name: "Lecture par machine" });
}

/** Within a quarter of a word's height or so. */
async function expectMarkAt(window: Page, page: number, centre: { x: number; y: number }): Promise<void> {
  const offset = (): Promise<number> =>
    window.evaluate(
      ({ page, centre }) => {
        const sheet = document.querySelector(`.page[data-page-number="${page}"]`)?.getBoundingClientRect();
        const ranges = [...(CSS.highlights.get("found-page") ?? [])].filter((range) => (range as Range).startContainer.parentElement?.closest(`[data-page-number="${page}"]`)) as Range[];
        const boxes = ranges.map((range) => range.getBoundingClientRect());
        if (!sheet) return Infinity;
        const distances = boxes.map(({ left, right, top, bottom }) => Math.hypot((left + right) / 2 - sheet.left - centre.x * sheet.width, (top + bottom) / 2 - sheet.top - centre.y * sheet.height) / sheet.width);
        return Math.min(Infinity, ...distances);
      },
      { page, centre },
    );
  await expect.poll(offset).toBeLessThan(0.02);
}

async function killReader(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app }) => {
    const reader = app.getAppMetrics().find(({ serviceName, name }) => [serviceName, name].includes("Relire page reader"));
    if (reader) process.kill(reader.pid, "SIGKILL");
  });
}

async function catalogue(profile: string): Promise<{ documents: [{ head: { id: string } }] }> {
  return JSON.parse(await readFile(join(profile, "library/catalogue.json"), "utf8")) as never;
}
