/** Starts the real app for a test: a profile of its own, every request recorded, everything closed after. */
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page, test as base } from "@playwright/test";
import { projectFolder } from "../fixtures/built.ts";
import { removeFolder } from "./removeFolder.ts";
import { packApp } from "./packedApp.ts";

import type { Settings } from "../../electron/contract.ts";

export const project = projectFolder;

export interface App {
  electron: ElectronApplication;
  window: Page;
  /** The person's profile folder. */
  profile: string;
  /** Addresses of all requests of all sessions so far, refused ones included. */
  requests(): Promise<string[]>;
  /** Quits, as at the end of the test, for a test that starts the app again. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** An archive's folder to read instead of the bundled one. */
  archive?: string;
  profile?: string;
  language?: "fr" | "en";
  /** Files and folders that it is opened with. */
  files?: string[];
  /** What the person had chosen before. */
  settings?: Partial<Settings>;
  /** A folder for the library, instead of the profile's own. */
  library?: string;
}

export interface Options {
  /** Starts the packed app instead of the project's folder. */
  isPacked: boolean;
}

interface Fixtures {
  /** What is to be taken away, latest first, once every app is closed: an app may be at work in what it was given until its very end. */
  afterApps(takeAway: () => unknown): void;
  /** Starts the app; closed by itself at the end of the test. */
  launch(options?: LaunchOptions): Promise<App>;
  /** The app as a reader opens it: bundled archive, new profile, French. */
  app: App;
  /** A copy of the built archive, to be broken. */
  archiveCopy: string;
}

export const test = base.extend<Fixtures & Options>({
  isPacked: [false, { option: true }],
  afterApps: async ({}, provide) => {
    const all: (() => unknown)[] = [];
    await provide((takeAway) => void all.unshift(takeAway));
    for (const takeAway of all) await takeAway();
  },
  launch: async ({ isPacked, afterApps }, provide) => {
    const executable = isPacked ? (await packApp()).driven : undefined;
    const closings: (() => Promise<unknown>)[] = [];
    const strangers: string[] = [];
    await provide(async (options = {}) => {
      const app = await start(options, executable);
      let isOpen = true;
      // A test may also kill it.
      app.electron.once("close", () => (isOpen = false));
      const close = async (): Promise<void> => {
        if (!isOpen) return;
        isOpen = false;
        strangers.push(...(await app.requests()).filter((url) => !/^(?:relire|blob|data|devtools):/.test(url) && !allowed.has(url)));
        await app.electron.close();
      };
      closings.push(close);
      // One that was given is its giver's.
      if (options.profile === undefined) afterApps(() => removeFolder(app.profile));
      return { ...app, close };
    });
    for (const close of closings) await close();
    expect(strangers, "requests that are not of the app's own schemes").toEqual([]);
  },
  app: async ({ launch }, provide) => provide(await launch()),
  archiveCopy: async ({ afterApps }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), "relire-archive-"));
    afterApps(() => removeFolder(folder));
    await cp(join(project, "out/archive"), folder, { recursive: true });
    await provide(folder);
  },
});

export { expect };

/** Requests that a test makes on purpose, to see them refused. */
export const allowed = new Set<string>();

async function start({ archive, profile, language = "fr", files = [], settings, library }: LaunchOptions, executable: string | undefined): Promise<Omit<App, "close">> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), "relire-profile-")));
  if (settings) await writeFile(join(folder, "settings.json"), JSON.stringify(settings));
  const electron = await _electron.launch({
    ...(executable && { executablePath: executable }),
    args: [
      ...(executable ? [] : [project]),
      `--user-data-dir=${folder}`,
      `--lang=${language}`,
      ...(archive ? [`--archive=${archive}`] : []),
      ...(library ? [`--library=${library}`] : []),
      // Chromium's sandbox cannot run as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...files,
    ],
    // The system's, as a reader sees it; Playwright would say "light".
    colorScheme: null,
    env: { ...process.env, LANGUAGE: language, LC_ALL: language === "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8" },
  });
  await electron.evaluate(recordRequests);
  const window = await electron.firstWindow();
  await window.getByRole("navigation").first().waitFor();
  // What the window showed the last time lies over it until it shows the same.
  await window.locator(".first-screen").waitFor({ state: "detached" });
  return { electron, window, profile: folder, requests: () => electron.evaluate(() => (globalThis as unknown as { requests: string[] }).requests) };
}

/**
 * Runs in the main process. `onBeforeRequest` is the app's own guard and takes one listener only; what it lets through comes by
 * `onSendHeaders` or `onResponseStarted`, what it refuses by `onErrorOccurred`.
 */
async function recordRequests({ session, app }: typeof Electron.CrossProcessExports): Promise<void> {
  await app.whenReady();
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
