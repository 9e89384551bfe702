/**
 * `npm run bench:start [-- --runs N]`: how soon the packed app can be read, and what it weighs then, beside an empty window of the same Electron, in
 * turn. From the start of the program to the first screen on the glass; bytes five seconds later, all processes together. Linux only.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { make } from "../../build/make.mjs";
import { packedFolder, packedTarget } from "../../build/packaging/packedTarget.mjs";
import { withXvfb } from "../../build/setup/display.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { exitWith } from "../../build/setup/stop.mjs";
import { targets } from "../../build/setup/targets.mjs";
import { benchFolder, outFolder, projectFolder } from "./places.mjs";
import { startProgram, timeOf } from "./start/program.mjs";
import { weigh } from "./start/processes.mjs";

const settleFor = 5000;

await exitWith(async () => {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "9" } } });
  const { directory, executable } = await findRuntime();
  await make(projectFolder, [...targets, packedTarget(directory)], ["packed"]);
  const empty = makeEmpty();
  /** @type {{ ready: number, bytes: number }[]} */
  const ours = [];
  /** @type {typeof ours} */
  const least = [];
  await withXvfb(async (display) => {
    // The first of each fills the system's caches, and does not count.
    for (let run = 0; run <= Number(values.runs); run += 1) {
      const one = await measure(join(projectFolder, packedFolder, "relire"), [], display, "painted");
      const other = await measure(executable, [empty], display, "first-contentful-paint");
      if (run === 0) continue;
      ours.push(one);
      least.push(other);
    }
  });
  report("ready to read", "ms", ours.map(({ ready }) => ready), least.map(({ ready }) => ready));
  report("memory", "MB", ours.map(({ bytes }) => bytes / 1e6), least.map(({ bytes }) => bytes / 1e6));
});

/** The folder of an app that is only a window. */
function makeEmpty() {
  const folder = join(outFolder, "empty");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", main: "main.js" }));
  copyFileSync(join(benchFolder, "start/empty.cjs"), join(folder, "main.js"));
  return folder;
}

/** @param {string} executable @param {readonly string[]} args @param {{ DISPLAY: string }} display @param {string} entry of the window's performance timeline */
async function measure(executable, args, display, entry) {
  const program = await startProgram(executable, args, display);
  try {
    const painted = await timeOf(program, entry);
    await pause(settleFor);
    return { ready: painted - program.startedAt, bytes: weigh(program.pid) };
  } finally {
    await program.end();
  }
}

/** @param {string} what @param {string} unit @param {number[]} ours @param {number[]} least */
function report(what, unit, ours, least) {
  const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const [mine, other] = [median(ours), median(least)];
  process.stdout.write(`${what}: ${mine.toFixed(0)} ${unit}, an empty window ${other.toFixed(0)} ${unit}: ${(mine / other).toFixed(2)} x (median of ${ours.length})\n`);
}
