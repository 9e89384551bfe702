/**
 * What is packed, gathered in one folder: the shell and its chunks, the window, the archive, and a package.json of its own. No node_modules: what
 * is needed of them is in the bundles. The builder of the content and the command line stay behind.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of out/shell, what runs in the app; the rest are the build's own programs. */
const behind = new Set(["buildContent.cjs", "cli.cjs", "pdfProcess.cjs"]);

/** @param {string} project its folder @param {string} folder the one to make */
export function gatherApp(project, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "shell"), { recursive: true });
  for (const name of readdirSync(join(project, "out/shell"))) {
    if (!behind.has(name)) cpSync(join(project, "out/shell", name), join(folder, "shell", name), { recursive: true });
  }
  for (const part of ["window", "archive"]) cpSync(join(project, "out", part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(packageOf(project), null, 1)}\n`);
}

/** @param {string} project */
function packageOf(project) {
  const { name, version, description, license } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  return { name, productName: "Relire", version, description, license, author: "The Relire contributors", main: "shell/main.cjs", desktopName: "relire.desktop", ...(process.env.RELIRE_HOMEPAGE && { homepage: process.env.RELIRE_HOMEPAGE }) };
}
