/**
 * FlexSearch with its French stop words, accents folded, words indexed by their beginnings. All words wanted, then any. Its French
 * stemmer is left out: it finds fewer known items than it loses, and so do its phonetic encoders.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { peer } from "../peer.mjs";

const { default: flexsearch } = await peer("flexsearch");
const { default: french } = await peer("flexsearch/lang/fr");

function create() {
  const encoder = new flexsearch.Encoder(flexsearch.Charset.Normalize, { filter: french.filter });
  return new flexsearch.Document({ document: { id: "id", index: ["title", "text"] }, tokenize: "forward", encoder });
}

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(passages, file) {
    const index = create();
    for (const passage of passages) index.add(passage);
    /** @type {string[]} */
    const parts = [];
    await index.export((/** @type {string} */ key, /** @type {string} */ data) => void parts.push(JSON.stringify([key, data])));
    writeFileSync(file, parts.join("\n"));
  },
  async open(file) {
    const index = create();
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [key, data] = JSON.parse(line);
      index.import(key, data);
    }
    return {
      search({ typed }) {
        const all = index.search(typed, { limit: 10, merge: true });
        return { ids: idsOf(all.length > 0 ? all : index.search(typed, { limit: 10, merge: true, suggest: true })) };
      },
    };
  },
};

/** @param {{ id: unknown }[]} hits */
function idsOf(hits) {
  return hits.slice(0, 10).map(({ id }) => String(id));
}
