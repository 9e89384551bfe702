/**
 * Starts a program as a person does, and asks its window by Chromium's own pipe (the DevTools protocol, --remote-debugging-pipe): nothing is in its
 * way while it starts.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @typedef {object} Program
 * @property {number} pid
 * @property {number} startedAt milliseconds since 1970
 * @property {(expression: string) => Promise<any>} evaluate in the window; waits for what is promised
 * @property {() => Promise<void>} end
 */

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ DISPLAY: string }} display
 * @param {string} [kept] a profile that was there before and stays; else a new one
 * @returns {Promise<Program>}
 */
export async function startProgram(executable, args, display, kept) {
  const profile = kept ?? mkdtempSync(join(tmpdir(), "relire-bench-"));
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const startedAt = Date.now();
  const program = spawn(executable, [...args, ...root, `--user-data-dir=${profile}`, "--remote-debugging-pipe"], {
    env: { ...process.env, ...display },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => program.once("close", resolve));
  const ask = protocolOver(program);
  const sessionId = await attach(ask);
  return {
    pid: program.pid ?? 0,
    startedAt,
    async evaluate(expression) {
      const { result, exceptionDetails } = await evaluated(() => ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId));
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    async end() {
      program.kill();
      await ended;
      if (kept === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Asked again when the page was on its way from the blank one, which a window begins with. @param {() => Promise<any>} evaluate @returns {Promise<any>} */
async function evaluated(evaluate) {
  try {
    return await evaluate();
  } catch (error) {
    if (!/context was destroyed/.test(String(error))) throw error;
    return evaluated(evaluate);
  }
}

/** @typedef {(method: string, params: object, sessionId?: string) => Promise<any>} Ask */

/** Messages are JSON, each ended by a NUL. @param {import("node:child_process").ChildProcess} program @returns {Ask} */
function protocolOver(program) {
  /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
  const asked = new Map();
  const [toProgram, fromProgram] = [/** @type {import("node:stream").Writable} */ (program.stdio[3]), program.stdio[4]];
  let said = "";
  let last = 0;
  fromProgram?.on("data", (bytes) => {
    const messages = (said + bytes).split("\0");
    said = messages.pop() ?? "";
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      if (error) asked.get(id)?.reject(new Error(error.message));
      else asked.get(id)?.resolve(result);
      asked.delete(id);
    }
  });
  program.once("close", (code) => {
    for (const { reject } of asked.values()) reject(new Error(`the program ended (${code})`));
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      asked.set(last, { resolve, reject });
      toProgram.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** Waits for the window. @param {Ask} ask @returns {Promise<string>} */
async function attach(ask) {
  for (;;) {
    const { targetInfos } = await ask("Target.getTargets", {});
    const page = targetInfos.find((/** @type {{ type: string, url: string }} */ { type, url }) => type === "page" && /^(?:relire|data):/.test(url));
    if (page) return (await ask("Target.attachToTarget", { targetId: page.targetId, flatten: true })).sessionId;
    await pause(100);
  }
}

/** When something was noted in the window's performance timeline, in milliseconds since 1970; waits for it. @param {Program} program @param {string} name @returns {Promise<number>} */
export function timeOf(program, name) {
  return program.evaluate(`(${String(timeOfEntry)})(${JSON.stringify(name)})`);
}

/** Runs in the window. @param {string} name @returns {Promise<number>} */
function timeOfEntry(name) {
  return new Promise((resolve) => {
    for (const type of ["mark", "paint"]) {
      new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName(name);
        if (entry) resolve(performance.timeOrigin + entry.startTime);
      }).observe({ type, buffered: true });
    }
  });
}
