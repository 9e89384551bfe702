/** MiniSearch as it comes: its own tokenizer, prefixes and typos everywhere, as its documentation shows. */
import { readFileSync, writeFileSync } from "node:fs";
import { ours } from "../ours.mjs";

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(passages, file) {
    writeFileSync(file, ours.buildPlainMini(passages));
  },
  async open(file) {
    const mini = ours.loadPlainMini(readFileSync(file, "utf8"));
    return { search: (typed) => ours.searchPlainMini(mini, typed) };
  },
};
