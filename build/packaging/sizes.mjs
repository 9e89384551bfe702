/** How large the packed program is, part by part, beside the Electron it stands on: nothing unneeded is carried, and growth is seen. */
import { existsSync, lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { listPackage, statFile } from "@electron/asar";

/** @typedef {{ path: string, bytes: number }} Sized */

/** @param {string} folder @returns {Sized[]} every file, by path */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join("/"), bytes: lstatSync(file).size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @param {string} archive app.asar @returns {Sized[]} every file in it, by path */
export function filesInAsar(archive) {
  return listPackage(archive, { isPack: false })
    .map((path) => path.split(sep).join("/").replace(/^\//, ""))
    .flatMap((path) => {
      const found = statFile(archive, path);
      return "size" in found ? [{ path, bytes: found.size }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes FOLDER.files.txt, every file and its size, and gives the table to print.
 *
 * @param {string} unpacked the packed program's folder
 * @param {string | null} bare the folder of an unpacked Electron, to compare with
 */
export function describeSizes(unpacked, bare) {
  const archive = ["resources/app.asar", "Relire.app/Contents/Resources/app.asar"].map((path) => join(unpacked, path)).find(existsSync);
  const outside = filesIn(unpacked);
  const inside = archive ? filesInAsar(archive) : [];
  const all = [...outside, ...inside.map(({ path, bytes }) => ({ path: `app.asar/${path}`, bytes }))];
  writeFileSync(`${unpacked}.files.txt`, all.map(({ path, bytes }) => `${String(bytes).padStart(11)}  ${path}\n`).join(""));
  const whole = sum(outside);
  const parts = ["window", "shell", "archive"].map((part) => line(`  ${part}`, sum(inside.filter(({ path }) => path.startsWith(`${part}/`)))));
  const app = sum(outside.filter(({ path }) => path.endsWith("app.asar")));
  const compared = bare && existsSync(bare) ? [line("a bare Electron", sum(filesIn(bare)))] : [];
  return [line("app.asar", app), ...parts, line("Electron, licences", whole - app), line("in all", whole), ...compared].join("\n");
}

/** @param {readonly Sized[]} files */
function sum(files) {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

/** @param {string} name @param {number} bytes */
function line(name, bytes) {
  return `${name.padEnd(20)}${(bytes / 1e6).toFixed(1).padStart(8)} MB`;
}
