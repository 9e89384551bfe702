/** Lunr with lunr-languages' French: trimmer, stop words, Snowball stemmer. All words wanted, then typos, then any. */
import { readFileSync, writeFileSync } from "node:fs";
import { peer } from "../peer.mjs";

const { default: lunr } = await peer("lunr");
for (const part of ["lunr.stemmer.support", "lunr.fr"]) (await peer(`lunr-languages/${part}`)).default(lunr);

/** @type {import('./engine.d.ts').Engine} */
export const engine = {
  async build(passages, file) {
    // Lunr's builder is its `this`.
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.fr.trimmer, lunr.fr.stopWordFilter, lunr.fr.stemmer);
    builder.searchPipeline.add(lunr.fr.stemmer);
    builder.field("title", { boost: 2 });
    builder.field("text");
    for (const passage of passages) builder.add(passage);
    writeFileSync(file, JSON.stringify(builder.build()));
  },
  async open(file) {
    const index = lunr.Index.load(JSON.parse(readFileSync(file, "utf8")));
    return { search: (typed) => search(index, typed) };
  },
};

/** @param {any} index @param {import('../workload.mjs').Typed} typed */
function search(index, { typed, unfinished }) {
  const words = lunr.tokenizer(typed).map(String).filter((/** @type {string} */ word) => lunr.fr.stopWordFilter(word));
  for (const [presence, editDistance] of [[lunr.Query.presence.REQUIRED, 0], [lunr.Query.presence.REQUIRED, 1], [lunr.Query.presence.OPTIONAL, 1]]) {
    const hits = index.query((/** @type {any} */ query) => {
      words.forEach((/** @type {string} */ word, /** @type {number} */ at) => {
        const isPrefix = unfinished && at === words.length - 1;
        if (isPrefix) query.term(word, { presence, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
        else query.term(word, { presence, editDistance: word.length < 4 ? 0 : editDistance });
      });
    });
    if (hits.length > 0) return { total: hits.length, ids: hits.slice(0, 10).map((/** @type {any} */ hit) => String(hit.ref)) };
  }
  return { total: 0, ids: [] };
}
