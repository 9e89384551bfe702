import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./cacheFolder.mjs";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether something was tried in vain within the last day. Spares every start the wait for a network that is not there.
 *
 * @param {string} attempt
 */
export function failedLately(attempt) {
  const stat = statSync(fileOf(attempt), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < DAY;
}

/** @param {string} attempt @param {string} why */
export function rememberFailure(attempt, why) {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(fileOf(attempt), why);
}

/** @param {string} attempt */
export function forgetFailure(attempt) {
  rmSync(fileOf(attempt), { force: true });
}

/** @param {string} attempt */
function fileOf(attempt) {
  return join(cacheFolder(), `${attempt}.failed`);
}
