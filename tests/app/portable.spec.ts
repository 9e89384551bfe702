/** The portable mode: the packed app with a folder `relire-data` beside it, as on a key, and a home folder that stays as it was. */
import { cp, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, expect } from "@playwright/test";
import { test } from "./launch.ts";
import { packApp } from "./packedApp.ts";
import { removeFolder } from "./removeFolder.ts";

test.skip(process.platform !== "linux", "started where it was packed: elsewhere its folders have other names");

/** Files in a folder, those in folders included. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

test("what is imported, chosen and read stays on the key, and nothing in the home folder", async () => {
  const packed = await packApp();
  const folder = await mkdtemp(join(tmpdir(), "relire-key-"));
  const [key, home] = [join(folder, "key"), join(folder, "home")];
  try {
    await cp(packed.folder, key, { recursive: true });
    await mkdir(join(key, "relire-data"));
    await mkdir(home);
    await writeFile(join(folder, "lettre.txt"), "Une lettre de la clé\n\n12 mars 2024\n\nUne lecture\n\nLe hérisson traverse la route.\n");
    const start = () =>
      _electron.launch({
        executablePath: join(key, "relire-driven"),
        args: ["--lang=fr", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), join(folder, "lettre.txt")],
        env: { ...withoutPlaces(process.env), HOME: home, LANGUAGE: "fr", LC_ALL: "fr_FR.UTF-8" },
      });
    const app = await start();
    const window = await app.firstWindow();
    await window.getByText("Une lettre de la clé").first().waitFor();
    await window.getByRole("button", { name: "Réglages" }).click();
    await window.getByText("Sombres").click();
    await expect(window.locator("html")).toHaveAttribute("data-theme", "dark");
    await window.keyboard.press("Escape");
    await window.getByRole("button", { name: /^Rapports/ }).click();
    await window.getByRole("button", { name: /Mutualisons/ }).first().click();
    await window.locator(".endOfContent").first().waitFor({ state: "attached" });
    await app.close();

    expect(await filesIn(home)).toEqual([]);
    const kept = await filesIn(join(key, "relire-data"));
    expect(kept).toContain("profile/settings.json");
    expect(kept.filter((file) => /^library\/letters\/.*\/original\.txt$/.test(file))).toHaveLength(1);

    const again = await start();
    const shown = await again.firstWindow();
    await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
    await shown.getByRole("button", { name: "Lettres" }).click();
    await expect(shown.getByText("Une lettre de la clé").first()).toBeVisible();
    await again.close();
  } finally {
    await removeFolder(folder);
  }
});

/** The environment without what tells programs where to write. */
function withoutPlaces(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^(?:XDG_|HOME$|RELIRE_)/.test(entry[0]));
  return Object.fromEntries(kept);
}
