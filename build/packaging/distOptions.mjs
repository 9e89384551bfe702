/** What `npm run dist -- …` was asked: for which systems and processors, and in which forms. */
import { Stop } from "../setup/stop.mjs";

/**
 * @typedef {"linux" | "win" | "mac"} System
 * @typedef {{ system: System, forms: string[], arch: "x64" | "arm64" }} Wanted `forms`: `dir` for an unpacked program, else electron-builder's names
 * @typedef {{ wanted: Wanted[], release: boolean }} DistOptions `release`: with the official Electron or not at all
 */

/** @type {Record<System, readonly string[]>} */
const forms = {
  linux: ["AppImage", "deb", "tar.gz"],
  win: ["nsis", "portable"],
  mac: ["dmg", "zip"],
};

const usage = "Usage: npm run dist -- [--dir] [--linux | --win | --mac [FORM…]] [--x64] [--arm64] [--release]";

/**
 * @param {readonly string[]} words
 * @param {{ platform: NodeJS.Platform, arch: string }} here
 * @returns {DistOptions}
 */
export function distOptions(words, here) {
  /** @type {Map<System, string[]>} */
  const systems = new Map();
  /** @type {Set<"x64" | "arm64">} */
  const archs = new Set();
  let [dir, release] = [false, false];
  /** @type {System | undefined} */
  let system;
  for (const word of words) {
    if (word === "--dir") dir = true;
    else if (word === "--release") release = true;
    else if (word === "--x64" || word === "--arm64") archs.add(word === "--x64" ? "x64" : "arm64");
    else if (word === "--linux" || word === "--win" || word === "--mac") systems.set((system = /** @type {System} */ (word.slice(2))), []);
    else if (system && forms[system].includes(word)) systems.get(system)?.push(word);
    else throw new Stop(`${system ? `There is no ${word} for ${system}, but ${forms[system].join(", ")}.` : `${word} is not understood.`}\n${usage}`);
  }
  const own = systemOf(here.platform);
  if (systems.size === 0) systems.set(own, []);
  const wanted = [...systems].flatMap(([each, named]) => {
    const made = dir ? ["dir"] : named;
    return archsOf(each, archs, here.arch, each === own, dir).map((arch) => ({ system: each, forms: made.length > 0 ? made : [...forms[each]], arch }));
  });
  return { wanted, release };
}

/**
 * Those asked for; else both processors of Macs, and this machine's own or the usual one elsewhere.
 *
 * @param {System} system @param {ReadonlySet<"x64" | "arm64">} asked @param {string} arch this machine's @param {boolean} isOwn @param {boolean} dir
 * @returns {("x64" | "arm64")[]}
 */
function archsOf(system, asked, arch, isOwn, dir) {
  if (asked.size > 0) return [...asked];
  if (system === "mac" && !dir) return ["x64", "arm64"];
  return isOwn && arch === "arm64" ? ["arm64"] : ["x64"];
}

/** @param {NodeJS.Platform} platform @returns {System} */
export function systemOf(platform) {
  if (platform === "darwin") return "mac";
  return platform === "win32" ? "win" : "linux";
}

/** The folder of an unpacked program, as electron-builder names it. @param {Pick<Wanted, "system" | "arch">} wanted */
export function unpackedName({ system, arch }) {
  const suffix = arch === "x64" ? "" : `-${arch}`;
  return system === "mac" ? `mac${suffix}` : `${system}${suffix}-unpacked`;
}
