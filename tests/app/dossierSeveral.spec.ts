/** Several items of a dossier at once: chosen by mouse and by keys, put elsewhere, taken out, put into another dossier, and all of it taken back together. */
import type { Locator, Page } from "@playwright/test";
import { drag, items, makeDossier, openDossier, texts } from "./dossierSteps.ts";
import { expect, test } from "./launch.ts";
import { resizeTo } from "./windowSize.ts";

const chosen = (window: Page): Locator => window.getByRole("group", { name: "Éléments choisis" });
const row = (window: Page, text: string): Locator => window.getByRole("row", { name: text, exact: true });
const grip = (window: Page, text: string): Locator => row(window, text).getByRole("button", { name: /^Déplacer/ });
const undo = (window: Page): Promise<void> => window.getByRole("button", { name: "Annuler" }).first().click();
/** Beside its field and its buttons. */
const edge = { position: { x: 30, y: 6 } };

test.beforeEach(async ({ app, app: { window } }) => {
  // All of them in sight: what is dragged must not lie under the bar.
  await resizeTo(app, 1280, 1000);
  await makeDossier(window, "Soir", ["un", "deux", "trois", "quatre", "cinq"]);
});

test("those chosen with the mouse are dragged together, in their order, and taken back at once", async ({ app: { window } }) => {
  await row(window, "quatre").click(edge);
  await row(window, "un").click({ ...edge, modifiers: ["ControlOrMeta"] });
  await expect(chosen(window)).toContainText("2 éléments choisis");
  await drag(window, grip(window, "quatre"), row(window, "deux"), 0.75);
  await expect.poll(() => texts(window)).toEqual(["deux", "un", "quatre", "trois", "cinq"]);
  await expect(window.getByText("2 éléments déplacés.")).toBeVisible();
  await undo(window);
  await expect.poll(() => texts(window)).toEqual(["un", "deux", "trois", "quatre", "cinq"]);
  await row(window, "deux").click(edge);
  await row(window, "quatre").click({ ...edge, modifiers: ["Shift"] });
  await expect(chosen(window)).toContainText("3 éléments choisis");
  await drag(window, grip(window, "trois"), row(window, "cinq"), 0.75);
  await expect.poll(() => texts(window)).toEqual(["un", "cinq", "deux", "trois", "quatre"]);
  // One that is not chosen goes alone.
  await drag(window, grip(window, "cinq"), row(window, "un"), 0.25);
  await expect.poll(() => texts(window)).toEqual(["cinq", "un", "deux", "trois", "quatre"]);
});

test("those chosen by keys go up and down together, which is told, and one way back leads from all the steps", async ({ app: { window } }) => {
  await row(window, "deux").focus();
  await window.keyboard.press("Space");
  await window.keyboard.press("Shift+ArrowDown");
  await expect(chosen(window)).toContainText("2 éléments choisis");
  await expect(window.locator("[data-live-announcer]")).toContainText(/2 éléments sélectionnés/);
  for (const order of [["un", "quatre", "deux", "trois", "cinq"], ["un", "quatre", "cinq", "deux", "trois"]]) {
    await window.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => texts(window)).toEqual(order);
  }
  await expect(window.getByRole("status").filter({ hasText: "2 éléments déplacés : places 4 à 5 sur 5." })).toBeAttached();
  await expect(row(window, "trois")).toBeFocused();
  await expect(window.getByText("2 éléments déplacés.", { exact: true })).toHaveCount(1);
  await undo(window);
  await expect.poll(() => texts(window)).toEqual(["un", "deux", "trois", "quatre", "cinq"]);
  await row(window, "un").focus();
  await window.keyboard.press("Control+a");
  await expect(chosen(window)).toContainText("5 éléments choisis");
  await window.keyboard.press("Escape");
  await expect(chosen(window)).toHaveCount(0);
});

test("those chosen are taken out by a key, and come back each where it stood", async ({ app: { window } }) => {
  await row(window, "un").focus();
  await window.keyboard.press("Space");
  await row(window, "trois").click({ ...edge, modifiers: ["ControlOrMeta"] });
  await row(window, "cinq").click({ ...edge, modifiers: ["ControlOrMeta"] });
  await window.keyboard.press("Delete");
  await expect.poll(() => texts(window)).toEqual(["deux", "quatre"]);
  await expect(chosen(window)).toHaveCount(0);
  await expect(window.getByText("3 éléments retirés du dossier.")).toBeVisible();
  await undo(window);
  await expect.poll(() => texts(window)).toEqual(["un", "deux", "trois", "quatre", "cinq"]);
  // In a text, the same keys are the text's.
  const field = row(window, "deux").getByRole("textbox", { name: "Consigne" });
  await field.focus();
  await window.keyboard.press("Control+a");
  await window.keyboard.press("Delete");
  await expect(field).toHaveValue("");
  await expect(items(window)).toHaveCount(5);
});

test("those chosen go into another dossier, or a copy of them does, and come back", async ({ app: { window } }) => {
  await makeDossier(window, "Matin", ["accueil"]);
  await openDossier(window, "Soir");
  const give = async (isCopy: boolean): Promise<void> => {
    await row(window, "un").click(edge);
    await row(window, "trois").click({ ...edge, modifiers: ["ControlOrMeta"] });
    await chosen(window).getByRole("button", { name: "Autre dossier…" }).click();
    const which = window.getByRole("dialog", { name: "Dans quel dossier les mettre ?" });
    await expect(which.getByRole("button", { name: /^Soir/ })).toHaveCount(0);
    if (isCopy) await which.getByText("Garder aussi une copie ici").click();
    await which.getByRole("button", { name: /^Matin/ }).click();
  };
  await give(false);
  await expect(window.getByText("2 éléments mis dans « Matin ».")).toBeVisible();
  await expect.poll(() => texts(window)).toEqual(["deux", "quatre", "cinq"]);
  await openDossier(window, "Matin");
  await expect.poll(() => texts(window)).toEqual(["accueil", "un", "trois"]);
  await undo(window);
  await expect.poll(() => texts(window)).toEqual(["accueil"]);
  await openDossier(window, "Soir");
  await expect.poll(() => texts(window)).toEqual(["un", "deux", "trois", "quatre", "cinq"]);
  await give(true);
  await expect(window.getByText("2 éléments copiés dans « Matin ».")).toBeVisible();
  await expect(items(window)).toHaveCount(5);
  await openDossier(window, "Matin");
  await expect.poll(() => texts(window)).toEqual(["accueil", "un", "trois"]);
});
