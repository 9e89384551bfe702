/**
 * `npm run bench:hour [-- --minutes 60]`: what an hour of reading and searching leaves in memory. The packed app is driven by a script, an action every two
 * seconds; each minute all its processes are weighed after a collection of garbage. The last tenth is held against the first one after ten minutes. Linux only.
 */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { make } from "../../build/make.mjs";
import { packedFolder, packedTarget } from "../../build/packaging/packedTarget.mjs";
import { withXvfb } from "../../build/setup/display.mjs";
import { findRuntime } from "../../build/setup/runtime.mjs";
import { exitWith } from "../../build/setup/stop.mjs";
import { targets } from "../../build/setup/targets.mjs";
import { projectFolder } from "./places.mjs";
import { startProgram, timeOf } from "./start/program.mjs";
import { weigh } from "./start/processes.mjs";

const actionEvery = 2000;
const actionsInMinute = 60_000 / actionEvery;

await exitWith(async () => {
  const { values } = parseArgs({ options: { minutes: { type: "string", default: "60" } } });
  const minutes = Number(values.minutes);
  const { directory } = await findRuntime();
  await make(projectFolder, [...targets, packedTarget(directory)], ["packed"]);
  const bytes = await withXvfb((display) => live(display, minutes));
  const share = Math.max(1, Math.floor(bytes.length / 10));
  const warm = bytes.slice(Math.min(10, Math.floor(bytes.length / 6)));
  const [before, after] = [median(warm.slice(0, share)), median(warm.slice(-share))];
  process.stdout.write(`after the first minutes ${(before / 1e6).toFixed(0)} MB, at the end ${(after / 1e6).toFixed(0)} MB: ${((after / before - 1) * 100).toFixed(1)} %\n`);
});

/** @param {{ DISPLAY: string }} display @param {number} minutes @returns {Promise<number[]>} bytes after each minute */
async function live(display, minutes) {
  const program = await startProgram(join(projectFolder, packedFolder, "relire"), ["--js-flags=--expose-gc"], display);
  /** @type {number[]} */
  const bytes = [];
  /** @type {Set<string>} */
  const seen = new Set();
  try {
    await timeOf(program, "painted");
    for (let action = 0; action < minutes * actionsInMinute; action += 1) {
      seen.add(await program.evaluate(`(${String(act)})(${action})`));
      await pause(actionEvery);
      if ((action + 1) % actionsInMinute !== 0) continue;
      await program.evaluate("globalThis.gc?.()");
      bytes.push(weigh(program.pid));
      process.stdout.write(`${bytes.length} min: ${((bytes.at(-1) ?? 0) / 1e6).toFixed(0)} MB, ${seen.size} documents seen\n`);
    }
  } finally {
    await program.end();
  }
  return bytes;
}

/** Runs in the window: what a reader does, one action after the other, over and over. Gives what is being read. @param {number} action @returns {string} */
function act(action) {
  const words = ["geek de service", "mutualisation", "logiciel libre", "atelier", "lecture", "code source", "communs", "agents publics", "blue hats", "formation"];
  const round = Math.floor(action / 8);
  const press = (/** @type {Element | undefined | null} */ element) => element?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  const named = (/** @type {RegExp} */ name) => [...document.querySelectorAll("button")].find((each) => name.test(each.getAttribute("aria-label") ?? each.textContent.trim()));
  const type = (/** @type {string} */ text) => {
    const box = document.querySelector("input[role=combobox]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box, text);
    box?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const inList = document.querySelectorAll(".list-scroller button");
  [
    () => type(words[round % words.length] ?? ""),
    () => press(document.querySelectorAll(".list-scroller [role=option]")[round % 7]),
    () => document.querySelector(".sheet-scroller, .report-pages")?.scrollBy({ top: 3000 }),
    () => type(""),
    () => press(named([/^Lettres/, /^Rubriques/, /^Rapports/][round % 3] ?? /^Lettres/)),
    () => press(inList[round % Math.max(1, inList.length)]),
    () => press(named(/^Page suivante$/)),
    () => press(named(/^Page précédente de l’historique$/)),
  ][action % 8]?.();
  return document.title;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
