import { spawn } from "node:child_process";
import { constants } from "node:os";
import { passWithoutNoise } from "./noise.mjs";

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs an app in Electron until it ends; signals that this process gets go to it.
 *
 * @param {string} executable
 * @param {readonly string[]} words
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean, limit?: number }} options `quiet` keeps Chromium's noise out;
 *   past `limit` milliseconds it is ended
 * @returns {Promise<number | 'late'>} its exit code
 */
export function runElectron(executable, words, { cwd, env, quiet = false, limit }) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, [...sandboxWords(), ...words], {
      cwd,
      // A terminal inside an Electron-made editor sets this one, and Electron then starts as plain Node.
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
      stdio: ["inherit", "inherit", quiet ? "pipe" : "inherit"],
    });
    if (child.stderr) passWithoutNoise(child.stderr, process.stderr);
    let late = false;
    const timer =
      limit &&
      setTimeout(() => {
        late = true;
        child.kill("SIGKILL");
      }, limit);
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    const clean = () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, forward);
    };
    child.once("error", (error) => {
      clean();
      reject(error);
    });
    child.once("close", (code, signal) => {
      clean();
      // As a shell has it: 128 and the signal's number.
      resolve(late ? "late" : (code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  });
}

/** Chromium refuses to run as root with its sandbox. Nobody else goes without. @returns {string[]} */
function sandboxWords() {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
