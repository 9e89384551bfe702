/** A dossier put on a key: how far it is, stopped in the middle, and what is said of a key that is full, locked or pulled out. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { chooseInDialog, expect, test as base } from "./importing.ts";
import type { App } from "./launch.ts";
import { faultsIn } from "./lookAround.ts";
import { removeFolder } from "./removeFolder.ts";

/** The files are made anew for each kit, and flushed through a disk that others write to: this takes a slow machine a while. */
const made = { timeout: 45_000 };

interface Key {
  path: string;
  /** Whatever writes to it waits from now on, until it is thawed: the middle of a writing lasts as long as a test wants. */
  freeze(): void;
  thaw(): void;
  /** Nothing stands at its path any more, as when it is pulled out. */
  pullOut(): void;
  plugIn(): void;
}

/** A file system of its own in a file; only the superuser of a Linux machine that lets it can mount one. */
const test = base.extend<{ key: Key }>({
  key: async ({ afterApps }, provide, info) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-key-"));
    afterApps(() => removeFolder(folder));
    const [path, away, image] = [join(folder, "CLE"), join(folder, "away"), join(folder, "image")];
    await mkdir(path);
    await mkdir(away);
    writeFileSync(image, Buffer.alloc(16_000_000));
    const isMounted = process.platform === "linux" && spawnSync("mkfs.ext4", ["-q", image]).status === 0 && spawnSync("mount", ["-o", "loop", image, path]).status === 0;
    info.skip(!isMounted, "no disk can be mounted here: this wants Linux, its superuser and e2fsprogs");
    let now = path;
    afterApps(() => execFileSync("umount", ["--lazy", now]));
    await provide({
      path,
      freeze: () => void execFileSync("fsfreeze", ["-f", now]),
      thaw: () => void execFileSync("fsfreeze", ["-u", now]),
      pullOut() {
        execFileSync("mount", ["--move", path, away]);
        now = away;
      },
      plugIn() {
        execFileSync("mount", ["--move", away, path]);
        now = path;
      },
    });
    // A test that failed may have left it frozen: the app could not end then.
    spawnSync("fsfreeze", ["-u", now]);
  },
});

/** The dialog of a new dossier's hand-outs. */
async function openSheets({ window }: App): Promise<Locator> {
  test.setTimeout(180_000);
  await window.getByRole("navigation", { name: "Navigation" }).getByRole("button", { name: "Dossiers" }).click();
  await window.getByRole("button", { name: "Nouveau dossier" }).click();
  await window.getByRole("textbox", { name: "Titre" }).fill("Atelier");
  await expect(window.getByRole("region", { name: "Liste" }).getByRole("button", { name: /Atelier/ })).toBeVisible();
  await window.getByRole("button", { name: "Imprimer, distribuer" }).click();
  return window.getByRole("dialog", { name: "Feuilles à distribuer" });
}

async function putOn(app: App, sheets: Locator, place: string): Promise<void> {
  await chooseInDialog(app, [place]);
  await sheets.getByRole("button", { name: "Mettre sur une clé USB…" }).click();
}

test("a kit is written step by step; stopped in the middle it leaves nothing, and the earlier kit as it was", async ({ app, key }) => {
  mkdirSync(join(key.path, "Atelier"));
  writeFileSync(join(key.path, "Atelier/LISEZMOI.txt"), "d’avant");
  const sheets = await openSheets(app);
  key.freeze();
  await putOn(app, sheets, key.path);
  const bar = sheets.getByRole("progressbar", { name: "Mise sur clé" });
  await expect(sheets.getByText("Étape 2 sur 3 : écriture sur la clé")).toBeVisible(made);
  await expect(bar).toHaveAttribute("aria-valuenow", "0");
  await expect(sheets).toContainText("Ne retirez pas la clé.");
  expect(await faultsIn(app, "a kit under way")).toEqual([]);
  await app.window.keyboard.press("Escape");
  await expect(sheets.getByRole("button", { name: "Fermer" })).toBeDisabled();
  await sheets.getByRole("button", { name: "Arrêter" }).click();
  await expect(sheets.getByText("Arrêt, et nettoyage de la clé…")).toBeVisible();
  key.thaw();
  await expect(sheets.getByText("Arrêté : rien n’a été laissé sur la clé.")).toBeVisible();
  expect(readdirSync(key.path).toSorted()).toEqual(["Atelier", "lost+found"]);
  expect(readdirSync(join(key.path, "Atelier"))).toEqual(["LISEZMOI.txt"]);
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText(/écrits et relus dans «\sAtelier \(2\)\s». Vous pouvez retirer la clé/)).toBeVisible(made);
  await expect(bar).toBeHidden();
  expect(readdirSync(key.path).toSorted()).toEqual(["Atelier", "Atelier (2)", "lost+found"]);
});

test("a key that is pulled out midway is said, and the next try clears what it kept", async ({ app, key }) => {
  const sheets = await openSheets(app);
  key.freeze();
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText("Étape 2 sur 3 : écriture sur la clé")).toBeVisible(made);
  key.pullOut();
  key.thaw();
  await expect(sheets.getByText(/La clé n’est plus là/)).toBeVisible();
  await expect(sheets.getByRole("progressbar", { name: "Mise sur clé" })).toBeHidden();
  expect(readdirSync(key.path)).toEqual([]);
  key.plugIn();
  expect(readdirSync(key.path).toSorted()).toEqual(["Atelier.part", "lost+found"]);
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText(/Vous pouvez retirer la clé/)).toBeVisible(made);
  expect(readdirSync(key.path).toSorted()).toEqual(["Atelier", "lost+found"]);
});

test("a full key and a locked one are each said, with what to do", async ({ app, key }) => {
  const sheets = await openSheets(app);
  const { bavail, bsize } = statfsSync(key.path);
  writeFileSync(join(key.path, "photos"), Buffer.alloc((bavail - 2) * bsize));
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText(/La clé est pleine\s: il y faut \d+\s(?:ko|kB) de libre/)).toBeVisible(made);
  expect(readdirSync(key.path).toSorted()).toEqual(["lost+found", "photos"]);
  expect(await faultsIn(app, "a key that is full")).toEqual([]);
  await rm(join(key.path, "photos"));
  execFileSync("mount", ["-o", "remount,ro", key.path]);
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText(/la clé est protégée/)).toBeVisible(made);
  expect(existsSync(join(key.path, "Atelier"))).toBe(false);
});

test("closing the app in the middle clears the key before it ends", async ({ app, key }) => {
  const sheets = await openSheets(app);
  key.freeze();
  await putOn(app, sheets, key.path);
  await expect(sheets.getByText("Étape 2 sur 3 : écriture sur la clé")).toBeVisible(made);
  const closed = app.window.waitForEvent("close");
  const closing = app.close();
  await closed;
  key.thaw();
  await closing;
  expect(readdirSync(key.path)).toEqual(["lost+found"]);
});
