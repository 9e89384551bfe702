/** The search as a reader drives it: what was understood, narrowed down, corrected, completed, sorted and remembered. */
import type { Page } from "@playwright/test";
import { expect, test } from "./launch.ts";
import { marked } from "./marks.ts";

const box = (window: Page) => window.getByRole("combobox");
const summary = (window: Page) => window.getByText(/\d+ passages? dans/);

test("says how a query was understood, in chips that can be taken out", async ({ app: { window } }) => {
  await box(window).fill('"geek de service" -pdf rubrique:analyse');
  const chips = window.getByRole("list", { name: "Compris ainsi" });
  await expect(chips.getByRole("listitem")).toHaveText(["«\u202Fgeek de service\u202F»", "sans pdf", "rubrique\u00A0: analyse"]);
  await chips.getByRole("button", { name: /Retirer.*pdf/ }).click();
  await expect(box(window)).toHaveValue('"geek de service" rubrique:analyse');
  await chips.getByRole("button", { name: /Retirer.*analyse/ }).click();
  await expect(box(window)).toHaveValue('"geek de service"');
});

test("reads bad syntax as words", async ({ app: { window } }) => {
  await box(window).fill('rubrique: "guichet année:deux');
  await expect(window.getByRole("option").first()).toBeVisible();
  await expect(window.getByRole("alert")).toHaveCount(0);
});

test("narrows down by a facet, and takes it back", async ({ app: { window } }) => {
  await box(window).fill("guichet");
  const facets = window.getByRole("list", { name: "Restreindre" });
  const letters = facets.getByRole("button", { name: /^Lettres \d+/ });
  const count = /\d+/.exec((await letters.textContent()) ?? "")?.[0];
  await letters.click();
  await expect(box(window)).toHaveValue("guichet type:lettre ");
  await expect(letters).toHaveAttribute("aria-pressed", "true");
  await expect(summary(window)).toContainText(`${count} passages`);
  await letters.click();
  await expect(box(window)).toHaveValue("guichet");
});

test("corrects a typo, finds what was meant, and offers to type it", async ({ app: { window } }) => {
  await box(window).fill("imprimmante");
  await expect(window.getByText("À une faute de frappe près.")).toBeVisible();
  await window.getByRole("button", { name: /Vouliez-vous dire.*imprimante/ }).click();
  await expect(box(window)).toHaveValue("imprimante");
  await expect(window.getByText("À une faute de frappe près.")).toHaveCount(0);
});

test("completes the word being typed, with its accents", async ({ app: { window } }) => {
  await box(window).fill("biblioth");
  await window.getByRole("button", { name: "bibliothèque", exact: true }).click();
  await expect(box(window)).toHaveValue("bibliothèque ");
  await expect(box(window)).toBeFocused();
});

test("sorts by date, and keeps to it", async ({ app: { window } }) => {
  await box(window).fill("guichet");
  await window.getByRole("button", { name: /^Trier/ }).click();
  await window.getByRole("menuitemradio", { name: "Date" }).click();
  await expect(window.getByRole("button", { name: "Trier : Date" })).toBeVisible();
  await expect(window.getByRole("group").first()).toContainText("2023");
  const years = await window.getByRole("group").getByText(/20\d\d$/).allTextContents();
  const sorted = years.map((text) => Number(text.slice(-4)));
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
});

test("finds inclusive writing by each of its forms, and marks it whole", async ({ app: { window } }) => {
  for (const typed of ["usagers", "usagère", "usager·es", "usagères"]) {
    await box(window).fill(`${typed} support dans:2022-10`);
    await window.getByRole("option", { name: /^Une analyse/ }).click();
    await expect.poll(async () => (await marked(window)).map(({ text }) => text)).toContain("usager·es");
  }
});

test("remembers what was opened, on this computer only, until it is forgotten", async ({ app: { window } }) => {
  await box(window).fill("passerelle");
  await window.getByRole("option").first().click();
  await window.getByRole("button", { name: "Effacer la recherche" }).click();
  await expect(window.getByText("Recherches récentes")).toBeVisible();
  await window.getByRole("button", { name: "passerelle", exact: true }).click();
  await expect(box(window)).toHaveValue("passerelle");
  await window.getByRole("button", { name: "Effacer la recherche" }).click();
  await window.getByRole("button", { name: "Tout oublier" }).click();
  await expect(window.getByText("Recherches récentes")).toHaveCount(0);
});

test("answers anything that can be typed", async ({ app: { window } }) => {
  for (const typed of ["   ", "le la les", "a".repeat(10_000), "\u0007\u0000", '"""', "مرحبا", "🍂", "\u0301", "-", ":", "OR", "(((", "\uD800"]) {
    await box(window).fill(typed);
    await expect(window.getByRole("alert")).toHaveCount(0);
  }
  await box(window).fill("geek");
  await expect(window.getByRole("option").first()).toBeVisible();
});

test("Enter pressed before the answer comes opens what was typed, not what was found before", async ({ app: { window } }) => {
  await box(window).fill("imprimante");
  await expect(window.getByRole("option").first()).toBeVisible();
  await window.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("[role=combobox]");
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    set?.call(input, "Utopiales");
    input?.dispatchEvent(new Event("input", { bubbles: true }));
    input?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  await expect(window.getByRole("heading", { name: "Une annonce", level: 2 })).toBeFocused();
});
