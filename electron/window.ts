/** The window: sandboxed, isolated, without Node, and shown only once there is something to see. */
import { join } from "node:path";
import { BrowserWindow, nativeTheme } from "electron";
import { channels, type Command, type Settings } from "./contract.ts";
import { paper } from "./themeGround.ts";
import { windowAddress } from "./protocol.ts";
import { placeWindow, type WindowPlaceKeeper } from "./windowPlace.ts";

function paperOf(theme: Settings["theme"]): string {
  if (theme !== "system") return paper[theme];
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light;
}

const swipes: Record<string, Command> = { left: "back", right: "forward" };

/** What every window of the app may do. */
export const windowPreferences: Electron.WebPreferences = {
  preload: join(__dirname, "preload.cjs"),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
};

export function openWindow(theme: Settings["theme"], place: WindowPlaceKeeper): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 320,
    minHeight: 400,
    useContentSize: true,
    show: false,
    title: "Relire",
    backgroundColor: paperOf(theme),
    webPreferences: windowPreferences,
  });
  placeWindow(window, place);
  // Three fingers on a Mac.
  window.on("swipe", (_event, direction) => {
    const command = swipes[direction];
    if (command) window.webContents.send(channels.command, command);
  });
  void window.loadURL(windowAddress);
  return window;
}
