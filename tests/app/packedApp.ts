/** The packed app of this machine: packed by the first test that asks, when what was built has changed since. */
import { join } from "node:path";
import { make } from "../../build/make.mjs";
import { packedFolder, packedTarget } from "../../build/packaging/packedTarget.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { targets } from "../../build/setup/targets.mjs";
import { projectFolder } from "../fixtures/built.ts";

export interface PackedApp {
  folder: string;
  /** What a person starts. */
  executable: string;
  /** The same program, but it lets itself be inspected: no test could drive it otherwise. */
  driven: string;
  /** The version of the Electron in it. */
  electron: string;
}

export async function packApp(): Promise<PackedApp> {
  const { directory, version } = await findRuntime();
  await make(projectFolder, [...targets, packedTarget(directory)], ["packed"]);
  const folder = join(projectFolder, packedFolder);
  return { folder, executable: join(folder, "relire"), driven: join(folder, "relire-driven"), electron: version };
}
