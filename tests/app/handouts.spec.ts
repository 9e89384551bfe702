/** What is handed out, in the real app: nothing of a passage is cut off in any form, large print is large, black and white has no colour, and what is printed is what was looked at. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import type { Dossier } from "../../archive/dossier.ts";
import type { Answer, Letter } from "../../archive/model.ts";
import type { Exposed } from "../../electron/contract.ts";
import type { SheetLook } from "../../electron/dossierContract.ts";
import type { App } from "./launch.ts";
import { expect, saveInDialog, test } from "./importing.ts";

/** A list and a picture, a table, notes, a quotation, and a page of a report. */
const passages = ["les-passerelles/2023-01#soupe", "les-passerelles/2023-03#partage", "les-passerelles/2022-05#carnet", "les-passerelles/2022-11#nour", "la-derivation/mutualisons-2022#p3"];

async function ask<Value>(window: Page, call: string, request: unknown): Promise<Value> {
  const answer = await window.evaluate(
    async ([name, asked]) => {
      const { relire } = globalThis as unknown as { relire: Exposed };
      return JSON.parse(await relire.ask(name as never, asked)) as Answer<unknown>;
    },
    [call, request] as const,
  );
  if (!answer.ok) throw new Error(`${call}: ${answer.failure.code}`);
  return answer.value as Value;
}

/** Makes a dossier of all passages and opens what is handed out of it; gives the dossier's id. */
async function openSheets(window: Page, names: { dossiers: string; handOut: string }): Promise<string> {
  const { id } = await ask<Dossier>(window, "makeDossier", "Atelier du soir");
  for (const passage of passages) await ask(window, "gather", { dossier: id, passage });
  await window.getByRole("navigation").first().getByRole("button", { name: names.dossiers }).click();
  await window.getByRole("button", { name: /Atelier du soir/ }).click();
  await window.getByRole("button", { name: names.handOut }).click();
  return id;
}

/** All the words of a text, whatever their spaces. */
function wordsOf(text: string): string[] {
  return text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

async function wordsWanted(window: Page): Promise<string[]> {
  const letters = await Promise.all(
    passages.filter((id) => !id.includes("#p3")).map(async (id) => {
      const [document, place] = id.split("#");
      const { sections } = await ask<Letter>(window, "letter", document);
      return sections.find((section) => section.id === place)?.text ?? "";
    }),
  );
  return wordsOf(letters.join("\n"));
}

function pdfText(path: string): string {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}

/** Heights of a word's box on the pages, in points. */
function heightsOf(path: string, word: string): number[] {
  const boxes = execFileSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8" });
  return [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].filter(([, , , text]) => text === word).map(([, top, bottom]) => Number(bottom) - Number(top));
}

interface Picture {
  width: number;
  height: number;
  /** Three bytes a pixel. */
  pixels: Buffer;
}

/** A page as it looks, at so many dots an inch. */
function pictureOf(path: string, page: number, dots: number): Picture {
  const ppm = execFileSync("pdftoppm", ["-r", String(dots), "-f", String(page), "-l", String(page), path], { maxBuffer: 100_000_000 });
  const [head = "", width = "0", height = "0"] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1")) ?? [];
  return { width: Number(width), height: Number(height), pixels: ppm.subarray(head.length) };
}

/** The largest distance between the colours of a pixel: none in grey. */
function colourOf({ pixels }: Picture): number {
  let most = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
  }
  return most;
}

function pagesOf(path: string): number {
  return Number(/^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [path], { encoding: "utf8" }))?.[1]);
}

async function save(app: App, sheets: Locator, path: string, names = { save: "Enregistrer en PDF", saved: "Fichier enregistré.", page: /^Page 1 sur/ }): Promise<string> {
  await expect(sheets.getByRole("img", { name: names.page })).toBeVisible();
  await saveInDialog(app, path);
  await sheets.getByRole("button", { name: names.save }).click();
  await expect(sheets.getByText(names.saved)).toBeVisible();
  return path;
}

test("every form has all the words of the passages, with bullets, tables, notes and sources, in large print and in black and white", async ({ app, folder }) => {
  test.slow();
  const { window } = app;
  await openSheets(window, { dossiers: "Dossiers", handOut: "Imprimer, distribuer" });
  const wanted = await wordsWanted(window);
  expect(wanted.length).toBeGreaterThan(400);
  const sheets = window.getByRole("dialog", { name: "Feuilles à distribuer" });
  const forms = [["A4", "a4"], ["Livret A5", "booklet"], ["Quatre cartes", "cards"]] as const;
  for (const [form, name] of forms) {
    await sheets.getByText(form, { exact: true }).click();
    const text = pdfText(await save(app, sheets, folder.at(`${name}.pdf`)));
    const has = new Set(wordsOf(text));
    expect([...new Set(wanted)].filter((word) => !has.has(word)), form).toEqual([]);
    expect(text).toMatch(/[•◦]?\s*6\s+kg de pommes de terre/);
    expect(text.replace(/\s+/g, " ")).toContain("Pôle Papillons Avant Maintenant");
    expect(text.normalize("NFKC").replace(/\s+/g, " ")).toContain("p. iii");
  }
  expect(pdfText(folder.at("a4.pdf"))).toMatch(/• *15\s+bottes/);
  expect(pdfText(folder.at("a4.pdf"))).toContain("https://www.defenseurdesdroits.fr/");
  // A card that goes on says of what, and where that is from.
  expect(pdfText(folder.at("cards.pdf")).match(/Soupe de fanes pour trente/g)?.length).toBeGreaterThan(1);
  expect(colourOf(pictureOf(folder.at("a4.pdf"), 1, 40))).toBeGreaterThan(60);
  // Boxes are higher than letters: those of 18 points are told by those of 11, in which A4 is set.
  const large = Math.max(...heightsOf(folder.at("a4.pdf"), "Servir")) * (18 / 11) * 0.97;
  await sheets.getByText("Gros caractères (18 points)").click();
  await sheets.getByText("Noir et blanc").click();
  for (const [form, name] of forms) {
    await sheets.getByText(form, { exact: true }).click();
    const path = await save(app, sheets, folder.at(`${name}-large.pdf`));
    const has = new Set(wordsOf(pdfText(path)));
    expect([...new Set(wanted)].filter((word) => !has.has(word)), form).toEqual([]);
    for (const word of ["Servir", "bottes", "papillons", "Passerelles,"]) expect(Math.min(...heightsOf(path, word)), `${form}: ${word}`).toBeGreaterThan(large);
    for (let page = 1; page <= pagesOf(path); page++) expect(colourOf(pictureOf(path, page, 20)), `${form}, page ${page}`).toBeLessThanOrEqual(2);
  }
});

