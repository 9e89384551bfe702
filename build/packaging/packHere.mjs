/**
 * Packs for this machine, unpacked, into out/packed, and beside the program its twin that lets itself be inspected, without which no test could drive
 * it. Run by make, when what was built has changed.
 */
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { projectFolder } from "../setup/projectFolder.mjs";
import { findRuntime } from "../setup/runtime.mjs";
import { exitWith } from "../setup/stop.mjs";
import { pack } from "./pack.mjs";
import { packedFolder } from "./packedTarget.mjs";
import { systemOf } from "./distOptions.mjs";

await exitWith(async () => {
  const folder = join(projectFolder, packedFolder);
  const arch = process.arch === "arm64" ? "arm64" : "x64";
  await pack({ system: systemOf(process.platform), forms: ["dir"], arch }, dirname(folder), await findRuntime(process.argv[2]));
  if (process.platform !== "linux") return;
  const twin = join(folder, "relire-driven");
  await copyFile(join(folder, "relire"), twin);
  await flipFuses(twin, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
});
