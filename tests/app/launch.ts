/** Starts the real app for a test: a profile of its own, every request recorded, everything closed after. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page, test as base } from "@playwright/test";

export const project = join(import.meta.dirname, "../..");

export interface App {
  electron: ElectronApplication;
  window: Page;
  /** The person's profile folder. */
  profile: string;
  /** Addresses of all requests of all sessions so far, refused ones included. */
  requests(): Promise<string[]>;
}

export interface LaunchOptions {
  /** An archive's folder to read instead of the bundled one. */
  archive?: string;
  profile?: string;
  language?: "fr" | "en";
}

interface Fixtures {
  /** Starts the app; closed by itself at the end of the test. */
  launch(options?: LaunchOptions): Promise<App>;
  /** The app as a reader opens it: bundled archive, new profile, French. */
  app: App;
  /** A copy of the built archive, to be broken. */
  archiveCopy: string;
}

export const test = base.extend<Fixtures>({
  launch: async ({}, provide) => {
    const closings: (() => Promise<unknown>)[] = [];
    await provide(async (options = {}) => {
      const app = await start(options);
      closings.push(() => app.electron.close(), () => rm(app.profile, { recursive: true, force: true, maxRetries: 5 }));
      return app;
    });
    for (const close of closings) await close();
  },
  app: async ({ launch }, provide) => provide(await launch()),
  archiveCopy: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-archive-"));
    await cp(join(project, "out/archive"), folder, { recursive: true });
    await provide(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

export { expect } from "@playwright/test";

async function start({ archive, profile, language = "fr" }: LaunchOptions): Promise<App> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), "relire-profile-")));
  const electron = await _electron.launch({
    args: [
      project,
      `--user-data-dir=${folder}`,
      `--lang=${language}`,
      ...(archive ? [`--archive=${archive}`] : []),
      // Chromium's sandbox cannot run as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
    ...(process.env["ELECTRON_EXECUTABLE"] && { executablePath: process.env["ELECTRON_EXECUTABLE"] }),
    env: { ...process.env, LANGUAGE: language, LC_ALL: language === "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8" },
  });
  await electron.evaluate(recordRequests);
  const window = await electron.firstWindow();
  await window.getByRole("navigation").first().waitFor();
  return { electron, window, profile: folder, requests: () => electron.evaluate(() => (globalThis as unknown as { requests: string[] }).requests) };
}

/**
 * Runs in the main process. `onBeforeRequest` is the app's own guard and takes one listener only; what it lets through comes by
 * `onSendHeaders` or `onResponseStarted`, what it refuses by `onErrorOccurred`.
 */
function recordRequests({ session, app }: typeof Electron.CrossProcessExports): void {
  const requests: string[] = [];
  Object.assign(globalThis, { requests });
  const record = (each: Electron.Session): void => {
    each.webRequest.onSendHeaders(({ url }) => void requests.push(url));
    each.webRequest.onResponseStarted(({ url }) => void requests.push(url));
    each.webRequest.onErrorOccurred(({ url }) => void requests.push(url));
  };
  record(session.defaultSession);
  app.on("session-created", record);
}