test("what is saved and what is printed is the very PDF that was looked at", async ({ app, folder }) => {
  const { window, electron } = app;
  const id = await openSheets(window, { dossiers: "Dossiers", handOut: "Imprimer, distribuer" });
  const sheets = window.getByRole("dialog", { name: "Feuilles à distribuer" });
  const saved = await save(app, sheets, folder.at("a4.pdf"));
  const look: SheetLook = { form: "a4", isLarge: false, isBlackAndWhite: false };
  const looked = await window.evaluate(
    async (request) => {
      const { relire } = globalThis as unknown as { relire: Exposed };
      const address = await relire.previewHandout(request);
      if (!address.ok) throw new Error(address.failure.code);
      return Array.from(new Uint8Array(await (await fetch(address.value)).arrayBuffer()));
    },
    { id, language: "fr" as const, look },
  );
  expect(Buffer.from(looked).equals(readFileSync(saved))).toBe(true);

  // The system's own dialog cannot be driven: what it would be given is made a file of.
  await electron.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows().find((each) => each.isVisible()) ?? BrowserWindow.getAllWindows()[0]!;
    const print = async (done?: (isPrinted: boolean, reason: string) => void): Promise<void> => {
      const pdf = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
      Object.assign(globalThis, { printed: pdf.toString("base64") });
      done?.(true, "");
    };
    webContents.print = (_options, done) => void print(done);
  });
  await sheets.getByRole("button", { name: "Imprimer…" }).click();
  await expect(sheets.getByText("Envoyé à l’imprimante.")).toBeVisible();
  folder.put("printed.pdf", Buffer.from(await electron.evaluate(() => (globalThis as unknown as { printed: string }).printed), "base64"));
  const printed = folder.at("printed.pdf");
  expect(pagesOf(printed)).toBe(pagesOf(saved));
  // Drawn again, letters are a little otherwise; a page is still much nearer to itself than to any other.
  const numbers = Array.from({ length: pagesOf(saved) }, (_, index) => index + 1);
  const [looks, prints] = [saved, printed].map((path) => numbers.map((page) => pictureOf(path, page, 72)));
  expect(numbers.length).toBeGreaterThan(2);
  for (const [page, print] of (prints ?? []).entries()) {
    const differences = (looks ?? []).map((look) => differenceOf(look, print));
    const others = differences.filter((_, index) => index !== page);
    expect(differences[page], `page ${page + 1}`).toBeLessThan(Math.min(...others) * 0.5);
  }
});

/** How dark each part of a page is, in a grid of 30 by 42: letters drawn otherwise are as dark. */
function gridOf({ width, height, pixels }: Picture): number[] {
  const [columns, rows] = [30, 42];
  const sums = Array.from({ length: columns * rows }, () => 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] ?? 0) + (pixels[(y * width + x) * 3 + 1] ?? 0);
    }
  }
  return sums.map((sum) => (sum * columns * rows) / (width * height));
}

/** 0 to 255 on average. */
function differenceOf(one: Picture, other: Picture): number {
  const [a, b] = [gridOf(one), gridOf(other)];
  return a.reduce((sum, dark, cell) => sum + Math.abs(dark - (b[cell] ?? 0)), 0) / a.length;
}

test("in English, sheets speak English of French texts, on paper, in Markdown and in ODT", async ({ launch, folder }) => {
  const app = await launch({ language: "en" });
  const { window } = app;
  await openSheets(window, { dossiers: "Dossiers", handOut: "Print, hand out" });
  const sheets = window.getByRole("dialog", { name: "Hand-outs" });
  const text = pdfText(await save(app, sheets, folder.at("a4.pdf"), { save: "Save as PDF", saved: "File saved.", page: /^Page 1 of/ })).replace(/\s+/g, " ");
  for (const part of ["Les Passerelles, “Lettre n° 7 : les pieds dans l'eau”, January 2023", "Addresses cited:", "p. iii"]) expect(text.replace(/\u00A0|\u202F/g, " ")).toContain(part);
  await saveInDialog(app, folder.at("sheets.md"));
  await sheets.getByRole("button", { name: "Markdown" }).click();
  await expect.poll(() => (existsSync(folder.at("sheets.md")) ? folder.read("sheets.md") : "")).toContain("January 2023");
  expect(folder.read("sheets.md")).toMatch(/^> - 15\s+bottes/m);
});
