/** What a person does with dossiers, step by step. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

export const items = (window: Page): Locator => window.getByRole("grid", { name: "Déroulé" }).getByRole("row");
export const list = (window: Page): Locator => window.getByRole("region", { name: "Liste" });
export const sheet = (window: Page): Locator => window.getByRole("region", { name: "Lecture" });


export async function showDossiers(window: Page): Promise<void> {
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
}

export async function openDossier(window: Page, title: string): Promise<void> {
  await showDossiers(window);
  await list(window).getByRole("button", { name: title }).click();
  await expect(window.getByRole("textbox", { name: "Intention" })).toBeVisible();
}

/** A dossier with instructions in it; each is kept before the next is made. */
export async function makeDossier(window: Page, title: string, texts: readonly string[]): Promise<void> {
  await showDossiers(window);
  await window.getByRole("button", { name: "Nouveau dossier" }).click();
  const field = window.getByRole("textbox", { name: "Titre" });
  await expect(field).toHaveValue("Dossier sans titre");
  await field.fill(title);
  await expect(list(window).getByRole("button", { name: title })).toBeVisible();
  for (const [at, text] of texts.entries()) {
    await window.getByRole("button", { name: "Consigne", exact: true }).click();
    await expect(items(window)).toHaveCount(at + 1);
    await items(window).last().getByRole("textbox", { name: "Consigne" }).fill(text);
    await expect(items(window).last().getByRole("button", { name: `Retirer « ${text} »` })).toBeVisible();
  }
}

/** Lets a row go over the upper or lower part of another, as a hand does. */
export async function drag(window: Page, grip: Locator, row: Locator, part: 0.25 | 0.75): Promise<void> {
  const [from, to] = [await grip.boundingBox(), await row.boundingBox()];
  if (!from || !to) throw new Error("it is not shown");
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await window.mouse.down();
  await window.mouse.move(from.x + from.width / 2 + 8, from.y + from.height / 2 + 8, { steps: 4 });
  await window.mouse.move(to.x + to.width / 2, to.y + to.height * part, { steps: 12 });
  await expect(window.locator(".react-aria-DropIndicator[data-drop-target]")).toHaveCount(1);
  await window.mouse.up();
}

/** Of the one dossier there is. */
export async function dossierFile(library: string): Promise<string> {
  const names = await readdir(join(library, "dossiers"));
  return join(library, "dossiers", names.find((name) => name.endsWith(".json")) ?? "");
}

export const texts = (window: Page): Promise<string[]> => items(window).getByRole("textbox").evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
