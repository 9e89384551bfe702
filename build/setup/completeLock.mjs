/**
 * `node build/setup/completeLock.mjs`, after a change of package-lock.json. A registry that lacks the packages made for some other
 * system lets npm leave them out of the lock, without a word; `npm ci` then refuses that lock wherever they do exist. This
 * writes them back: their version is known, as whoever asks for them asks for exactly one. What they contain is not, so they
 * have no hash until somebody runs `npm install` where they can be seen.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "./projectFolder.mjs";

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {Record<string, Entry>} Packages what a lock says of each path under node_modules
 */

const EXACT = /^\d+\.\d+\.\d+[-+.\w]*$/;
const SYSTEM = /[-/](aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)(?:-(\w+))?$/;

/** @param {Packages} packages @returns {Packages} what is missing from it */
export function missingFrom(packages) {
  /** @type {Packages} */
  const missing = {};
  for (const [path, asking] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name)) missing[`node_modules/${name}`] = entryFor(name, version, asking);
    }
  }
  return missing;
}

/** As Node looks for it: beside the one who asks, then further up. @param {Packages} packages @param {string} path @param {string} name */
function isLocked(packages, path, name) {
  const steps = path.split("/node_modules/");
  const above = steps.map((_, depth) => `${steps.slice(0, depth + 1).join("/node_modules/")}/node_modules/${name}`);
  return [`node_modules/${name}`, ...above].some((place) => place in packages);
}

/** @param {string} name @param {string} version @param {Entry} asking @returns {Entry} */
function entryFor(name, version, asking) {
  const [, os, cpu, variant = ""] = SYSTEM.exec(name) ?? [];
  if (!os || !cpu || !EXACT.test(version)) {
    throw new Error(`${name}@${version} is not locked, and cannot be without being seen.`);
  }
  return {
    version,
    cpu: [cpu],
    ...(asking.dev && { dev: true }),
    ...(variant.startsWith("musl") && { libc: ["musl"] }),
    ...(variant.startsWith("gnu") && { libc: ["glibc"] }),
    optional: true,
    os: [os],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(projectFolder, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingFrom(lock.packages);
  const [root = ["", {}], ...others] = Object.entries({ ...lock.packages, ...missing });
  // npm's own order.
  others.sort(([one], [other]) => one.localeCompare(other, "en"));
  lock.packages = Object.fromEntries([root, ...others]);
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
  console.log(`${Object.keys(missing).length} packages written back.`);
}
