/** What was just done is told beside what is open, never over it; it stays little, and offers a way back only as long as there is one. */
import type { Locator, Page } from "@playwright/test";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { expect, importByDialog, test } from "./importing.ts";
import { resizeTo } from "./windowSize.ts";

const notices = (window: Page): Locator => window.locator(".notice:visible");
const undoOf = (window: Page, said: string): Locator => notices(window).filter({ hasText: said }).getByRole("button", { name: "Annuler" });

async function markRead(window: Page, title: string): Promise<void> {
  await window.locator(".row").filter({ hasText: title }).first().click({ button: "right" });
  await window.getByRole("menuitem", { name: "Marquer comme lue" }).click();
  await expect(notices(window).filter({ hasText: title })).toBeVisible();
}

/** Whether they lie over or under one another, or out of the window. */
async function expectApart(window: Page, one: Locator, other: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [a, b, size] = [await one.boundingBox(), await other.boundingBox(), await window.evaluate(() => ({ width: innerWidth, height: innerHeight }))];
      if (!a || !b) return "not shown";
      const isInside = [a, b].every(({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height);
      const isOver = a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      return isOver || !isInside ? JSON.stringify([a, b, size]) : "apart";
    })
    .toBe("apart");
}

for (const [width, height] of [[1280, 800], [800, 600]] as const) {
  test(`a notice covers nothing of what is open at ${width} x ${height}, and is reached from there and left again by keys`, async ({ app }) => {
    const { window } = app;
    await resizeTo(app, width, height);
    await markRead(window, "Lettre n° 13");
    const region = window.locator(".notices");
    await expect(region.getByRole("alert")).toContainText("Lettre n° 13");
    await window.keyboard.press("Control+,");
    const settings = window.getByRole("dialog", { name: "Réglages" });
    await expectApart(window, region, settings);
    // React Aria hides all that lies outside of a dialog from screen readers, but for this.
    expect(await region.evaluate((each) => each.closest("[aria-hidden=true], [inert]"))).toBeNull();

    await window.keyboard.press("F6");
    await expect(region.locator(":focus")).toHaveCount(1);
    await window.keyboard.press("F6");
    await expect(settings.locator(":focus").or(settings.and(window.locator(":focus")))).toHaveCount(1);
    await window.keyboard.press("Shift+F6");
    await window.keyboard.press("Tab");
    await expect(undoOf(window, "Lettre n° 13")).toBeFocused();
    await window.keyboard.press("Enter");
    await expect(region).toHaveCount(0);
    await expect(settings.locator(":focus").or(settings.and(window.locator(":focus")))).toHaveCount(1);
    await window.keyboard.press("Escape");
    await expect(settings).toHaveCount(0);
    await expect(window.locator(".reading-mark:not(.started)")).toHaveCount(0);

    await markRead(window, "Lettre n° 13");
    await window.keyboard.press("Control+k");
    await expectApart(window, region, window.getByRole("dialog"));
    await window.keyboard.press("Escape");
    await window.locator(".row").first().click();
    await window.getByRole("button", { name: "Confort de lecture" }).click();
    await expectApart(window, region, window.locator(".popover.comfort"));
  });
}

test("few notices stand at once: the latest, and the others under it, each with its way back", async ({ app: { window } }) => {
  for (const number of [13, 12, 11]) await markRead(window, `Lettre n° ${number}`);
  await expect(notices(window)).toHaveCount(1);
  await window.locator(".row").first().click();
  for (const _ of [1, 2]) {
    await window.locator(".sheet").getByRole("button", { name: "Copier le lien vers cette lettre" }).click();
    await expect(notices(window).filter({ hasText: "Lien copié" })).toHaveCount(1);
  }
  await expect(notices(window)).toHaveCount(2);
  await window.getByRole("button", { name: "2 autres messages" }).click();
  await expect(notices(window)).toHaveCount(4);
  const marks = window.locator(".reading-mark:not(.started)");
  await expect(marks).toHaveCount(3);
  for (const number of [12, 13, 11]) await undoOf(window, `Lettre n° ${number}`).click();
  await expect(marks).toHaveCount(0);
  await expect(window.getByRole("button", { name: /autre/ })).toHaveCount(0);
});

