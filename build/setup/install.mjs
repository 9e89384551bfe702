import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { npm } from "./npm.mjs";
import { say } from "./say.mjs";
import { Stop } from "./stop.mjs";

/**
 * Installs the packages when they are not what package-lock.json says. A stamp inside node_modules remembers the answer, so
 * that asking again costs two small reads.
 */
const OLDEST_NODE = [20, 19];

/**
 * --ignore-scripts: nothing here needs one. Native parts come as packages of their own; Electron downloads itself when it
 *   is first wanted; the one script there is (electron-winstaller's) is for making Windows installers, which we do not.
 * --prefer-offline: every package is pinned by its hash, so what npm has in its cache is right.
 * --loglevel=error: keeps out dozens of warnings about engines (packages that wish for a newer Node and run in 20). It is
 *   said here, and not left to the person's settings, so that errors are there to show under `npm --silent` too.
 */
const CLEAN_INSTALL = ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

/** @param {string} folder the project's */
export async function install(folder) {
  refuseOldNode(process.versions.node);
  if (isInstalled(folder)) return;
  // Beside node_modules and not inside: npm empties that folder.
  await withLock(join(folder, "out/install.lock"), "Waiting for another start to install the packages.", async () => {
    if (isInstalled(folder)) return;
    say("Installing the packages (npm ci).");
    const { code, output } = await npm(CLEAN_INSTALL, folder);
    if (code !== 0) throw new Stop(`${withoutHelp(output)}\nThe packages could not be installed.`);
    writeFileSync(stampFile(folder), wanted(folder));
  });
}

/** npm ends some of its errors with two pages on all of its options. @param {string} output */
function withoutHelp(output) {
  return output.replace(/^npm error (?:Clean install a project|Usage:)[^]*/m, "").trimEnd();
}

/** @param {string} version */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Stop(`Relire needs Node ${OLDEST_NODE.join(".")} or newer; this is Node ${version}.`);
}

/** @param {string} folder */
export function isInstalled(folder) {
  if (read(stampFile(folder)) === wanted(folder)) return true;
  if (!agrees(folder)) return false;
  // Somebody ran npm themselves, and well: nothing is left to do.
  writeFileSync(stampFile(folder), wanted(folder));
  return true;
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, "node_modules/.relire-installed");
}

/** @param {string} folder */
function wanted(folder) {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/**
 * Whether npm's own note of what it installed (node_modules/.package-lock.json) says the same as package-lock.json, and that the
 * same as package.json.
 *
 * @param {string} folder
 */
function agrees(folder) {
  const noted = readJson(join(folder, "node_modules/.package-lock.json"))?.packages;
  const locked = readJson(join(folder, "package-lock.json"))?.packages;
  const asked = readJson(join(folder, "package.json"));
  if (!noted || !locked || !asked) return false;
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies", "overrides"]) {
    // npm does not copy overrides into the lock's first entry: then a new install has to tell.
    if (JSON.stringify(asked[kind] ?? {}) !== JSON.stringify(locked[""]?.[kind] ?? {})) return false;
  }
  return (
    Object.keys(noted).every((path) => path in locked) &&
    Object.entries(locked).every(([path, entry]) => path === "" || isSame(noted[path], entry))
  );
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} Entry
 * @param {Entry | undefined} noted
 * @param {Entry} locked
 */
function isSame(noted, locked) {
  // What is made for another system is locked too, and rightly not here.
  if (!noted) return locked.optional === true || locked.peer === true;
  return noted.version === locked.version && noted.integrity === locked.integrity;
}

/** @param {string} file */
function readJson(file) {
  const text = read(file);
  return text === undefined ? undefined : JSON.parse(text);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
