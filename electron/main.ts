/** Boot, in order: no network, own scheme, one instance, the librarian, the window, and what it was given to import or to follow. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { app, BrowserWindow, nativeTheme } from "electron";
import { libraryFolder } from "../archive/store/libraryFolder.ts";
import { allWritten } from "../archive/store/writeFile.ts";
import type { Command, ImportChoice, Language } from "./contract.ts";
import { answerCalls, giveBeginning } from "./calls.ts";
import { channels } from "./contract.ts";
import { chooseImports, choosesBoth } from "./dialogs.ts";
import { hearGiven } from "./givenFiles.ts";
import { createHandouts } from "./handouts.ts";
import { startLibrarian } from "./librarianClient.ts";
import { createLinkDelivery } from "./linkDelivery.ts";
import { defectOf, openLog } from "./log.ts";
import { setMenu } from "./menu.ts";
import { cutNetwork } from "./offline.ts";
import { readOptions } from "./options.ts";
import { createPapers } from "./papers.ts";
import { createProjector } from "./projector.ts";
import { registerScheme, serveFiles } from "./protocol.ts";
import { liveIn, portableFolder } from "./portable.ts";
import { answerReading } from "./readingAnswers.ts";
import { openReportFiles } from "./reportFiles.ts";
import { openReportViews } from "./reportViews.ts";
import { saveScreenshot } from "./screenshot.ts";
import { openSettings, type SettingsKeeper } from "./settings.ts";
import { groundOf } from "./themeGround.ts";
import { openWindow } from "./window.ts";
import { watchWindow } from "./windowHealth.ts";
import { openWindowPlace } from "./windowPlace.ts";

const portable = orQuit(portableFolder);
if (portable !== null) liveIn(portable);
const options = orQuit(() => readOptions(process.argv, app.getAppPath()));
cutNetwork();
registerScheme();
// On Linux, Chromium speaks by the system's voices only when told to.
app.commandLine.appendSwitch("enable-speech-dispatcher");
const given = hearGiven({ files: options.given, links: options.links }, focusWindow);
if (given.isFirst) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const log = openLog(app.getPath("userData"));
  log.note("started", { relire: app.getVersion(), electron: process.versions.electron ?? "", platform: process.platform });
  process.on("uncaughtExceptionMonitor", (error) => log.note("defect", { in: "shell", ...defectOf(error) }));
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => type !== "Utility" && log.note("process-ended", { type, reason, code: exitCode }));
  const settings = openSettings(app.getPath("userData"));
  const views = openReportViews(app.getPath("userData"));
  const library = options.library ?? (portable === null ? libraryFolder(process.env, app.getPath("userData")) : join(portable, "library"));
  const librarian = startLibrarian({ bundled: options.archive, library, imports: join(app.getPath("userData"), "imports") }, log);
  const papers = createPapers();
  serveFiles(join(__dirname, "../window"), [options.archive, library], papers);
  const language = (): Language => languageOf(settings);
  const place = openWindowPlace(app.getPath("userData"));
  const open = (): void => {
    if (BrowserWindow.getAllWindows().length > 0) return;
    const window = openWindow(settings.current().theme, place);
    watchWindow(window, log, language);
    window.webContents.on("dom-ready", () => {
      librarian.connect(window.webContents);
      links.connect(window.webContents);
    });
  };
  const links = createLinkDelivery(open);
  nativeTheme.themeSource = groundOf(settings.current().theme);
  // Before all the rest, which is done while its process starts and cannot ask for anything yet.
  open();
  // What answers its requests: Node loads that with the first use, which would be in the window's way.
  void new Response();
  const importPaths = (paths: readonly string[]): void => librarian.importPaths(paths, language());
  const choose = (kind: ImportChoice): void => {
    void chooseImports(BrowserWindow.getFocusedWindow(), kind, language()).then((paths) => paths.length > 0 && importPaths(paths));
  };
  let shownMenu = "";
  const showMenu = (): void => {
    const { shortcuts, singleKeys } = settings.current();
    const wanted = JSON.stringify([language(), shortcuts, singleKeys]);
    if (wanted !== shownMenu) setMenu(language(), { shortcuts, singleKeys }, { send, choose });
    shownMenu = wanted;
  };
  showMenu();
  answerCalls({
    settings,
    librarian,
    papers,
    handouts: createHandouts(librarian, papers),
    projector: createProjector(),
    lettersFolder: () => (existsSync(library) ? library : options.archive),
    views,
    log,
    reading: answerReading(app.getPath("userData")),
    reports: openReportFiles([options.archive, library]),
    language,
    onSettings() {
      nativeTheme.themeSource = groundOf(settings.current().theme);
      showMenu();
    },
    onPainted,
    onImports: importPaths,
  });
  giveBeginning(() => ({ settings: settings.current(), systemLanguage: systemLanguage(), choosesBoth, troubles: [...settings.troubles, ...views.troubles] }));
  given.deliver({ files: importPaths, links: links.deliver });
  app.on("window-all-closed", () => app.quit());
  app.once("will-quit", finishWriting);
  app.on("activate", open);
}

function languageOf(settings: SettingsKeeper): Language {
  const { language } = settings.current();
  return language === "system" ? systemLanguage() : language;
}

/** French unless the system prefers English to it. */
function systemLanguage(): Language {
  const preferred = app.getPreferredSystemLanguages().find((tag) => /^(?:fr|en)\b/.test(tag));
  return preferred?.startsWith("en") ? "en" : "fr";
}

function send(command: Command): void {
  BrowserWindow.getFocusedWindow()?.webContents.send(channels.command, command);
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

function onPainted(): void {
  // The system takes its time over it. A development runtime would be registered in the app's place; a program on a key leaves the computer as it was. On
  // Windows, what follows "--" is no switch.
  if (app.isPackaged && portable === null) app.setAsDefaultProtocolClient("relire", process.execPath, ["--"]);
  const window = BrowserWindow.getAllWindows()[0];
  if (!options.screenshot || !window) return;
  saveScreenshot(window, options.screenshot).then(
    () => app.quit(),
    (error: unknown) => quitWith(`The screenshot cannot be saved: ${String(error)}`),
  );
}

function orQuit<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    return quitWith(error instanceof Error ? error.message : String(error));
  }
}

function quitWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
