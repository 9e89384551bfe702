/** Where a person's library is unless they say otherwise: the same folder for the window and the terminal. */
import { homedir } from "node:os";
import { join } from "node:path";

/** Of the app, as Electron names its profile's folder after the package. */
const appName = "relire";

/**
 * The folder in RELIRE_LIBRARY, else `library` in the app's profile. `profile` is given where Electron knows it; a terminal finds the same one
 * (https://www.electronjs.org/docs/latest/api/app#appgetpathname).
 */
export function libraryFolder(environment: NodeJS.ProcessEnv, profile = profileFolder(process.platform, environment, homedir())): string {
  return environment["RELIRE_LIBRARY"] || join(profile, "library");
}

export function profileFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): string {
  if (platform === "win32") return join(environment["APPDATA"] || join(home, "AppData", "Roaming"), appName);
  if (platform === "darwin") return join(home, "Library", "Application Support", appName);
  return join(environment["XDG_CONFIG_HOME"] || join(home, ".config"), appName);
}
