/** Where the window stood and how large it was, so that it comes back there; on a screen that is still there, whole and within reach. */
import { join } from "node:path";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import { type Bounds, fitToDisplays } from "./fitToDisplays.ts";
import { type KeptFile, openKeptFile } from "./keptFile.ts";

const coordinate = z.int().min(-100_000).max(100_000);
const extent = z.int().min(1).max(100_000);

const placeSchema = z.object({
  format: z.literal(1),
  /** As it is when neither maximised nor full screen. */
  bounds: z.object({ x: coordinate, y: coordinate, width: extent, height: extent }),
  shape: z.enum(["normal", "maximised", "full-screen"]),
});

type WindowPlace = z.infer<typeof placeSchema>;
export type WindowPlaceKeeper = KeptFile<WindowPlace | null>;

/** Milliseconds without a change, after which it is kept. */
const rest = 400;

/** Reads the place kept in a profile's folder. */
export function openWindowPlace(folder: string): WindowPlaceKeeper {
  return openKeptFile<WindowPlace | null>(join(folder, "window.json"), placeSchema, null, "window-damaged");
}

/** Puts a window that is not shown yet where it was, shows it once there is something to see, then follows it. */
export function placeWindow(window: BrowserWindow, keeper: WindowPlaceKeeper): void {
  const kept = keeper.current();
  if (kept) window.setBounds(fitToDisplays(kept.bounds, workAreas()));
  window.once("ready-to-show", () => {
    if (kept?.shape === "maximised") window.maximize();
    window.show();
    if (kept?.shape === "full-screen") window.setFullScreen(true);
    follow(window, keeper);
  });
}

function follow(window: BrowserWindow, keeper: WindowPlaceKeeper): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    // A full disk keeps nobody from reading: the window then opens where it stood before.
    keeper.keep({ format: 1, bounds: window.getNormalBounds(), shape: shapeOf(window) }).catch(() => undefined);
  };
  const keepAtRest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, rest);
  };
  window.on("resize", keepAtRest);
  window.on("move", keepAtRest);
  window.on("maximize", keepAtRest);
  window.on("unmaximize", keepAtRest);
  window.on("close", keep);
  window.on("closed", () => clearTimeout(timer));
}

function shapeOf(window: BrowserWindow): WindowPlace["shape"] {
  if (window.isFullScreen()) return "full-screen";
  return window.isMaximized() ? "maximised" : "normal";
}

/** Of all screens, the main one first. */
function workAreas(): Bounds[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
}
