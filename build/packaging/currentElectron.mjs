/**
 * Whether the pinned Electron still gets security fixes: Electron's makers mend the latest three majors (its docs, "Electron Releases"). Asked of the
 * registry when a release is made, and only then.
 */
import { runQuietly } from "../setup/runQuietly.mjs";

const supportedMajors = 3;

/** @param {string} pinned @param {string} latest versions, as `45.4.1` */
export function isSupported(pinned, latest) {
  return majorOf(latest) - majorOf(pinned) < supportedMajors;
}

/** The latest version; null where the registry cannot be reached. @param {string} project its folder @returns {Promise<string | null>} */
export async function latestElectron(project) {
  const { code, stdout } = await runQuietly("npm", ["view", "electron", "dist-tags.latest"], { cwd: project });
  const version = stdout.trim();
  return code === 0 && /^\d+\.\d+\.\d+$/.test(version) ? version : null;
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split(".")[0]);
}
