/**
 * `npm run bench:window -- [--corpus FILE] [--passages N]`: how long a keystroke takes to be seen as results, in the real app over an archive of
 * so many passages: from the key to the frame that shows the new results, which waits for the screen's next refresh (60 a second).
 */
import { mkdirSync, rmSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { _electron } from "@playwright/test";
import { build } from "vite";
import { make } from "../../build/make.mjs";
import { withXvfb } from "../../build/setup/display.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { exitWith } from "../../build/setup/stop.mjs";
import { targets } from "../../build/setup/targets.mjs";
import { readCorpus } from "./corpus.mjs";
import { benchFolder, outFolder, projectFolder } from "./places.mjs";
import { Chance } from "./random.mjs";

const queries = 40;

await exitWith(async () => {
  const { values } = parseArgs({ options: { corpus: { type: "string" }, passages: { type: "string", default: "10000" } } });
  const file = values.corpus === undefined || isAbsolute(values.corpus) ? values.corpus : join(process.env["INIT_CWD"] ?? process.cwd(), values.corpus);
  const passages = readCorpus(file, Number(values.passages));
  await make(projectFolder, targets);
  const { makeArchive } = await bundled();
  const archive = join(outFolder, "archive");
  await makeArchive(archive, passages);
  const { executable } = await findRuntime();
  const { times, floor } = await withXvfb((display) => type(executable, archive, display, drawn(passages)));
  process.stdout.write(`${passages.length} passages, ${times.length} keystrokes: ${percentiles(times)}\n`);
  process.stdout.write(`The same with one attribute changed and nothing asked, ${floor.length} keystrokes: ${percentiles(floor)}\n`);
});

/** @param {number[]} times */
function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(0.999)} ms`;
}

/** @returns {Promise<typeof import('./archiveOf.ts')>} */
async function bundled() {
  const output = { entryFileNames: "archiveOf.mjs", codeSplitting: false };
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    ssr: { noExternal: true },
    build: { ssr: join(benchFolder, "archiveOf.ts"), outDir: outFolder, emptyOutDir: false, target: "node20", minify: false, rollupOptions: { output } },
  });
  return import(pathToFileURL(join(outFolder, "archiveOf.mjs")).href);
}

/** Two words in a row of passages drawn by seeded chance. @param {import('./corpus.mjs').Passage[]} passages */
function drawn(passages) {
  const chance = new Chance(7);
  return Array.from({ length: queries }, () => {
    const words = (passages[chance.below(passages.length)]?.text ?? "").split(/\s+/).filter((word) => /^\p{L}{4,12}$/u.test(word));
    const first = chance.below(Math.max(1, words.length - 1));
    return words.slice(first, first + 2).join(" ");
  });
}

/** @param {string} executable @param {string} archive @param {{ DISPLAY: string }} display @param {string[]} typed */
async function type(executable, archive, display, typed) {
  const profile = join(outFolder, "profile");
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile, { recursive: true });
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({
    executablePath: executable,
    args: [projectFolder, `--archive=${archive}`, `--user-data-dir=${profile}`, ...root],
    env: { ...process.env, ...display },
    timeout: 120_000,
  });
  const window = await app.firstWindow();
  const box = window.getByRole("combobox");
  await box.waitFor({ timeout: 120_000 });
  await window.evaluate(watchKeystrokes);
  for (const [index, query] of typed.entries()) {
    await box.fill("");
    await box.focus();
    for (const key of query) {
      await window.keyboard.type(key);
      await window.evaluate(() => /** @type {any} */ (globalThis).keystrokes.seen);
    }
    // The first queries warm the engine up.
    if (index === 4) await window.evaluate(() => void (/** @type {any} */ (globalThis).keystrokes.times.length = 0));
  }
  const times = await timesOf(window);
  // What no list could beat: a key in a box of its own, at which one attribute changes.
  await window.evaluate(addPlainBox);
  for (let key = 0; key < 100; key += 1) {
    await window.keyboard.type("a");
    await window.evaluate(() => /** @type {any} */ (globalThis).keystrokes.seen);
  }
  const floor = await timesOf(window);
  await app.close();
  return { times, floor };
}

/** Those since it was last asked. @param {import("@playwright/test").Page} window @returns {Promise<number[]>} */
function timesOf(window) {
  return window.evaluate(() => /** @type {any} */ (globalThis).keystrokes.times.splice(0));
}

/** Runs in the window. */
function addPlainBox() {
  const box = document.createElement("input");
  const list = document.querySelector(".list-scroller") ?? document.body;
  box.addEventListener("input", () => list.setAttribute("data-typed", box.value));
  document.body.append(box);
  box.focus();
}

/** Runs in the window: times each input event until a frame after the results changed, or after 500 ms when they are the same. */
function watchKeystrokes() {
  /** @type {{ times: number[], seen: Promise<void> }} */
  const keystrokes = { times: [], seen: Promise.resolve() };
  Object.assign(globalThis, { keystrokes });
  const list = document.querySelector(".list-scroller") ?? document.body;
  document.addEventListener(
    "input",
    (event) => {
      keystrokes.seen = new Promise((resolve) => {
        const timer = setTimeout(() => {
          observer.disconnect();
          resolve();
        }, 500);
        const observer = new MutationObserver(() => {
          if (document.querySelector(".list-scroller.stale")) return;
          observer.disconnect();
          clearTimeout(timer);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              keystrokes.times.push(performance.now() - event.timeStamp);
              resolve();
            };
            port2.postMessage(null);
          });
        });
        observer.observe(list, { childList: true, subtree: true, characterData: true, attributes: true });
      });
    },
    { capture: true },
  );
}
