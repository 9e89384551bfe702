/**
 * `npm run dist`: from a fresh clone to packages in dist/. Builds what is stale, takes the Electron that `npm start` would start (for another
 * system, electron-builder downloads it), and packs. A form that cannot be made here is named with what it lacks; the others are made.
 */
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { make } from "./make.mjs";
import { isSupported, latestElectron } from "./packaging/currentElectron.mjs";
import { distOptions } from "./packaging/distOptions.mjs";
import { writeMaterials } from "./packaging/materials.mjs";
import { pack } from "./packaging/pack.mjs";
import { lackingForRelease } from "./packaging/publisher.mjs";
import { canDownload, giveSevenZip, missingFor } from "./packaging/tools.mjs";
import { install } from "./setup/install.mjs";
import { projectFolder } from "./setup/projectFolder.mjs";
import { findRuntime } from "./setup/runtime.mjs";
import { say } from "./setup/say.mjs";
import { exitWith, Stop } from "./setup/stop.mjs";
import { targets } from "./setup/targets.mjs";

const output = join(projectFolder, "dist");

await exitWith(async () => {
  const { wanted, release } = distOptions(process.argv.slice(2), process);
  const isFolder = wanted.every(({ forms }) => forms.every((form) => form === "dir"));
  if (!isFolder) insistPublisher(release);
  await install(projectFolder);
  if (release) await insistCurrentElectron();
  await make(projectFolder, targets);
  const runtime = await findRuntime();
  if (runtime.origin === "registry") {
    if (release) throw new Stop("A release is made with the official Electron, which cannot be downloaded here: set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to its folder.");
    say(`Packing with the development runtime, Electron ${runtime.version}: to try, not to publish.`);
  }
  giveSevenZip();
  await mkdir(output, { recursive: true });
  const online = isFolder || (await canDownload());
  /** @type {string[]} */
  const lacking = [];
  /** @type {string[]} */
  const made = [];
  for (const each of wanted) {
    const possible = each.forms.filter((form) => {
      const missing = missingFor(form, each.system, online);
      lacking.push(...missing.map((sentence) => `No ${form} for ${each.system} ${each.arch}: ${sentence}.`));
      return missing.length === 0;
    });
    if (possible.length > 0) made.push(...(await pack({ ...each, forms: possible }, output, runtime)));
  }
  if (made.length > 0) {
    const file = join(output, "Relire-materials.cdx.json");
    await writeMaterials(projectFolder, file, runtime.version);
    await writeChecksums([...made, file]);
  }
  // What electron-builder understood of its options: of no use to anyone who did not write them.
  await rm(join(output, "builder-debug.yml"), { force: true });
  for (const file of made) say(`Made ${relative(projectFolder, file)}`);
  for (const sentence of new Set(lacking)) say(sentence);
  return lacking.length > 0 ? 1 : 0;
});

/** A release stands on an Electron that still gets security fixes. */
async function insistCurrentElectron() {
  const pinned = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")).devDependencies.electron;
  const latest = await latestElectron(projectFolder);
  if (latest === null) say(`Whether Electron ${pinned} still gets security fixes could not be asked: look at its releases before publishing.`);
  else if (!isSupported(pinned, latest)) throw new Stop(`Electron ${pinned} gets no security fixes any more, the latest is ${latest}: raise it in package.json.`);
}

/** A release says whose it is; anything else, that it does not. @param {boolean} release */
function insistPublisher(release) {
  const lacking = lackingForRelease(process.env);
  if (lacking.length === 0) return;
  if (release) throw new Stop(`A release says who publishes it.\n${lacking.join("\n")}`);
  say(`These packages do not say who publishes them: to try, not to publish. ${lacking.join(" ")}`);
}

/** In the form that `sha256sum --check` reads. @param {readonly string[]} files */
async function writeChecksums(files) {
  const lines = await Promise.all(files.toSorted().map(async (file) => `${await sha256Of(file)}  ${basename(file)}\n`));
  await writeFile(join(output, "SHA256SUMS"), lines.join(""));
}

/** @param {string} file */
async function sha256Of(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
