/**
 * One engine in a process of its own: `node --expose-gc worker.mjs ENGINE build|ask FILE`. Prints one line of JSON on standard output.
 * An engine that cannot save its index is asked in the process that built it.
 */
import { readFileSync } from "node:fs";
import { passagesFile, workloadFile } from "./places.mjs";

/** @typedef {{ kind: string, ms: number, ids: string[], total?: number }} Timed */
/** @typedef {{ kind: string, rank: number }} Ranked rank 0: not among the ten best */
/** @typedef {{ buildMs?: number, isSaved?: boolean, openMs?: number, memory?: number, heap?: number, speed?: Timed[], quality?: Ranked[] }} Measures */

/** A kind of query that takes longer is cut short: what was measured until then counts. */
const longestKindMs = 60_000;

class Patience {
  /** @type {Map<string, number>} */
  #since = new Map();

  /** @param {string} kind */
  hasSome(kind) {
    const since = this.#since.get(kind) ?? performance.now();
    this.#since.set(kind, since);
    return performance.now() - since < longestKindMs;
  }
}

const [name = "", task, file = ""] = process.argv.slice(2);
/** @type {{ engine: import('./engines/engine.d.ts').Engine }} */
const { engine } = await import(`./engines/${name}.mjs`);
console.log(JSON.stringify(task === "build" ? await build() : await ask()));
process.exit(0);

/** @returns {Promise<Measures>} */
async function build() {
  const before = held();
  /** @type {import('./corpus.mjs').Passage[]} */
  let passages = JSON.parse(readFileSync(passagesFile, "utf8"));
  const start = performance.now();
  const unsaved = await engine.build(passages, file);
  const buildMs = performance.now() - start;
  if (!unsaved) return { buildMs, isSaved: true };
  passages = [];
  return { buildMs, isSaved: false, ...(await measure(unsaved, before)) };
}

/** @returns {Promise<Measures>} */
async function ask() {
  const before = held();
  const start = performance.now();
  const opened = await engine.open(file);
  return { openMs: performance.now() - start, ...(await measure(opened, before)) };
}

/** @param {import('./engines/engine.d.ts').Opened} opened @param {{ memory: number, heap: number }} before @returns {Promise<Measures>} */
async function measure(opened, before) {
  /** @type {{ warmUp: import('./workload.mjs').Typed[], speed: import('./workload.mjs').Typed[], quality: import('./workload.mjs').Typed[] }} */
  const workload = JSON.parse(readFileSync(workloadFile, "utf8"));
  const patience = new Patience();
  for (const typed of workload.warmUp) if (patience.hasSome(`warm-up ${typed.kind}`)) await opened.search(typed);
  /** @type {Timed[]} */
  const speed = [];
  for (const typed of workload.speed) {
    if (!patience.hasSome(typed.kind)) continue;
    const start = performance.now();
    const { ids, total } = await opened.search(typed);
    speed.push({ kind: typed.kind, ms: performance.now() - start, ids, ...(total !== undefined && { total }) });
  }
  const after = held();
  /** @type {Ranked[]} */
  const quality = [];
  for (const typed of workload.quality) {
    if (!patience.hasSome(`known ${typed.kind}`)) continue;
    const { ids } = await opened.search(typed);
    quality.push({ kind: typed.kind, rank: ids.indexOf(typed.wanted ?? "") + 1 });
  }
  return { memory: after.memory - before.memory, heap: after.heap - before.heap, speed, quality };
}

/** Bytes that the process holds, and those of them that JavaScript does, garbage collected. */
function held() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { memory: rss, heap: heapUsed + external };
}
