import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { judge } from "./counts.mjs";
import { withXvfb } from "./display.mjs";

/** A suite that hangs is ended, and has failed, while there is still time for the others. */
const LIMIT = 40 * 60 * 1000;
const GRACE = 10_000;

/**
 * @param {string} folder the project's
 * @param {import('./suites.mjs').Suite} suite
 * @param {readonly string[]} words for the suite
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runSuite(folder, suite, words, env) {
  const report = join(folder, "out/reports", `${suite.name}.json`);
  // A report of an earlier run must not speak for this one.
  rmSync(report, { force: true });
  mkdirSync(join(folder, "out/reports"), { recursive: true });
  const command = [...suite.command, ...words];
  /** @param {NodeJS.ProcessEnv} [screen] */
  const run = (screen) => runAloud(command, folder, { ...env, ...screen });
  // Windows open where nobody is disturbed by them.
  const code = await (suite.onScreen && process.platform === "linux" ? withXvfb(run) : run());
  if (!suite.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  return judge(code, count(suite.count, report));
}

/** @param {NonNullable<import('./suites.mjs').Suite['count']>} counter @param {string} report */
function count(counter, report) {
  try {
    return counter(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    // No report, or half of one: the suite crashed.
    return undefined;
  }
}

/** @param {readonly string[]} command @param {string} cwd @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runAloud(command, cwd, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd, env, stdio: "inherit" });
    const soft = setTimeout(() => {
      console.log(`Ended after ${LIMIT / 60_000} minutes.`);
      child.kill("SIGTERM");
    }, LIMIT);
    const hard = setTimeout(() => child.kill("SIGKILL"), LIMIT + GRACE);
    child.once("close", (code) => {
      clearTimeout(soft);
      clearTimeout(hard);
      resolve(code ?? 1);
    });
  });
}
