/** The window: sandboxed, isolated, without Node, and shown only once there is something to see. */
import { join } from "node:path";
import { BrowserWindow, nativeTheme } from "electron";
import { type Beginning, beginningArgument, type Settings, type Theme } from "./contract.ts";
import { windowAddress } from "./protocol.ts";

/** The colour of paper in each theme, as `tokens.css` has it, so that nothing flashes before the first paint. */
export const paper: Record<Theme, string> = { light: "#fbf9f4", sepia: "#f3e9d2", dark: "#16140f", contrast: "#ffffff", "contrast-dark": "#000000" };

/** Whether a theme is light or dark to the system: its dialogs, scroll bars and form controls. */
export function groundOf(theme: Settings["theme"]): "system" | "light" | "dark" {
  if (theme === "system") return "system";
  return theme === "dark" || theme === "contrast-dark" ? "dark" : "light";
}

function paperOf(theme: Settings["theme"]): string {
  if (theme !== "system") return paper[theme];
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

export function openWindow(beginning: Beginning): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 320,
    minHeight: 400,
    useContentSize: true,
    show: false,
    title: "Relire",
    backgroundColor: paperOf(beginning.settings.theme),
    webPreferences: {
      preload: join(__dirname, "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      additionalArguments: [beginningArgument + encodeURIComponent(JSON.stringify(beginning))],
    },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(windowAddress);
  return window;
}
