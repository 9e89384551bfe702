/** A disk without room, a home that may not be written to: said in words, and everything is read as before. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { letterMarkdown, mayLetter } from "../fixtures/letterFolder.ts";
import { expect, importByDialog, report, test as base } from "./importing.ts";
import { removeFolder } from "./removeFolder.ts";

/** A small disk of its own, in memory; only the superuser of a machine that lets it can mount one. */
const test = base.extend<{ disk: string }>({
  disk: async ({ afterApps }, provide, info) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-disk-"));
    afterApps(() => removeFolder(folder));
    const mounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]).status === 0;
    info.skip(!mounted, "no disk can be mounted here: this wants Linux and its superuser");
    afterApps(() => execFileSync("umount", ["--lazy", folder]));
    await provide(folder);
  },
});

/** Leaves room for so many bytes. */
function fill(disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "filling"), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

async function expectReadable(window: Page): Promise<void> {
  await window.getByRole("combobox").fill("geek de service");
  await window.getByRole("option", { name: /^Une analyse/ }).click();
  await expect(window.getByRole("heading", { name: "Une analyse", level: 2 })).toBeVisible();
}

test("a disk that fills up while one reads: what is not kept is said, once, and one reads on", async ({ launch, disk }) => {
  const profile = join(disk, "profile");
  await mkdir(profile);
  const { window } = await launch({ profile });
  fill(disk, 0);
  await window.getByRole("button", { name: "Réglages" }).first().click();
  await window.getByRole("dialog", { name: "Réglages" }).getByRole("radio", { name: "Sombres" }).check({ force: true });
  await expect(window.getByRole("dialog", { name: "Réglages" }).locator("p[role=status]")).toContainText("Le disque est plein");
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  await window.keyboard.press("Escape");
  await expectReadable(window);
  await window.getByRole("button", { name: "Marquer comme lue", exact: true }).click();
  const unkept = window.getByText(/Le disque est plein.*ce que vous lisez est suivi/);
  await expect(unkept).toHaveCount(1);
  await window.getByRole("button", { name: "Marquer comme non lue", exact: true }).click();
  await expect(window.getByRole("button", { name: "Marquer comme lue", exact: true })).toBeVisible();
  await expect(unkept).toHaveCount(1);
  // Opening a report keeps where one is in it, in vain.
  await window.getByRole("navigation").first().getByRole("button", { name: /^Rapports/ }).click();
  await window.getByRole("button", { name: /Veillées/ }).first().click();
  await expect(window.locator('.page[data-page-number="1"] .textLayer')).toContainText("numériques");
  expect(existsSync(join(profile, "settings.json"))).toBe(false);
});

test("an import without room says which letter was not kept, and the others are", async ({ launch, disk, folder }) => {
  const library = join(disk, "library");
  folder.put("lettres/mai.md", letterMarkdown(mayLetter));
  folder.put("lettres/trop.md", letterMarkdown({ ...mayLetter, title: "Trop longue", sections: [["Édito", "Un paragraphe de remplissage, encore et encore. ".repeat(8000)]] }));
  fill(disk, 200_000);
  const app = await launch({ library });
  await importByDialog(app, [folder.at("lettres")], "Un dossier…");
  await app.window.getByRole("button", { name: "Voir le rapport" }).or(report(app.window)).first().click();
  await expect(report(app.window)).toContainText("1 ajouté · 1 échec");
  await expect(report(app.window)).toContainText("Le disque est plein");
  await expectReadable(app.window);
});

test("a home that may not be written to: the app opens, reads, and says what it cannot keep", async ({ launch, disk }) => {
  const profile = join(disk, "profile");
  await mkdir(profile);
  writeFileSync(join(profile, "settings.json"), JSON.stringify({ theme: "sepia" }));
  execFileSync("mount", ["-o", "remount,ro", disk]);
  const { window } = await launch({ profile });
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset["theme"])).toBe("sepia");
  await expectReadable(window);
  await window.getByRole("button", { name: "Marquer comme lue", exact: true }).click();
  await expect(window.getByText(/Le dossier de Relire ne peut pas être écrit.*ce que vous lisez est suivi/)).toBeVisible();
  await window.getByRole("button", { name: "Réglages" }).first().click();
  await window.getByRole("dialog", { name: "Réglages" }).getByRole("radio", { name: "Sombres" }).check({ force: true });
  await expect(window.getByRole("dialog", { name: "Réglages" }).locator("p[role=status]")).toContainText("ne peut pas être écrit");
  expect(readFileSync(join(profile, "settings.json"), "utf8")).toContain("sepia");
});