test("a way back goes when it leads nowhere any more: the bin was emptied, the thing is back, or is otherwise by now", async ({ app, folder }) => {
  const { window } = app;
  folder.put("mai.md", letterMarkdown(mayLetter));
  await importByDialog(app, [folder.at("mai.md")]);
  const remove = async (): Promise<void> => {
    await window.locator(".row").filter({ hasText: "Lettre de mai" }).click();
    await window.getByRole("button", { name: "Autres actions" }).click();
    await window.getByRole("menuitem", { name: "Mettre à la corbeille" }).click();
    await expect(undoOf(window, "Lettre de mai")).toBeVisible();
  };
  const toBin = async (): Promise<void> => {
    await window.getByRole("navigation").getByRole("button", { name: "Imports" }).click();
    await window.getByRole("button", { name: "Corbeille", exact: true }).click();
  };
  await window.getByRole("navigation").getByRole("button", { name: "Lettres" }).click();
  await markRead(window, "Lettre n° 13");
  await window.locator(".row").filter({ hasText: "Lettre n° 13" }).click({ button: "right" });
  await window.getByRole("menuitem", { name: "Marquer comme non lue" }).click();
  await expect(undoOf(window, "Marquée comme non lue")).toBeVisible();
  await expect(window.locator(".notice")).toHaveCount(1);

  await remove();
  await toBin();
  await window.getByRole("button", { name: /^Restaurer/ }).click();
  await expect(undoOf(window, "Lettre de mai")).toHaveCount(0);

  await window.getByRole("navigation").getByRole("button", { name: "Lettres" }).click();
  await remove();
  await toBin();
  await window.getByRole("button", { name: "Vider la corbeille…" }).click();
  await window.getByRole("alertdialog", { name: /Vider/ }).getByRole("button", { name: "Vider" }).click();
  await expect(window.getByText("La corbeille est vide").first()).toBeVisible();
  await expect(window.locator(".notice").filter({ hasText: "Lettre de mai" })).toHaveCount(0);

  await window.getByRole("navigation").getByRole("button", { name: "Dossiers" }).click();
  await window.getByRole("button", { name: "Nouveau dossier" }).click();
  await window.getByRole("button", { name: "Ce dossier" }).click();
  await window.getByRole("menuitem", { name: "Mettre à la corbeille" }).click();
  await expect(undoOf(window, "corbeille")).toBeVisible();
  await toBin();
  await window.getByRole("button", { name: "Vider la corbeille…" }).click();
  await window.getByRole("alertdialog", { name: /Vider/ }).getByRole("button", { name: "Vider" }).click();
  await expect(undoOf(window, "corbeille")).toHaveCount(0);
});

test("one Escape closes what it is meant for, also while a button tells its name", async ({ app: { window } }) => {
  await window.getByRole("navigation").first().getByRole("button", { name: /^Rapports/ }).click();
  await window.locator(".row").first().click();
  await expect(window.locator(".report-pages .textLayer").first()).toBeAttached();
  await window.locator(".report-pages").focus();
  await window.keyboard.press("Control+f");
  const bar = window.locator(".find-bar");
  await bar.getByRole("textbox").or(bar.getByRole("searchbox")).first().fill("cercle");
  await window.keyboard.press("Tab");
  await expect(window.getByRole("tooltip")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(window.getByRole("tooltip")).toHaveCount(0);

  await window.getByRole("combobox").fill("service");
  await expect(window.getByRole("option").first()).toBeVisible();
  // A hand moves on its way: the first movement only tells React Aria that there is one.
  await window.mouse.move(400, 400);
  await window.locator(".sheet-bar").getByRole("button").last().hover();
  await expect(window.getByRole("tooltip")).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(window.getByRole("tooltip")).toHaveCount(0);
  await expect(window.getByRole("combobox")).toHaveValue("");
});
