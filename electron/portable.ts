/**
 * Portable mode: a folder `relire-data` beside the program keeps all that Relire writes, on the key that carries both, and nothing is left in the home folder
 * of a computer that is not one's own.
 */
import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { app } from "electron";

const folderName = "relire-data";

/** Where a person sees the program: beside an AppImage, beside the one file that Windows' portable unpacks from, beside the bundle of macOS. */
export function programFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, executable: string): string {
  if (platform === "linux" && environment["APPIMAGE"]) return dirname(environment["APPIMAGE"]);
  if (platform === "win32" && environment["PORTABLE_EXECUTABLE_DIR"]) return environment["PORTABLE_EXECUTABLE_DIR"];
  return platform === "darwin" ? resolve(dirname(executable), "../../..") : dirname(executable);
}

/** The folder of the portable mode when it is there. Throws an Error with a sentence when nothing can be written in it. */
export function portableFolder(): string | null {
  if (!app.isPackaged) return null;
  const folder = join(programFolder(process.platform, process.env, process.execPath), folderName);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`${folder} : rien ne peut y être écrit. / Nothing can be written there.`);
  }
  return folder;
}

/** Has everything kept in a folder. Before the app is ready, and before anything asks where something is. */
export function liveIn(folder: string): void {
  const profile = join(folder, "profile");
  const temporary = join(folder, "temporary");
  mkdirSync(profile, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  for (const name of ["userData", "sessionData"] as const) app.setPath(name, profile);
  app.setPath("crashDumps", join(profile, "crashes"));
  app.setAppLogsPath(join(profile, "logs"));
  app.setPath("temp", temporary);
  // Read by Chromium, by the libraries of the system and by the processes that are started from here.
  Object.assign(process.env, { TMPDIR: temporary, TEMP: temporary, TMP: temporary, XDG_CACHE_HOME: join(profile, "cache"), XDG_CONFIG_HOME: profile, XDG_DATA_HOME: join(profile, "data"), MESA_SHADER_CACHE_DISABLE: "true" });
}
