/** What tests of imports do over and over: answer the system's dialogs, drop files as a hand would, look at the report. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { Answer } from "../../archive/model.ts";
import type { Exposed } from "../../electron/contract.ts";
import type { ImportsState } from "../../electron/importContract.ts";
import { folderAt, type TemporaryFolder } from "../fixtures/temporaryFolder.ts";
import { type App, expect, test as base } from "./launch.ts";
import { removeFolder } from "./removeFolder.ts";

export { expect };

export const test = base.extend<{ folder: TemporaryFolder }>({
  /** A folder of the person's, gone after the test. */
  folder: async ({ afterApps }, provide) => {
    const path = await mkdtemp(join(tmpdir(), "relire-given-"));
    afterApps(() => removeFolder(path));
    await provide(folderAt(path));
  },
});

type Electron = Pick<App, "electron">;

/** The system's own dialog cannot be driven: it answers as if these had been chosen in it. */
export async function chooseInDialog({ electron }: Electron, filePaths: string[]): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen.length === 0, filePaths: chosen });
  }, filePaths);
}

export async function saveInDialog({ electron }: Electron, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, filePath);
}

/** The system's dialogs answer with one file, to save and to open it, or with one folder. */
export async function answerDialogs({ electron }: Electron, chosen: { file: string; folder: string }): Promise<void> {
  await electron.evaluate(({ dialog }, { file, folder }) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    dialog.showOpenDialog = async (...given: unknown[]) => {
      const { properties = [] } = given.at(-1) as Electron.OpenDialogOptions;
      return { canceled: false, filePaths: [properties.includes("openFile") ? file : folder] };
    };
  }, chosen);
}

/** Through the rail's menu. */
export async function given(app: App, path: string, entry: "Des fichiers…" | "Un dossier…" = "Des fichiers…"): Promise<void> {
  await choose(app, [path], entry);
}

/** As `given`, and waits for the end. */
export async function importByDialog(app: App, paths: string[], entry: "Des fichiers…" | "Un dossier…" = "Des fichiers…"): Promise<void> {
  const before = await imports(app.window);
  await choose(app, paths, entry);
  await expect.poll(() => imports(app.window), { timeout: 20_000 }).toEqual({ kept: before.kept + 1, isRunning: false });
}

/** As the window is told. */
function imports(window: Page): Promise<{ kept: number; isRunning: boolean }> {
  return window.evaluate(async () => {
    const { relire } = globalThis as unknown as { relire: Exposed };
    const answer = JSON.parse(await relire.ask("imports", undefined)) as Answer<ImportsState>;
    return answer.ok ? { kept: answer.value.kept.length, isRunning: answer.value.running !== null } : { kept: -1, isRunning: false };
  });
}

async function choose(app: App, paths: string[], entry: string): Promise<void> {
  await chooseInDialog(app, paths);
  await app.window.getByRole("navigation").getByRole("button", { name: "Importer…" }).click();
  await app.window.getByRole("menuitem", { name: entry }).click();
}

/** The sheet of an import's report. */
export function report(window: Page): Locator {
  return window.getByRole("article").filter({ has: window.getByRole("heading", { name: "Rapport d’import" }) });
}

/** Hovers over the window with files or folders in hand, as the system has it; gives the letting go. */
export async function drop(window: Page, files: string[]): Promise<() => Promise<void>> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files, dragOperationsMask: 1 };
  const send = (type: "dragEnter" | "dragOver" | "drop") => session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  await send("dragEnter");
  await send("dragOver");
  return async () => {
    await send("drop");
  };
}
