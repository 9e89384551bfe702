/** MiniSearch over the same terms, asked the same by the same engine. The passages and how many have each term are there before, as in the app. */
import { readFileSync, writeFileSync } from "node:fs";
import { ours } from "../ours.mjs";
import { passagesFile } from "../places.mjs";

/** @type {import('../ours.ts').Passage[]} */
const given = JSON.parse(readFileSync(passagesFile, "utf8"));
const passages = ours.asPassages(given);
/** Only what is asked needs them. */
const counts = process.argv[3] === "ask" ? ours.countTerms(given) : new Map();

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(texts, file) {
    writeFileSync(file, ours.buildMini(texts));
  },
  async open(file) {
    const mini = ours.loadMini(readFileSync(file, "utf8"));
    return { search: (typed) => ours.searchMini(mini, counts, passages, typed) };
  },
};
