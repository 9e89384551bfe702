/**
 * How fast letters are imported, and what a large library costs whoever opens it.
 *
 *     npm run bench:import -- [--letters N] [--documents N] [--times N]
 *
 * N HTML letters of 30 kB are imported by a real `relire import`, index included; then a library of N short letters is made, and `relire search` is timed
 * from start to answer on it and on an empty one, in turn. All of it lies in out/bench, which is emptied before and after.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { make } from "../../../build/make.mjs";
import { projectFolder } from "../../../build/setup/projectFolder.mjs";
import { targets } from "../../../build/setup/targets.mjs";
import { makeHtmlLetter, makeShortLetter } from "./letters.mjs";

const { values } = parseArgs({ options: { letters: { type: "string", default: "1000" }, documents: { type: "string", default: "10000" }, times: { type: "string", default: "9" } } });
const folder = join(projectFolder, "out/bench/import");
const cli = join(projectFolder, "out/shell/cli.cjs");

await make(projectFolder, targets, ["content"]);
rmSync(folder, { recursive: true, force: true });

const letters = Number(values.letters);
if (letters > 0) {
  putFiles("html", letters, (number) => [`${number}.html`, makeHtmlLetter(number)]);
  const seconds = relire("import", join(folder, "html"), "--library", join(folder, "library"), "--json") / 1000;
  console.log(`${letters} letters of 30 kB: ${seconds.toFixed(1)} s, ${(letters / seconds).toFixed(1)} letters a second (wanted: 50), indexed and sealed`);
}

const documents = Number(values.documents);
if (documents > 0) {
  putFiles("short", documents, (number) => [`${number}.md`, makeShortLetter(number)]);
  const seconds = relire("import", join(folder, "short"), "--library", join(folder, "large"), "--json") / 1000;
  console.log(`${documents} short letters: ${seconds.toFixed(1)} s`);
  mkdirSync(join(folder, "empty"), { recursive: true });
  /** @type {number[]} */
  const empty = [];
  /** @type {number[]} */
  const large = [];
  for (let time = 0; time < Number(values.times); time++) {
    empty.push(relire("search", "mediation", "--json", "--library", join(folder, "empty")));
    large.push(relire("search", "mediation", "--json", "--library", join(folder, "large")));
  }
  const [before, after] = [median(empty), median(large)];
  console.log(`from start to first answer: ${before.toFixed(0)} ms with an empty library, ${after.toFixed(0)} ms with ${documents} documents, ${(after / before).toFixed(2)} times (wanted: 1.50)`);
}
rmSync(folder, { recursive: true, force: true });

/**
 * Milliseconds that a command takes, its start included.
 *
 * @param {...string} args
 */
function relire(...args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`relire ${args.join(" ")}: ${status} ${stderr}`);
  return performance.now() - started;
}

/**
 * @param {string} name
 * @param {number} count
 * @param {(number: number) => [file: string, text: string]} fileOf
 */
function putFiles(name, count, fileOf) {
  mkdirSync(join(folder, name), { recursive: true });
  for (let number = 0; number < count; number++) {
    const [file, text] = fileOf(number);
    writeFileSync(join(folder, name, file), text);
  }
}

/** @param {readonly number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
