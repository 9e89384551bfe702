/** Where the window stood and how large it was, so that it comes back there; on a screen that is still there, whole and within reach. */
import { join } from "node:path";
import { type BrowserWindow, screen } from "electron";
import { type Bounds, fitToDisplays } from "./fitToDisplays.ts";
import { type KeptFile, openKeptFile } from "./keptFile.ts";

const shapes = ["normal", "maximised", "full-screen"] as const;

interface WindowPlace {
  format: 1;
  /** As it is when neither maximised nor full screen. */
  bounds: Bounds;
  shape: (typeof shapes)[number];
}

export type WindowPlaceKeeper = KeptFile<WindowPlace | null>;

/** Milliseconds without a change, after which it is kept. */
const rest = 400;

/** Reads the place kept in a profile's folder. */
export function openWindowPlace(folder: string): WindowPlaceKeeper {
  return openKeptFile<WindowPlace | null>(join(folder, "window.json"), { parse: readPlace }, null, "window-damaged");
}

/** By hand: the window is opened before the schemas of all the rest are there. */
function readPlace(json: unknown): WindowPlace {
  const { format, bounds, shape } = json as { [Field in keyof WindowPlace]?: unknown };
  const { x, y, width, height } = bounds as { [Field in keyof Bounds]?: unknown };
  const isPlace = format === 1 && isWithin(x, -farthest) && isWithin(y, -farthest) && isWithin(width, 1) && isWithin(height, 1);
  const known = shapes.find((each) => each === shape);
  if (!isPlace || known === undefined) throw new Error("not a window's place");
  return { format, bounds: { x, y, width, height }, shape: known };
}

/** In device-independent pixels. */
const farthest = 100_000;

function isWithin(value: unknown, least: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= farthest;
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
