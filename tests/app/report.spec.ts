/** Reading a report: from mark to mark, finding, copying, laying out, what it remembers, and the letter beside it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./launch.ts";
import { marked } from "./marks.ts";
import { resizeTo } from "./windowSize.ts";

const field = (window: Page) => window.getByRole("textbox", { name: "Aller à la page" });
const walked = (window: Page) => window.locator(".find-bar [role=status]");
const here = (window: Page) => window.evaluate(() => Array.from(CSS.highlights.get("found-here") ?? [], String).join(""));

async function openHit(window: Page, text: string, page: RegExp): Promise<void> {
  await window.getByRole("combobox").fill(text);
  await window.getByRole("option", { name: page }).click();
  await expect.poll(() => here(window)).not.toBe("");
}

async function openReport(window: Page, name: RegExp): Promise<void> {
  await window.getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name }).first().click();
  await expect(window.locator(".page canvas").first()).toBeVisible();
}

async function choose(window: Page, item: string): Promise<void> {
  await window.getByRole("button", { name: "Affichage et actions" }).click();
  await window.getByRole("menu").getByText(item).click();
}

/** What the app puts on the clipboard from now on. */
async function recordCopies({ electron }: App): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ clipboard }) => {
    const copies: string[] = [];
    Object.assign(globalThis, { copies });
    clipboard.writeText = async (text) => void copies.push(text);
  });
  return () => electron.evaluate(() => (globalThis as unknown as { copies: string[] }).copies);
}

test("F3 walks from mark to mark through the whole report, the count known from the start", async ({ app: { window } }) => {
  await openHit(window, "cercle des récits", /Page 15/);
  await expect(walked(window)).toHaveText(/^\d+ sur \d+$/);
  const [number = 0, total = 0] = ((await walked(window).textContent()) ?? "").split(" sur ").map(Number);
  for (let step = 1; step <= total; step++) {
    await window.keyboard.press("F3");
    const next = ((number - 1 + step) % total) + 1;
    await expect(walked(window)).toHaveText(`${next} sur ${total}`);
    await expect.poll(() => here(window)).toMatch(/^(?:cercle|récit)s?$/i);
    await expect.poll(async () => (await marked(window, "found-here")).some(({ isInView }) => isInView)).toBe(true);
  }
  await window.keyboard.press("Shift+F3");
  await expect(walked(window)).toHaveText(`${number === 1 ? total : number - 1} sur ${total}`);
});

test("Ctrl+F finds in the report when it has the focus, and in the archive elsewhere", async ({ app: { window } }) => {
  await openReport(window, /Mutualisons/);
  await window.locator(".report-pages").focus();
  await window.keyboard.press("Control+f");
  const box = window.getByRole("searchbox", { name: "Chercher dans ce rapport" });
  await expect(box).toBeFocused();
  await window.keyboard.type("recits");
  await expect(walked(window)).toHaveText(/^1 sur \d+$/);
  await expect.poll(() => here(window)).toMatch(/récit/i);
  await window.keyboard.press("Enter");
  await expect(walked(window)).toHaveText(/^2 sur \d+$/);
  await window.keyboard.press("Escape");
  await expect(window.getByRole("search", { name: "Chercher dans ce rapport" })).toHaveCount(0);
  await expect.poll(async () => (await marked(window, "found-page")).length).toBe(0);
  await expect(window.locator(".report-pages")).toBeFocused();
  await expect(window.getByRole("combobox")).toHaveValue("");
});

test("what is not in the report says so", async ({ app: { window } }) => {
  await openReport(window, /Mutualisons/);
  await window.getByRole("button", { name: "Chercher dans ce rapport" }).click();
  await window.keyboard.type("xylophonique");
  await expect(walked(window)).toHaveText("Aucune");
  await expect(window.getByRole("button", { name: /Occurrence suivante/ })).toBeDisabled();
});

test("a link inside the report leads on, and back returns to the line one left", async ({ app: { window } }) => {
  await openReport(window, /Mutualisons/);
  await field(window).fill("iv");
  await field(window).press("Enter");
  const link = window.locator(".page[data-page-number='4'] .linkAnnotation[data-internal-link] a").nth(5);
  await link.scrollIntoViewIfNeeded();
  await expect.poll(() => field(window).inputValue()).toBe("iv");
  const before = await window.locator(".report-pages").evaluate((pages) => pages.scrollTop);
  await link.click();
  await expect(field(window)).not.toHaveValue("iv");
  await window.getByRole("button", { name: "Page précédente de l’historique" }).click();
  await expect(field(window)).toHaveValue("iv");
  await expect.poll(() => window.locator(".report-pages").evaluate((pages, top) => Math.abs(pages.scrollTop - top), before)).toBeLessThan(3);
});

