/**
 * `npm run bench:import:window [-- --letters N]`: how the window bears an import of so many HTML letters of 30 kB, in the real app: letters per second until all
 * is found, the longest stretches in which the window's thread was busy, and how long a search took meanwhile.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { _electron } from "@playwright/test";
import { make } from "../../../build/make.mjs";
import { withXvfb } from "../../../build/setup/display.mjs";
import { findRuntime } from "../../../build/setup/runtime.mjs";
import { exitWith } from "../../../build/setup/stop.mjs";
import { targets } from "../../../build/setup/targets.mjs";
import { readCorpus } from "../corpus.mjs";
import { outFolder, projectFolder } from "../places.mjs";

const bytesOfLetter = 30_000;

await exitWith(async () => {
  const { values } = parseArgs({ options: { letters: { type: "string", default: "1000" } } });
  const count = Number(values.letters);
  await make(projectFolder, targets);
  const folder = join(outFolder, "letters");
  writeLetters(folder, count);
  const { executable } = await findRuntime();
  const { seconds, busy, searches } = await withXvfb((display) => importLetters(executable, folder, display, count));
  const at = (/** @type {number[]} */ sorted, /** @type {number} */ share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  busy.sort((a, b) => b - a);
  searches.sort((a, b) => a - b);
  process.stdout.write(
    `${count} letters in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(0)} a second. Window busy for more than 50 ms: ${busy.length} times, longest ${at(busy, 0)} ms. ` +
      `${searches.length} searches meanwhile: median ${at(searches, 0.5)} ms, longest ${at(searches, 0.999)} ms\n`,
  );
});

/** Tables as layout, as mail programs make them, around French-like texts. @param {string} folder @param {number} count */
function writeLetters(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = readCorpus(undefined, count * 8).map(({ text }) => text);
  for (let number = 0; number < count; number += 1) {
    let next = number * 8;
    let body = "";
    while (body.length < bytesOfLetter) {
      body += `<tr><td style="padding:12px;font-family:Arial"><h2>Rubrique ${next % 8}</h2><p>${texts[next % texts.length]}</p></td></tr>\n`;
      next += 1;
    }
    const title = `Lettre numéro ${number + 1}`;
    const date = `${1 + (number % 28)} mars ${2000 + (number % 24)}`;
    writeFileSync(join(folder, `lettre-${number + 1}.html`), `<!doctype html><html lang="fr"><head><title>${title}</title></head><body><table><tr><td><h1>${title}</h1><p>${date}</p></td></tr>${body}</table></body></html>`);
  }
}

/** @param {string} executable @param {string} folder @param {{ DISPLAY: string }} display @param {number} count */
async function importLetters(executable, folder, display, count) {
  const profile = join(outFolder, "profile");
  rmSync(profile, { recursive: true, force: true });
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({ executablePath: executable, args: [projectFolder, `--user-data-dir=${profile}`, ...root], env: { ...process.env, ...display }, timeout: 120_000 });
  const window = await app.firstWindow();
  await window.getByRole("combobox").waitFor();
  await window.evaluate(watch);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  const began = performance.now();
  /** @type {{ busy: number[], searches: number[] }} */
  const seen = await window.evaluate(importAndSearch, count);
  const seconds = (performance.now() - began) / 1000;
  await app.close();
  return { seconds, ...seen };
}

/** Runs in the window: notes each stretch of more than 50 ms in which it did nothing else (W3C Long Tasks). */
function watch() {
  /** @type {number[]} */
  const busy = [];
  Object.assign(globalThis, { busy });
  new PerformanceObserver((list) => busy.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
}

/** Runs in the window: imports, asks a question every 100 ms meanwhile, and ends once the list has all letters. @param {number} count */
async function importAndSearch(count) {
  const { relire, busy } = /** @type {any} */ (globalThis);
  /** @type {(call: string, request?: unknown) => Promise<any>} */
  const ask = async (call, request) => JSON.parse(await relire.ask(call, request)).value;
  const before = (await ask("overview")).documents.length;
  const [searches, longest] = [/** @type {number[]} */ ([]), 600_000];
  await relire.chooseImports("folder");
  const began = performance.now();
  while (performance.now() - began < longest) {
    const asked = performance.now();
    await ask("search", { text: "imprimante", limit: 20 });
    searches.push(performance.now() - asked);
    const { running, kept } = await ask("imports");
    // Of the overview, which is large, nothing is asked before the end: the window itself does.
    if (running === null && kept.length > 0 && (await ask("overview")).documents.length >= before + count) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { busy, searches };
}
