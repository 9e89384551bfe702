/** Gives the app's window another size, as a person who drags its corner. */
import { type App, expect } from "./launch.ts";

/** To be drawn on, in device pixels; returns once the page is laid out for it. */
export async function resizeTo({ electron, window }: Pick<App, "electron" | "window">, width: number, height: number, zoom = 1): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, [toWidth, toHeight, factor]) => {
    const [only] = BrowserWindow.getAllWindows();
    only?.setContentSize(toWidth, toHeight);
    only?.webContents.setZoomFactor(factor);
  }, [width, height, zoom] as const);
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width / zoom);
  // Media queries tell the app of their change in the frame after the one that has the new width, and the columns follow from that.
  await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
