/** The window: sandboxed, isolated, without Node, and shown only once there is something to see. */
import { join } from "node:path";
import { BrowserWindow, nativeTheme } from "electron";
import { type Beginning, beginningArgument } from "./contract.ts";
import { windowAddress } from "./protocol.ts";

/** The colour of paper, so that nothing flashes before the first paint. */
const paper = { light: "#fbf9f4", dark: "#16140f" };

export function openWindow(beginning: Beginning): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 320,
    minHeight: 400,
    useContentSize: true,
    show: false,
    title: "Relire",
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
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
