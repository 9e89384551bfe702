import { spawn } from "node:child_process";

/**
 * Runs a command and keeps what it printed, to be shown only if it matters.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limit?: number }} [options] `limit` in milliseconds
 * @returns {Promise<{ code: number, output: string, stdout: string }>} code 127 when there is no such command, 124 when the limit has passed
 */
export function runQuietly(command, words, { cwd, env, limit } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // npm is a .cmd file on Windows, which only a shell starts. No word given here comes from a person.
      shell: process.platform === "win32" && command === "npm",
    });
    let output = "";
    let stdout = "";
    let late = false;
    const timer =
      limit &&
      setTimeout(() => {
        late = true;
        child.kill("SIGKILL");
      }, limit);
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message, stdout: "" });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), output, stdout });
    });
  });
}
