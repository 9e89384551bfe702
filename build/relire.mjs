/**
 * `npm run --silent relire -- …`: the archive in a terminal. Builds what it needs when that is stale, on standard error; standard
 * output is the command line's own.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { make } from "./make.mjs";
import { install } from "./setup/install.mjs";
import { projectFolder } from "./setup/projectFolder.mjs";
import { exitWith } from "./setup/stop.mjs";
import { targets } from "./setup/targets.mjs";

await exitWith(async () => {
  await install(projectFolder);
  await make(projectFolder, targets, ["content"]);
  // npm runs scripts in the project's folder; what the person named is relative to theirs.
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const cli = join(projectFolder, "out/shell/cli.cjs");
  process.argv.splice(1, 1, cli);
  // In this very process: a second one would cost its start again. It sets the exit code itself.
  createRequire(import.meta.url)(cli);
});
