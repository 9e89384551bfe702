/**
 * `npm test`: from a fresh clone to one line that says how many tests passed and failed. Every suite runs, whatever became of the
 * one before; only a set-up or a build that fails ends it early, and counts as a failure.
 */
import { make } from "./make.mjs";
import { closingLine, sum } from "./setup/counts.mjs";
import { install } from "./setup/install.mjs";
import { ensureLibraries, findChromium } from "./setup/libraries.mjs";
import { projectFolder } from "./setup/projectFolder.mjs";
import { runSuite } from "./setup/runSuite.mjs";
import { findRuntime } from "./setup/runtime.mjs";
import { say } from "./setup/say.mjs";
import { exitWith, Stop } from "./setup/stop.mjs";
import { suites } from "./setup/suites.mjs";
import { targets } from "./setup/targets.mjs";
import { testOptions } from "./setup/testOptions.mjs";

await exitWith(test);

async function test() {
  const runs = testOptions(process.argv.slice(2), suites);
  const env = await setUp(runs.map(({ suite }) => suite));
  const all = env ? [] : [{ passed: 0, failed: 1, skipped: 0 }];
  for (const { suite, words } of env ? runs : []) {
    console.log(`\n== ${suite.title} ==`);
    const counts = await runSuite(projectFolder, suite, words, env ?? {});
    if (!suite.count && counts.failed === 0) console.log("Nothing to report.");
    all.push(counts);
  }
  const total = sum(all);
  console.log(`\n${closingLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {readonly import('./setup/suites.mjs').Suite[]} chosen
 * @returns {Promise<NodeJS.ProcessEnv | undefined>} what the suites find in their environment; undefined if set-up has failed
 */
async function setUp(chosen) {
  try {
    await install(projectFolder);
    // Vitest colours what it prints even into a file.
    const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1" };
    if (!chosen.some((suite) => suite.onBuild)) return env;
    await make(projectFolder, targets);
    const { directory, executable } = await findRuntime();
    await ensureLibraries(executable, { xvfb: true, chromium: true, epubcheck: true, appstream: true, watch: true });
    // Playwright starts the Electron that this variable names, as `npm start` does.
    return { ...env, ELECTRON_OVERRIDE_DIST_PATH: directory, CHROMIUM_PATH: findChromium() };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return undefined;
  }
}
