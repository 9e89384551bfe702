/** This project's engine over its sealed index. The passages are there before, as in the app, whatever the index. */
import { readFileSync, writeFileSync } from "node:fs";
import { ours } from "../ours.mjs";
import { passagesFile } from "../places.mjs";

const passages = ours.asPassages(JSON.parse(readFileSync(passagesFile, "utf8")));

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(given, file) {
    writeFileSync(file, await ours.buildSealed(given));
  },
  async open(file) {
    const index = ours.loadSealed(readFileSync(file), passages.count);
    return { search: (typed) => ours.searchSealed(index, passages, typed) };
  },
};