test("page, size and layout are found again, even after a restart", async ({ launch }) => {
  const first = await launch();
  await openReport(first.window, /Veillées/);
  await choose(first.window, "Une page à la fois");
  await choose(first.window, "Page entière");
  await field(first.window).fill("3");
  await field(first.window).press("Enter");
  await expect.poll(async () => readFile(join(first.profile, "report-views.json"), "utf8").catch(() => "")).toContain('"page":6,"zoom":"page-fit","layout":"single"');
  await first.close();
  const { window } = await launch({ profile: first.profile });
  await openReport(window, /Veillées/);
  await expect(field(window)).toHaveValue("3");
  await expect(window.locator(".page")).toHaveCount(1);
  await window.locator(".report-pages").focus();
  await window.keyboard.press("PageDown");
  await expect(field(window)).toHaveValue("4");
});

test("marks stay on their words in every layout and rotation", async ({ app: { window } }) => {
  await openHit(window, "cercle des récits", /Page 15/);
  const count = (await marked(window, "found-page")).length;
  for (const layout of ["Deux pages côte à côte", "Une page à la fois", "Pages en continu"]) {
    await choose(window, layout);
    await expect.poll(() => here(window)).not.toBe("");
  }
  await choose(window, "Tourner d’un quart de tour");
  await expect.poll(async () => (await marked(window, "found-page")).length).toBeGreaterThanOrEqual(count);
  await expect.poll(() => here(window)).not.toBe("");
});

test("keys change the size of pages, on AZERTY too, and leave the window's own alone", async ({ app: { window, electron } }) => {
  await openReport(window, /Veillées/);
  await window.locator(".report-pages").focus();
  const size = async () => Number.parseInt((await window.locator(".zoom-level").textContent()) ?? "", 10);
  const before = await size();
  await window.keyboard.press("Control+=");
  await expect.poll(size).toBeGreaterThan(before);
  await window.locator(".report-pages").dispatchEvent("keydown", { key: "à", code: "Digit0", ctrlKey: true, bubbles: true, cancelable: true });
  await expect.poll(size).toBe(before);
  await window.keyboard.press("Control+-");
  await expect.poll(size).toBeLessThan(before);
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())).toBe(0);
});

test("copying rejoins cut words, with the reference when asked, and all of the report through the shell", async ({ app }) => {
  const { window, electron } = app;
  const copies = await recordCopies(app);
  await openReport(window, /Mutualisons/);
  await field(window).fill("15");
  await field(window).press("Enter");
  await expect(window.locator('.page[data-page-number="19"] .textLayer')).toContainText("Un bon récit");
  await window.locator(".report-pages").focus();
  await window.evaluate(() => {
    const pieces = [...document.querySelectorAll('.page[data-page-number="19"] .textLayer span[role="presentation"]')];
    const title = pieces.filter(({ textContent }) => /Fiche 2|contribution/.test(textContent ?? "")).slice(0, 2);
    getSelection()?.setBaseAndExtent(title[0]!.firstChild!, 0, title.at(-1)!.firstChild!, title.at(-1)!.textContent.length);
  });
  await window.keyboard.press("Control+Shift+C");
  await expect(window.getByText("Copié.")).toBeVisible();
  expect(await copies()).toEqual([expect.stringMatching(/^«\u202FFiche 2\s?: le cercle des récits de contribution\u202F» \(.*Mutualisons.*, juillet 2022, p\. 15\)$/)]);
  const copied = await window.evaluate(() => {
    const data = new DataTransfer();
    document.querySelector('.page[data-page-number="19"] .textLayer')?.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData("text/plain");
  });
  expect(copied).toMatch(/^Fiche 2\s?: le cercle des récits de contribution$/);
  await window.locator(".report-pages").focus();
  await window.keyboard.press("Control+a");
  await window.waitForFunction(() => getSelection()?.type === "Range");
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy());
  await expect(window.getByText("Tout le texte du rapport est copié.")).toBeVisible();
  const all = (await copies()).at(-1) ?? "";
  expect(all.length).toBeGreaterThan(20_000);
  expect(all).toContain("cercle des récits");
});

test("words of a page are selected by hand, and its bar names the report in full", async ({ app }) => {
  const { window } = app;
  await resizeTo(app, 1280, 800);
  await openReport(window, /Veillées/);
  const bar = window.locator(".sheet-bar .what span");
  await expect(bar).toHaveText("Veillées numériques");
  // By less than a line where letters reach out of theirs.
  expect(await bar.evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => scrollHeight - clientHeight > 9 || scrollWidth > clientWidth)).toBe(false);
  const title = window.locator(".textLayer span[role=presentation]", { hasText: "Veillées numériques" }).first();
  const { x, y, width, height } = (await title.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await window.mouse.move(x + 1, y + height / 2);
  await window.mouse.down();
  await window.mouse.move(x + width - 1, y + height / 2, { steps: 5 });
  await window.mouse.up();
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe("Veillées numériques");
  await expect(window.getByRole("toolbar", { name: "Surligner et citer" })).toBeVisible();
});

