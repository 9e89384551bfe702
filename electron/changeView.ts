/** The size of everything in a window, and whether it has the whole screen. */
import type { BrowserWindow } from "electron";
import type { ViewChange } from "./contract.ts";

/** Electron's own step and bounds: a level is a factor of 1.2. */
const step = 0.5;
const mostLevel = 8;

export function changeView(window: BrowserWindow | null, change: ViewChange): void {
  if (!window) return;
  if (change === "fullScreen") return window.setFullScreen(!window.isFullScreen());
  const { webContents } = window;
  const by = { zoomIn: step, zoomOut: -step, zoomReset: -webContents.getZoomLevel() }[change];
  webContents.setZoomLevel(Math.max(-mostLevel, Math.min(mostLevel, webContents.getZoomLevel() + by)));
}
