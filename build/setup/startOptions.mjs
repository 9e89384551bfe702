import { resolve } from "node:path";
import { Stop } from "./stop.mjs";

/**
 * What `npm start -- …` was asked: `--screenshot FILE.png` is for the script; every other word goes to the app as it is.
 *
 * @param {readonly string[]} words
 * @param {string} caller the folder the person called from, to which FILE.png is relative
 * @returns {{ screenshot: string | undefined, forApp: string[] }}
 */
export function startOptions(words, caller) {
  /** @type {string | undefined} */
  let screenshot;
  const forApp = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word !== "--screenshot" && !word.startsWith("--screenshot=")) {
      forApp.push(word);
      continue;
    }
    const file = word === "--screenshot" ? words[(at += 1)] : word.slice("--screenshot=".length);
    if (!file || file.startsWith("-")) {
      throw new Stop("--screenshot needs the file to write: npm start -- --screenshot FILE.png");
    }
    if (!file.toLowerCase().endsWith(".png")) {
      throw new Stop(`A screenshot is a PNG file: ${file} does not end in .png.`);
    }
    screenshot = resolve(caller, file);
  }
  return { screenshot, forApp };
}
