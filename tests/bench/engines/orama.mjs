/** Orama with its French tokenizer, stemmer and stop words. All words wanted as they are, then begun, then mistyped, then any. */
import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { peer } from "../peer.mjs";

const orama = await peer("@orama/orama");
const { stemmer, language } = await peer("@orama/stemmers/french");
const { stopwords } = await peer("@orama/stopwords/french");

async function create() {
  const tokenizer = await orama.components.tokenizer.createTokenizer({ language, stemming: true, stemmer, stopWords: stopwords });
  return orama.create({ schema: { title: "string", text: "string" }, components: { tokenizer } });
}

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(passages, file) {
    const index = await create();
    await orama.insertMultiple(index, passages.map(({ id, title, text }) => ({ id, title, text })), 500);
    try {
      writeFileSync(file, serialize(await orama.save(index)));
      return undefined;
    } catch {
      return { search: (typed) => search(index, typed) };
    }
  },
  async open(file) {
    const index = await create();
    await orama.load(index, deserialize(readFileSync(file)));
    return { search: (typed) => search(index, typed) };
  },
};

/** @param {any} index @param {import('../workload.mjs').Typed} typed */
async function search(index, { typed, unfinished }) {
  const common = { term: typed.trim(), limit: 10, boost: { title: 2 }, properties: ["title", "text"] };
  const ways = [{ threshold: 0, exact: true }, { threshold: 0 }, { threshold: 0, tolerance: 1 }, { threshold: 1 }];
  for (const how of unfinished ? ways.slice(1) : ways) {
    const { count, hits } = await orama.search(index, { ...common, ...how });
    if (count > 0) return { total: count, ids: hits.map((/** @type {any} */ hit) => String(hit.id)) };
  }
  return { total: 0, ids: [] };
}
