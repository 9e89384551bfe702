/** The shell behind the window: the librarian, the menu, the answers to what the window asks, and what the app was given to import or to follow. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, type WebContents } from "electron";
import type { Beginning, Command, ImportChoice, Language } from "./contract.ts";
import { answerCalls } from "./calls.ts";
import { channels } from "./contract.ts";
import { chooseImports, choosesBoth } from "./dialogs.ts";
import type { FirstScreenKeeper } from "./firstScreen.ts";
import type { GivenFiles } from "./givenFiles.ts";
import { createHandoutFiles } from "./handoutFiles.ts";
import { createHandouts } from "./handouts.ts";
import { createKits } from "./kits.ts";
import { startLibrarian } from "./librarianClient.ts";
import { createLinkDelivery } from "./linkDelivery.ts";
import { defectOf, openLog } from "./log.ts";
import { setMenu } from "./menu.ts";
import type { Papers } from "./papers.ts";
import { createProjector } from "./projector.ts";
import { answerReading } from "./readingAnswers.ts";
import { openReportFiles } from "./reportFiles.ts";
import { openReportViews } from "./reportViews.ts";
import { sayAndQuit } from "./sayAndQuit.ts";
import { saveScreenshot } from "./screenshot.ts";
import { openSettings, type SettingsKeeper } from "./settings.ts";
import { groundOf } from "./themeGround.ts";
import { openWindow } from "./window.ts";
import { watchWindow } from "./windowHealth.ts";
import type { WindowPlaceKeeper } from "./windowPlace.ts";

/** What was there before it. Paths are absolute. */
interface Boot {
  /** The archive that came with the app. */
  archive: string;
  /** The person's library, which need not be there. */
  library: string;
  /** The picture of the app to save before quitting; null for none. */
  screenshot: string | null;
  isPortable: boolean;
  profile: string;
  papers: Papers;
  place: WindowPlaceKeeper;
  firstScreen: FirstScreenKeeper;
  /** The first one; it is loading. */
  window: BrowserWindow;
  given: GivenFiles;
}

export interface Shell {
  /** To be called whenever a page loads: connects the one that one reads in, and gives what each has to know before it can ask. */
  begin(page: WebContents): Beginning;
}

export function runShell({ archive, library, screenshot, isPortable, profile, papers, place, firstScreen, window, given }: Boot): Shell {
  const log = openLog(profile);
  log.note("started", { relire: app.getVersion(), electron: process.versions.electron ?? "", platform: process.platform });
  process.on("uncaughtExceptionMonitor", (error) => log.note("defect", { in: "shell", ...defectOf(error) }));
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => type !== "Utility" && log.note("process-ended", { type, reason, code: exitCode }));
  const settings = openSettings(profile);
  const views = openReportViews(profile);
  const librarian = startLibrarian({ bundled: archive, library, imports: join(profile, "imports") }, log);
  const handoutFiles = createHandoutFiles(librarian, papers);
  const language = (): Language => languageOf(settings);
  const readers = new WeakSet<WebContents>();
  const closing = new WeakSet<WebContents>();
  const follow = (opened: BrowserWindow): void => {
    readers.add(opened.webContents);
    opened.on("close", () => closing.add(opened.webContents));
    watchWindow(opened, log, language);
  };
  const open = (): void => {
    if (BrowserWindow.getAllWindows().length === 0) follow(openWindow(settings.current().theme, place));
  };
  const links = createLinkDelivery(open);
  follow(window);
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
  const reading = answerReading(profile);
  answerCalls({
    settings,
    librarian,
    papers,
    handouts: createHandouts(handoutFiles, papers),
    kits: createKits(handoutFiles),
    projector: createProjector(),
    lettersFolder: () => (existsSync(library) ? library : archive),
    views,
    log,
    reading: reading.calls,
    reports: openReportFiles([archive, library]),
    language,
    onSettings() {
      nativeTheme.themeSource = groundOf(settings.current().theme);
      showMenu();
    },
    keepFirstScreen: (screen, page) => (closing.has(page) ? firstScreen.keep(screen) : null),
    onPainted: () => onPainted(screenshot, isPortable),
    onImports: importPaths,
  });
  const troubles = [settings, views, reading, place].flatMap((file) => file.troubles);
  given.deliver({ files: importPaths, links: links.deliver });
  app.on("window-all-closed", () => app.quit());
  app.on("activate", open);
  return {
    begin(page) {
      closing.delete(page);
      if (readers.has(page)) {
        librarian.connect(page);
        links.connect(page);
      }
      return { settings: settings.current(), systemLanguage: systemLanguage(), choosesBoth, troubles };
    },
  };
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

function onPainted(screenshot: string | null, isPortable: boolean): void {
  // The system takes its time over it. A development runtime would be registered in the app's place; a program on a key leaves the computer as it was. On
  // Windows, what follows "--" is no switch.
  if (app.isPackaged && !isPortable) app.setAsDefaultProtocolClient("relire", process.execPath, ["--"]);
  const window = BrowserWindow.getAllWindows()[0];
  if (screenshot === null || !window) return;
  saveScreenshot(window, screenshot).then(
    () => app.quit(),
    (error: unknown) => sayAndQuit(`The screenshot cannot be saved: ${String(error)}`),
  );
}
