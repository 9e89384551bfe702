/**
 * `npm start`: from a fresh clone to the open window. Installs what is missing, builds what is stale, finds an Electron, checks
 * the system, and hands over.
 */
import { rmSync, statSync } from "node:fs";
import { relative } from "node:path";
import { performance } from "node:perf_hooks";
import { make } from "./make.mjs";
import { hasDisplay, withXvfb } from "./setup/display.mjs";
import { install } from "./setup/install.mjs";
import { ensureLibraries } from "./setup/libraries.mjs";
import { projectFolder } from "./setup/projectFolder.mjs";
import { runElectron } from "./setup/runElectron.mjs";
import { findRuntime } from "./setup/runtime.mjs";
import { ensureSandbox } from "./setup/sandbox.mjs";
import { say } from "./setup/say.mjs";
import { startOptions } from "./setup/startOptions.mjs";
import { exitWith, Stop } from "./setup/stop.mjs";
import { targets } from "./setup/targets.mjs";

const PAINT_LIMIT = 60_000;

await exitWith(start);

async function start() {
  const caller = process.env.INIT_CWD ?? process.cwd();
  const { screenshot, forApp } = startOptions(process.argv.slice(2), caller);
  if (!screenshot && !hasDisplay()) {
    throw new Stop(
      "There is no display to open a window on; npm start -- --screenshot FILE.png saves the first screen instead.",
    );
  }
  await install(projectFolder);
  await make(projectFolder, targets);
  const { executable } = await findRuntime();
  await ensureLibraries(executable, { xvfb: !hasDisplay() });
  await ensureSandbox(executable);
  if (process.env.RELIRE_TIMING === "1") say(`Set-up took ${Math.round(performance.now())} ms.`);
  return screenshot ? saveScreenshot(executable, screenshot, forApp, caller) : openWindow(executable, forApp, caller);
}

/** @param {string} executable @param {readonly string[]} forApp @param {string} caller */
async function openWindow(executable, forApp, caller) {
  // In the caller's folder, so that a relative path given to the app is theirs.
  const code = await runElectron(executable, [projectFolder, ...forApp], { cwd: caller });
  return code === "late" ? 1 : code;
}

/** @param {string} executable @param {string} file @param {readonly string[]} forApp @param {string} caller */
async function saveScreenshot(executable, file, forApp, caller) {
  // An older picture must not pass for the new one.
  rmSync(file, { force: true });
  const words = [projectFolder, `--screenshot=${file}`, ...forApp];
  /** @param {NodeJS.ProcessEnv} [env] */
  const run = (env) =>
    runElectron(executable, words, { cwd: caller, quiet: true, limit: PAINT_LIMIT, ...(env && { env }) });
  const code = await (hasDisplay() ? run() : withXvfb(run));
  if (code === "late") {
    throw new Stop(`Nothing was painted within ${PAINT_LIMIT / 1000} seconds; ${file} was not saved.`);
  }
  if (code !== 0) {
    say(`The app ended with code ${code} before it had saved ${file}.`);
    return code;
  }
  if (!statSync(file, { throwIfNoEntry: false })?.size) throw new Stop(`The app closed without saving ${file}.`);
  const near = relative(caller, file);
  console.log(`Saved ${near.startsWith("..") ? file : near}`);
  return 0;
}