test("a copy is saved where the person says, and another program is lent one", async ({ app: { window, electron, profile } }) => {
  const saved = join(profile, "copie.pdf");
  await electron.evaluate(({ dialog, shell }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    shell.openPath = async (opened) => {
      Object.assign(globalThis, { opened });
      return "";
    };
  }, saved);
  await openReport(window, /Veillées/);
  await choose(window, "Enregistrer une copie");
  await expect(window.getByText("La copie est enregistrée.")).toBeVisible();
  expect((await readFile(saved)).subarray(0, 5).toString()).toBe("%PDF-");
  await choose(window, "Ouvrir dans un autre logiciel");
  const opened = () => electron.evaluate(() => (globalThis as unknown as { opened?: string }).opened);
  await expect.poll(opened).toMatch(/relire-.*Veillées numériques.*\.pdf$/);
  expect(await readFile((await opened()) ?? "")).toEqual(await readFile(saved));
});

test("pages are prepared for the printer, with a way to think better of it", async ({ app: { window, electron } }) => {
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return;
    contents.print = (_options, done) => {
      const print = async (): Promise<void> => {
        const pdf = await contents.printToPDF({ preferCSSPageSize: true });
        Object.assign(globalThis, { printed: pdf.toString("latin1") });
        done?.(true, "");
      };
      void print();
    };
  });
  await openReport(window, /Veillées/);
  await window.locator(".report-pages").focus();
  await window.keyboard.press("Control+p");
  await window.getByRole("radio", { name: "Certaines pages" }).click({ force: true });
  await window.getByLabel("De la page").fill("1");
  await window.getByLabel("à la page", { exact: true }).fill("3");
  await window.getByRole("button", { name: "Imprimer", exact: true }).click();
  await expect(window.getByRole("dialog")).toHaveCount(0, { timeout: 20_000 });
  const pages = await electron.evaluate(() => (globalThis as unknown as { printed: string }).printed.match(/\/Type\s*\/Page\b/g)?.length);
  expect(pages).toBe(3);
  expect(await window.locator(".print-pages").count()).toBe(0);
});

test("a letter stands beside the report that it leads to, and the report stays when another letter comes", async ({ launch }) => {
  const first = await launch();
  const { window } = first;
  await window.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await window.getByRole("link", { name: "carte des trois pôles" }).click();
  await expect(field(window)).toHaveValue("17");
  await expect(window.getByRole("heading", { name: "Une analyse" })).toBeAttached();
  await expect(window.getByRole("link", { name: "carte des trois pôles" })).toBeInViewport();
  const drawn = await window.locator(".page .textLayer").first().elementHandle();
  await window.getByRole("button", { name: "Afficher le sommaire" }).click();
  await window.getByRole("tab", { name: "Cité par" }).click();
  await window.getByRole("button", { name: /Mutualiser la clé du local/ }).click();
  await expect(window.getByRole("heading", { name: /Lettre n° 6/ })).toBeAttached();
  await expect(field(window)).toHaveValue("17");
  expect(await drawn?.evaluate((element) => element.isConnected), "the report was not read again").toBe(true);
  await window.getByRole("button", { name: "Fermer la lettre à côté" }).click();
  await expect(window.getByRole("combobox")).toBeVisible();
  await first.close();
  const { window: again } = await launch({ profile: first.profile });
  await again.getByRole("button", { name: /Lettre d’informations/ }).first().click();
  await again.getByRole("link", { name: "carte des trois pôles" }).click();
  await expect(field(again)).toHaveValue("17");
  await expect(again.getByRole("button", { name: "Fermer la lettre à côté" })).toHaveCount(0);
  await choose(again, "Lettre à côté du rapport");
  await expect(again.getByRole("link", { name: "carte des trois pôles" })).toBeInViewport();
});

test("small pictures of pages lead to them", async ({ app: { window } }) => {
  await openReport(window, /Veillées/);
  await window.getByRole("button", { name: "Afficher le sommaire" }).click();
  await window.getByRole("tab", { name: "Pages" }).click();
  await expect(window.locator(".thumbnail canvas").first()).toBeVisible();
  await window.getByRole("button", { name: "page 5", exact: true }).click();
  await expect(field(window)).toHaveValue("5");
  await expect(window.getByRole("button", { name: "page 5", exact: true })).toHaveAttribute("aria-current", "page");
});

test("a line of the contents is a link named by its words, though its link begins above them", async ({ app: { window } }) => {
  await openReport(window, /Au guichet/);
  await field(window).fill("iii");
  await field(window).press("Enter");
  const link = window.getByRole("link", { name: "Pourquoi un guichet 1 (Chapitre, page 1)" });
  await expect(link).toBeAttached();
  await link.focus();
  await window.keyboard.press("Enter");
  await expect(field(window)).toHaveValue("1");
});
