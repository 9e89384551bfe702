/** Packs what was built, in one form or several for one system and processor, and shows what it weighs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Arch, build, Platform } from "electron-builder";
import { projectFolder } from "../setup/projectFolder.mjs";
import { say } from "../setup/say.mjs";
import { Stop } from "../setup/stop.mjs";
import { gatherApp } from "./appFolder.mjs";
import { builderOptions } from "./builderOptions.mjs";
import { systemOf, unpackedName } from "./distOptions.mjs";
import { dayOf, writeMetainfo } from "./metainfo.mjs";
import { publisherOf } from "./publisher.mjs";
import { describeSizes } from "./sizes.mjs";

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };

/**
 * @param {import("./distOptions.mjs").Wanted} wanted
 * @param {string} output the folder for what is made
 * @param {import("../setup/runtime.mjs").Runtime} runtime the Electron of this machine; for another system or processor its official one is downloaded
 * @returns {Promise<string[]>} the packages made; none for an unpacked program
 */
export async function pack({ system, forms, arch }, output, runtime) {
  const app = join(projectFolder, "out/app");
  gatherApp(projectFolder, app);
  const metainfo = join(projectFolder, "out/relire.metainfo.xml");
  const { version, license } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));
  writeMetainfo(metainfo, publisherOf(process.env), { version, license, date: dayOf(process.env) });
  const isOurs = system === systemOf(process.platform) && arch === process.arch;
  const electronVersion = JSON.parse(readFileSync(join(projectFolder, "node_modules/electron/package.json"), "utf8")).version;
  const config = builderOptions({ project: projectFolder, app, output, metainfo, runtime: isOurs ? runtime : null, electronVersion });
  try {
    const made = await build({ projectDir: projectFolder, targets: platforms[system].createTarget(forms, Arch[arch]), config, publish: "never" });
    say(describeSizes(join(output, unpackedName({ system, arch })), isOurs ? runtime.directory : null));
    return made;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Stop(`${error.message}\nPacking ${forms.join(", ")} for ${system} ${arch} failed.`);
  }
}
