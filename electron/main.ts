/**
 * Boot, in order: no network, own scheme, one instance, the window. All that a window begins with is here, and nothing else: the shell itself, with all that it
 * answers, is read while the window's own process starts.
 */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { app, BrowserWindow, ipcMain, nativeTheme } from "electron";
import { libraryFolder } from "../archive/store/libraryFolder.ts";
import { allWritten } from "../archive/store/writeFile.ts";
import { channels } from "./contract.ts";
import { openFirstScreen } from "./firstScreen.ts";
import { hearGiven } from "./givenFiles.ts";
import { isOurs } from "./isOurs.ts";
import { cutNetwork } from "./offline.ts";
import { readOptions } from "./options.ts";
import { createPapers } from "./papers.ts";
import { registerScheme, serveFiles } from "./protocol.ts";
import { liveIn, portableFolder } from "./portable.ts";
import { sayAndQuit } from "./sayAndQuit.ts";
import { groundOf, themeAtStart } from "./themeGround.ts";
import { openWindow } from "./window.ts";
import { openWindowPlace } from "./windowPlace.ts";

/** Milliseconds. */
const longestWait = 3000;

const portable = orQuit(portableFolder);
if (portable !== null) liveIn(portable);
const options = orQuit(() => readOptions(process.argv, app.getAppPath()));
cutNetwork();
registerScheme();
// Old laptops: what is allocated is collected sooner. Where nothing is computed at length, that takes no time that is to be seen.
app.commandLine.appendSwitch("js-flags", "--optimize-for-size");
setFlagsFromString("--optimize-for-size");
// On Linux, Chromium speaks by the system's voices only when told to.
app.commandLine.appendSwitch("enable-speech-dispatcher");
const given = hearGiven({ files: options.given, links: options.links }, focusWindow);
if (given.isFirst) void app.whenReady().then(start);
else app.quit();

function start(): void {
  app.once("will-quit", finishWriting);
  const profile = app.getPath("userData");
  const library = options.library ?? (portable === null ? libraryFolder(process.env, profile) : join(portable, "library"));
  const papers = createPapers();
  const firstScreen = openFirstScreen(profile);
  const place = openWindowPlace(profile);
  const theme = themeAtStart(profile);
  nativeTheme.themeSource = groundOf(theme);
  serveFiles(join(__dirname, "../window"), [options.archive, library], papers);
  const window = openWindow(theme, place);
  const shell = once(async () => {
    const { runShell } = await import("./shell.ts");
    return runShell({ archive: options.archive, library, screenshot: options.screenshot, isPortable: portable !== null, profile, papers, place, firstScreen, window, given });
  });
  ipcMain.on(channels.firstScreen, (event) => {
    event.returnValue = isOurs(event) ? firstScreen.take() : null;
  });
  ipcMain.handle(channels.beginning, async (event) => (isOurs(event) ? (await shell()).begin(event.sender) : null));
  if (!firstScreen.isThere()) void shell();
  // Somebody has to be there for the system, should the page never ask.
  else setTimeout(() => void shell(), longestWait);
}

function once<Made>(make: () => Made): () => Made {
  let made: { made: Made } | null = null;
  return () => (made ??= { made: make() }).made;
}

/** What was being kept when the last window closed is on the disk before the app ends. */
function finishWriting(event: Electron.Event): void {
  event.preventDefault();
  // Not before this event is over: Electron takes a second wish to quit for the first.
  void allWritten().then(() => setImmediate(() => app.quit()));
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function orQuit<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    return sayAndQuit(error instanceof Error ? error.message : String(error));
  }
}
