/** Has a target fuzzed by a process of its own, which may write in one folder only; one that hangs or dies is told by its input, and the next goes on after it. */
import { fork } from "node:child_process";
import { projectFolder } from "../../build/setup/projectFolder.mjs";

/** @typedef {import('./worker.ts').Job} Job */
/** @typedef {import('./worker.ts').News} News */
/** @typedef {{ target: string, input: number | string, why: string, bytes: Uint8Array }} Finding */
/** @typedef {{ worker: string, patience: number }} Means the worker's file; milliseconds after which an input is given up */

/** Far more than a slow machine needs; a PDF may take 15 s a page. */
const patience = 90_000;
/** Findings after which a target has told enough. */
const enough = 20;

/** @param {Job} job @param {{ worker: string, patience?: number }} means @returns {Promise<{ inputs: number, broken: Finding[] }>} */
export async function fuzz(job, means) {
  /** @type {Finding[]} */
  const broken = [];
  const started = performance.now();
  let [from, inputs] = [job.from, 0];
  let kept = job.kept;
  for (;;) {
    const milliseconds = Math.max(0, job.milliseconds - (performance.now() - started));
    const ended = await runWorker({ ...job, from, kept, milliseconds }, { patience, ...means }, broken);
    inputs += ended.inputs;
    if (ended.isDone || broken.length > enough || typeof ended.last !== "number" || job.single !== null) return { inputs, broken };
    from = ended.last + 1;
    kept = null;
  }
}

/** @param {Job} job @param {Means} means @param {Finding[]} broken @returns {Promise<{ isDone: boolean, last: number | string, inputs: number }>} */
function runWorker(job, { worker, patience }, broken) {
  return new Promise((settle) => {
    const env = { ...process.env, RELIRE_PROJECT: projectFolder, TMPDIR: job.folder, HOME: job.folder };
    const child = fork(worker, [], { serialization: "advanced", execArgv: [...confined(job.folder), "--max-old-space-size=1500"], env });
    let [isDone, inputs] = [false, 0];
    /** @type {number | string} */
    let last = "the start";
    let why = "";
    const giveUp = () => {
      why = `no end after ${patience / 1000} s`;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(giveUp, patience);
    child.on("message", (/** @type {News} */ news) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
      if (news.news === "input") last = news.input;
      if (news.news === "input") inputs += 1;
      if (news.news === "broken") broken.push({ target: job.target, input: news.input, why: news.why, bytes: news.bytes });
      if (news.news === "done") isDone = true;
    });
    child.once("exit", (code, signal) => {
      // What it told last may still be on its way.
      if (child.connected) child.once("disconnect", () => end(code, signal));
      else end(code, signal);
    });
    const end = (/** @type {number | null} */ code, /** @type {string | null} */ signal) => {
      clearTimeout(timer);
      if (!isDone) broken.push({ target: job.target, input: last, why: why || `the process ended (${signal ?? code})`, bytes: new Uint8Array() });
      settle({ isDone, last, inputs });
    };
    child.send(job);
  });
}

/** Nothing may be written but in this folder: Node itself says no. @param {string} folder */
function confined(folder) {
  const flag = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";
  return [flag, "--no-warnings", "--allow-fs-read=*", `--allow-fs-write=${folder}/*`, "--allow-child-process"];
}
