/** MiniSearch over the same terms, asked the same by the same engine. The passages are there before, as in the app. */
import { readFileSync, writeFileSync } from "node:fs";
import { ours } from "../ours.mjs";
import { passagesFile } from "../places.mjs";

const passages = ours.asPassages(JSON.parse(readFileSync(passagesFile, "utf8")));

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(given, file) {
    writeFileSync(file, ours.buildMini(given));
  },
  async open(file) {
    const mini = ours.loadMini(readFileSync(file, "utf8"));
    return { search: (typed) => ours.searchMini(mini, passages, typed) };
  },
};
