import { failedLately, rememberFailure } from "./lately.mjs";
import { onPath } from "./onPath.mjs";
import { runQuietly } from "./runQuietly.mjs";
import { say } from "./say.mjs";
import { Stop } from "./stop.mjs";

/**
 * System packages on Debian and Ubuntu: installed where that takes no password, otherwise one command to copy.
 *
 * A package is a list of names, of which the first that this release knows is taken: the newer Debian and Ubuntu have
 * renamed some (libgtk-3-0 is libgtk-3-0t64).
 *
 * @typedef {readonly string[]} Names
 */

/**
 * @param {readonly string[]} missing what to tell a person is missing
 * @param {readonly Names[]} needed the packages that bring it
 * @param {readonly Names[]} welcome what is nice to have: installed where it can be, never asked for
 */
export async function installOrTell(missing, needed, welcome) {
  if (missing.length === 0 && welcome.length === 0) return;
  const asRoot = onPath("apt-get") ? await rootPrefix() : undefined;
  if (missing.length > 0) await installNeeded(asRoot, missing, needed);
  if (asRoot && welcome.length > 0) await installWelcome(asRoot, welcome);
}

/**
 * @typedef {readonly string[]} Prefix what has to stand before a command to run it as root
 * @returns {Promise<Prefix | undefined>}
 */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = onPath("sudo") ? await runQuietly("sudo", ["-n", "true"]) : { code: 1 };
  return code === 0 ? ["sudo", "-n"] : undefined;
}

/** @param {Prefix | undefined} asRoot @param {readonly string[]} missing @param {readonly Names[]} needed */
async function installNeeded(asRoot, missing, needed) {
  const what = missing.join(", ");
  if (!onPath("apt-get")) {
    throw new Stop(`Missing on this system: ${what}. Please install it with your package manager.`);
  }
  if (!asRoot) {
    const packages = await known(needed);
    throw new Stop(
      `Missing on this system: ${what}. Install it with:\nsudo apt-get update && sudo apt-get install -y ${packages.join(" ")}`,
    );
  }
  // A new machine has no list of packages, an old one has a list of versions that are gone.
  await aptGet(asRoot, ["update"]);
  const packages = await known(needed);
  say(`Installing with apt-get what this system misses: ${packages.join(" ")}.`);
  const { code, output } = await install(asRoot, packages);
  if (code !== 0) throw new Stop(`${output.trimEnd()}\nMissing on this system: ${what}. apt-get could not install it.`);
}

/** @param {Prefix} asRoot @param {readonly Names[]} welcome */
async function installWelcome(asRoot, welcome) {
  const [name] = welcome.flat();
  if (!name || failedLately(name)) return;
  let { code, output } = await install(asRoot, await known(welcome));
  if (code !== 0) {
    await aptGet(asRoot, ["update"]);
    ({ code, output } = await install(asRoot, await known(welcome)));
  }
  if (code === 0) say(`Installed with apt-get: ${name}.`);
  else rememberFailure(name, output);
}

/** @param {Prefix} asRoot @param {readonly string[]} packages */
function install(asRoot, packages) {
  return aptGet(asRoot, ["install", "-y", "--no-install-recommends", ...packages]);
}

/** @param {Prefix} asRoot @param {readonly string[]} words */
function aptGet(asRoot, words) {
  // Another apt may be at work, on a machine that has just started: wait for it rather than fail.
  const [command = "", ...rest] = [
    ...asRoot,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-o",
    "DPkg::Lock::Timeout=300",
    "-q",
    ...words,
  ];
  return runQuietly(command, rest);
}

/** @param {readonly Names[]} packages @returns {Promise<string[]>} */
async function known(packages) {
  // In English, whatever the person's language: the answer is for this function.
  const env = { ...process.env, LC_ALL: "C" };
  const { stdout } = await runQuietly("apt-cache", ["policy", ...packages.flat()], { env });
  const answers = [...stdout.matchAll(/^(\S+):\n.*\n {2}Candidate: (.*)$/gm)];
  const available = new Set(answers.filter((answer) => answer[2] !== "(none)").map((answer) => answer[1]));
  return packages.map((names) => names.find((name) => available.has(name)) ?? names.at(-1) ?? "");
}
