import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint } from "./setup/fingerprint.mjs";
import { withLock } from "./setup/lock.mjs";
import { runQuietly } from "./setup/runQuietly.mjs";
import { say } from "./setup/say.mjs";
import { Stop } from "./setup/stop.mjs";

/**
 * Builds what is stale and nothing else. A target is stale when the content of its inputs, or its own recipe, is not what
 * its stamp remembers, or when an output is missing. The stamp goes before a build begins and comes back only when it
 * has succeeded, so a failed or interrupted build stays stale.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {string} title what a person calls it
 * @property {readonly string[]} [needs] names of targets that come first
 * @property {readonly string[]} inputs files, folders or `folder/**\/*.ending`
 * @property {readonly string[]} outputs
 * @property {readonly (readonly string[])[]} commands each run with this Node
 * @property {boolean} [speaks] what its commands print is for the person who builds, also when all went well
 *
 * @typedef {{ hash: string, files: import('./setup/fingerprint.mjs').Files }} Stamp
 */

/**
 * @param {string} folder the project's
 * @param {readonly Target[]} targets all of them
 * @param {readonly string[]} [names] only these, and what they need
 * @returns {Promise<string[]>} the names of those that were built
 */
export async function make(folder, targets, names = targets.map((target) => target.name)) {
  const wanted = withNeeds(targets, names);
  // Nearly always nothing is stale: then no lock is taken and nothing is written.
  if (wanted.every((target) => isFresh(folder, target))) return [];
  return withLock(join(folder, "out/make.lock"), "Waiting for another build to finish.", () =>
    buildStale(folder, wanted),
  );
}

/** @param {readonly Target[]} targets @param {readonly string[]} names @returns {Target[]} */
function withNeeds(targets, names) {
  const wanted = new Set(names);
  // A set grows while it is walked: needs of needs are reached too.
  for (const name of wanted) {
    for (const need of targets.find((target) => target.name === name)?.needs ?? []) wanted.add(need);
  }
  return targets.filter((target) => wanted.has(target.name));
}

/** @param {string} folder @param {readonly Target[]} targets */
async function buildStale(folder, targets) {
  /** @type {string[]} */
  const built = [];
  /** @type {Map<string, Promise<void>>} */
  const under = new Map();
  /** @param {Target} target */
  const build = async (target) => {
    await Promise.all((target.needs ?? []).flatMap((need) => under.get(need) ?? []));
    if (isFresh(folder, target)) return;
    await buildOne(folder, target);
    built.push(target.name);
  };
  for (const target of inOrder(targets)) under.set(target.name, build(target));
  // All of them come to an end before one failure is told: none is left running behind the lock.
  const ends = await Promise.allSettled(under.values());
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return built;
}

/** Needs first. @param {readonly Target[]} targets @returns {Target[]} */
function inOrder(targets) {
  /** @type {Set<Target>} */
  const order = new Set();
  /** @param {Target} target */
  const place = (target) => {
    for (const need of targets.filter((other) => target.needs?.includes(other.name))) place(need);
    order.add(target);
  };
  targets.forEach(place);
  return [...order];
}

/** @param {string} folder @param {Target} target */
async function buildOne(folder, target) {
  say(`Building ${target.title}.`);
  const known = readStamp(folder, target);
  rmSync(stampFile(folder, target), { force: true });
  // Taken before the build: what changes while it runs is built the next time.
  const stamp = current(folder, target, known);
  for (const command of target.commands) {
    // Vite colours what it prints even when that is kept for later.
    const env = { ...process.env, NODE_ENV: "production", ...(!process.stderr.isTTY && { NO_COLOR: "1" }) };
    const { code, output } = await runQuietly(process.execPath, command, { cwd: folder, env });
    if (code === 0 && target.speaks) output.split("\n").filter(Boolean).forEach(say);
    if (code !== 0) throw new Stop(`${output.trimEnd()}\nBuilding ${target.title} failed: node ${command.join(" ")}`);
  }
  const missing = target.outputs.find((output) => !existsSync(join(folder, output)));
  if (missing) throw new Stop(`Building ${target.title} did not make ${missing}.`);
  writeStamp(folder, target, stamp);
}

/** @param {string} folder @param {Target} target */
function isFresh(folder, target) {
  const known = readStamp(folder, target);
  if (!known || target.outputs.some((output) => !existsSync(join(folder, output)))) return false;
  return current(folder, target, known).hash === known.hash;
}

/** @param {string} folder @param {Target} target @param {Stamp | undefined} known @returns {Stamp} */
function current(folder, target, known) {
  const { hash, files } = fingerprint(folder, target.inputs, known?.files);
  return { hash: `${hash} ${JSON.stringify([target.commands, target.outputs])}`, files };
}

/** @param {string} folder @param {Target} target */
function stampFile(folder, target) {
  return join(folder, "out/stamps", `${target.name}.json`);
}

/** @param {string} folder @param {Target} target @returns {Stamp | undefined} */
function readStamp(folder, target) {
  try {
    return JSON.parse(readFileSync(stampFile(folder, target), "utf8"));
  } catch {
    // Absent or unreadable is the same: the target is stale.
    return undefined;
  }
}

/** @param {string} folder @param {Target} target @param {Stamp} stamp */
function writeStamp(folder, target, stamp) {
  const file = stampFile(folder, target);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, JSON.stringify(stamp));
  renameSync(`${file}.partial`, file);
}
