/**
 * The programs that electron-builder needs for each form, which it downloads from GitHub unless they are given to it. Where neither is so, a
 * form cannot be made, and this says what is missing and how to provide it, before half an hour has passed.
 */
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { onPath } from "../setup/onPath.mjs";

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {RegExp} cached the beginning of its folder's name in electron-builder's cache
 * @property {readonly string[]} given environment variables, any of which gives it
 * @property {string} how
 */

/** @type {Record<string, Tool>} */
const tools = {
  sevenZip: {
    name: "7-Zip",
    cached: /^7zip/,
    given: ["ELECTRON_BUILDER_7ZIP_PATH"],
    how: "set ELECTRON_BUILDER_7ZIP_PATH to 7za; where 7za or 7z is on the path (Debian: p7zip-full), it is found by itself",
  },
  fpm: { name: "fpm", cached: /^fpm/, given: ["CUSTOM_FPM_PATH", "USE_SYSTEM_FPM"], how: "set CUSTOM_FPM_PATH to fpm (gem install fpm), or USE_SYSTEM_FPM=true when it is on the path" },
  appImage: { name: "the AppImage tools", cached: /^appimage/, given: ["APPIMAGE_TOOLS_PATH"], how: "set APPIMAGE_TOOLS_PATH to the folder of electron-builder's unpacked appimage archive" },
  nsis: { name: "NSIS", cached: /^nsis-[\d@]|^nsis@/, given: ["ELECTRON_BUILDER_NSIS_DIR"], how: "set ELECTRON_BUILDER_NSIS_DIR to the folder of electron-builder's unpacked NSIS archive" },
  nsisResources: { name: "the NSIS plug-ins", cached: /^nsis-resources/, given: ["ELECTRON_BUILDER_NSIS_RESOURCES_DIR"], how: "set ELECTRON_BUILDER_NSIS_RESOURCES_DIR to the folder of electron-builder's unpacked NSIS resources" },
};

/** @type {Record<string, readonly (keyof typeof tools)[]>} */
const needs = {
  "tar.gz": ["sevenZip"],
  zip: ["sevenZip"],
  deb: ["sevenZip", "fpm"],
  AppImage: ["sevenZip", "appImage"],
  nsis: ["sevenZip", "nsis", "nsisResources"],
  portable: ["sevenZip", "nsis", "nsisResources"],
};

/** Finds 7-Zip on the path, for electron-builder, unless it was given. */
export function giveSevenZip() {
  const found = ["7za", "7z"].map(onPath).find(Boolean);
  if (!process.env.ELECTRON_BUILDER_7ZIP_PATH && found) process.env.ELECTRON_BUILDER_7ZIP_PATH = found;
}

/**
 * Sentences for what a form needs and cannot have; none when it can be made.
 *
 * @param {string} form
 * @param {import("./distOptions.mjs").System} system
 * @param {boolean} online whether downloads can be reached
 * @returns {string[]}
 */
export function missingFor(form, system, online) {
  if (form === "dmg" && process.platform !== "darwin") return ["a disk image (dmg) can only be made on macOS"];
  if (system === "mac" && process.platform === "win32") return ["macOS programs cannot be packed on Windows"];
  if (online) return [];
  return (needs[form] ?? []).flatMap((need) => {
    const tool = tools[need];
    return tool && !isGiven(tool) ? [`${tool.name} cannot be downloaded: ${tool.how}`] : [];
  });
}

/** @param {Tool} tool */
function isGiven({ cached, given }) {
  return given.some((name) => process.env[name]) || cachedFolders().some((name) => cached.test(name));
}

/** Where electron-builder keeps what it has downloaded, as it chooses that place itself. */
function cachedFolders() {
  const usual = { darwin: join(homedir(), "Library/Caches"), win32: process.env.LOCALAPPDATA ?? "" }[String(process.platform)] ?? (process.env.XDG_CACHE_HOME || join(homedir(), ".cache"));
  const folder = process.env.ELECTRON_BUILDER_CACHE || join(usual, process.platform === "win32" ? "electron-builder/Cache" : "electron-builder");
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Whether the place of the downloads answers: GitHub, or the mirror that was named. */
export async function canDownload() {
  const mirror = process.env.ELECTRON_BUILDER_BINARIES_MIRROR || "https://github.com/electron-userland/electron-builder-binaries/releases";
  try {
    await fetch(mirror, { method: "HEAD", signal: AbortSignal.timeout(8000) });
    return true;
  } catch {
    return false;
  }
}
