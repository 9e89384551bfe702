/** Saves what a window shows as a PNG file. */
import { writeFile } from "node:fs/promises";
import type { BrowserWindow } from "electron";

export async function saveScreenshot(window: BrowserWindow, path: string): Promise<void> {
  const image = await window.webContents.capturePage();
  await writeFile(path, image.toPNG());
}
