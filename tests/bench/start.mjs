/**
 * `npm run bench:start [-- --runs N]`: how soon the packed app can be read, and what it weighs, beside an empty window of the same Electron, in turn. Time
 * runs from the start of the program to what can be read on the glass: on the first start, in a new profile, that is the app itself; on every later one, the
 * screen that one left (First Contentful Paint). "Ready to use" is the app itself on the glass. Bytes are those of all processes together, ten seconds after that.
 * Linux only.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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

/** Milliseconds. */
const settleFor = 10_000;

/**
 * @typedef {object} Start in milliseconds and bytes
 * @property {number} readable
 * @property {number} usable
 * @property {number} bytes
 */

await exitWith(async () => {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "9" } } });
  const { directory, executable } = await findRuntime();
  await make(projectFolder, [...targets, packedTarget(directory)], ["packed"]);
  const packed = join(projectFolder, packedFolder, "relire");
  const empty = makeEmpty();
  const kept = mkdtempSync(join(tmpdir(), "relire-bench-kept-"));
  /** @type {Record<"first" | "later" | "least", Start[]>} */
  const starts = { first: [], later: [], least: [] };
  await withXvfb(async (display) => {
    // The first of each fills the system's caches, and does not count.
    for (let run = 0; run <= Number(values.runs); run += 1) {
      const round = {
        first: await measure(packed, [], display, "painted"),
        later: await measure(packed, [], display, "painted", kept),
        least: await measure(executable, [empty], display, "first-contentful-paint"),
      };
      if (run === 0) continue;
      starts.first.push(round.first);
      starts.later.push(round.later);
      starts.least.push(round.least);
    }
  });
  rmSync(kept, { recursive: true, force: true, maxRetries: 5 });
  report("ready to read", "ms", starts, ({ readable }) => readable);
  report("ready to use", "ms", starts, ({ usable }) => usable);
  report("memory", "MB", starts, ({ bytes }) => bytes / 1e6);
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

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ DISPLAY: string }} display
 * @param {string} entry of the window's performance timeline: from when on it can be used
 * @param {string} [profile] one that stays
 * @returns {Promise<Start>}
 */
async function measure(executable, args, display, entry, profile) {
  const program = await startProgram(executable, args, display, profile);
  try {
    const usable = await timeOf(program, entry);
    const readable = profile === undefined ? usable : await timeOf(program, "first-contentful-paint");
    await pause(settleFor);
    return { readable: readable - program.startedAt, usable: usable - program.startedAt, bytes: weigh(program.pid) };
  } finally {
    await program.end();
  }
}

/**
 * @param {string} what
 * @param {string} unit
 * @param {Record<"first" | "later" | "least", Start[]>} starts
 * @param {(start: Start) => number} value
 */
function report(what, unit, { first, later, least }, value) {
  const median = (/** @type {Start[]} */ each) => each.map(value).toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0;
  const other = median(least);
  const said = (/** @type {Start[]} */ each) => `${median(each).toFixed(0)} ${unit} = ${(median(each) / other).toFixed(2)} x`;
  process.stdout.write(`${what}: an empty window ${other.toFixed(0)} ${unit}; the first start ${said(first)}, a later one ${said(later)} (medians of ${least.length})\n`);
}
