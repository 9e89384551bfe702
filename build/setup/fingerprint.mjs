import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * What a set of files contains, as one hash. Content decides; size and times only spare reading a file again.
 *
 * @typedef {{ size: number, modified: number, changed: number, hash: string }} Seen
 * @typedef {{ [path: string]: Seen }} Files
 */

/**
 * @param {string} folder
 * @param {readonly string[]} inputs files, folders (all of their files), or `folder/**\/*.ending`
 * @param {Files} known what was seen the last time
 * @returns {{ hash: string, files: Files }}
 */
export function fingerprint(folder, inputs, known = {}) {
  /** @type {Files} */
  const files = {};
  for (const path of inputs.flatMap((input) => expand(folder, input)).sort()) {
    files[path] ??= see(join(folder, path), known[path]);
  }
  const hash = createHash("sha256");
  for (const [path, seen] of Object.entries(files)) hash.update(`${path}\0${seen.hash}\n`);
  return { hash: hash.digest("hex"), files };
}

/** @param {string} folder @param {string} input @returns {string[]} */
function expand(folder, input) {
  const [path = "", ending = ""] = input.split("/**/*");
  const stat = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!stat) return [];
  return stat.isDirectory() ? walk(folder, path.replace(/\/$/, "")).filter((file) => file.endsWith(ending)) : [path];
}

/** @param {string} folder @param {string} path @returns {string[]} */
function walk(folder, path) {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    // Editors and file managers leave their own files about (.DS_Store, .x.swp, x~).
    if (entry.name.startsWith(".") || entry.name.endsWith("~")) return [];
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? walk(folder, inner) : [inner];
  });
}

/** @param {string} file @param {Seen | undefined} known @returns {Seen} */
function see(file, known) {
  const { size, mtimeMs: modified, ctimeMs: changed } = statSync(file);
  if (known && known.size === size && known.modified === modified && known.changed === changed) return known;
  return { size, modified, changed, hash: createHash("sha256").update(readFileSync(file)).digest("hex") };
}
