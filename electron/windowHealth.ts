/**
 * A window that dies is loaded again, with the tabs that are kept as one moves; one that keeps dying, or hangs, is the person's to decide about. Each
 * time is noted in the log.
 */
import { app, type BrowserWindow, dialog } from "electron";
import { en } from "../renderer/words/en.ts";
import { fr } from "../renderer/words/fr.ts";
import type { Language } from "./contract.ts";
import type { Log } from "./log.ts";

/** Deaths within a minute after which loading again is no answer. */
const mostDeaths = 3;

export function watchWindow(window: BrowserWindow, log: Log, language: () => Language): void {
  let deaths: number[] = [];
  let waiting: AbortController | null = null;
  const words = () => (language() === "fr" ? fr : en).health;

  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit") return;
    log.note("window-gone", { reason, code: exitCode });
    waiting?.abort();
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()];
    // Not within the event, in which the dead process is still being cleared away.
    setImmediate(() => (deaths.length > mostDeaths ? void askAboutDeaths() : revive()));
  });
  window.on("unresponsive", () => {
    log.note("window-silent");
    if (!waiting) void askAboutSilence();
  });
  window.on("responsive", () => {
    log.note("window-speaks");
    waiting?.abort();
  });

  // It may have died before anybody watched.
  if (window.webContents.isCrashed()) revive();

  function revive(): void {
    if (!window.isDestroyed()) window.webContents.reload();
  }

  async function askAboutDeaths(): Promise<void> {
    const say = words();
    const { response } = await dialog.showMessageBox({ type: "error", message: say.keepsStopping, detail: say.keepsStoppingDetail, buttons: [say.again, say.quit], defaultId: 0, cancelId: 1, noLink: true });
    deaths = [];
    if (response === 0) revive();
    else app.quit();
  }

  /** The dialog goes by itself once the window speaks again. */
  async function askAboutSilence(): Promise<void> {
    const say = words();
    const asking = new AbortController();
    waiting = asking;
    const { response } = await dialog.showMessageBox(window, { type: "warning", message: say.silent, detail: say.silentDetail, buttons: [say.wait, say.again], defaultId: 0, cancelId: 0, noLink: true, signal: asking.signal });
    waiting = null;
    // What hangs cannot be asked to load itself again.
    if (response === 1 && !asking.signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  }
}
