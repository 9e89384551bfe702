/**
 * Sealed indexes changed in their parts and sealed again, so that the checksum is right: refused, or searches end soon, find passages that there are,
 * and score them with numbers.
 */
import type { DocumentHead, Passage } from "../../../archive/model.ts";
import { type IndexedPassages, searchPassages, type Shelves } from "../../../archive/search/engine.ts";
import { PassageTable } from "../../../archive/search/passageTable.ts";
import { readQuery } from "../../../archive/search/query.ts";
import { type Counts, joinSections, sectionNames, type Sections, splitSections } from "../../../archive/search/sealed/sealedFormat.ts";
import { openSealedPassages, sealPassages } from "../../../archive/search/sealedPassages.ts";
import { completionsOf, correctionOf } from "../../../archive/search/suggest.ts";
import type { Chance } from "../../bench/random.mjs";
import { mutate } from "../mutate.ts";
import { type Ground, insist, type Target } from "../target.ts";

const made = "fuzz";
const head: DocumentHead = { kind: "letter", id: "essai/lettre", collection: "essai", title: "Soupes et lettres", date: "2022", authors: [], sections: [] };
const shelves: Shelves = { document: (id) => (id === head.id ? head : undefined), collection: () => undefined, rubric: () => undefined };

/** Enough of them, in half of which two words stand side by side, for neighbours to be kept. */
const passages = Array.from({ length: 700 }, (_, index): Passage => ({
  id: `${head.id}#s${index}`,
  document: head.id,
  kind: "section",
  heading: `Section ${index % 90}`,
  rubric: null,
  page: null,
  text: index % 2 === 0 ? `une soupe de fanes n${index} ${"mot ".repeat(index % 7)}` : `des lettres, l’usager·e${index % 40} œuvre ${index}`,
}));

const typed = ["soupe", '"soupe de fanes" ', "une soupe de fanes ", "s", "lettr", "letre ", "sou -fanes", "oeuvre OU mot ", "n12 sections ", "usagers e"];

/** An input is an index with its checksum. */
export async function forgedIndexes(_ground: Ground): Promise<Target> {
  const parts = splitSections(await sealPassages(passages, () => head, made));
  if (!parts.ok) throw new Error(parts.failure.detail);
  const { counts, sections } = parts.value;
  return {
    make: (chance) => forged(chance, counts, sections),
    async check(input) {
      const opened = openSealedPassages(input, made, passages.length);
      if (!opened.ok) return insist(["index-damaged", "index-outdated"].includes(opened.failure.code), opened.failure.code);
      const set: IndexedPassages = { passages: new PassageTable(passages), index: opened.value };
      for (const text of typed) ask(set, text);
    },
  };
}

function ask(set: IndexedPassages, text: string): void {
  const query = readQuery(text);
  for (const order of ["relevance", "date"] as const) {
    const { found, total } = searchPassages([set], shelves, query, { limit: 20, order, hidden: new Set() });
    insist(found.length <= Math.min(20, total) && total <= passages.length, `${found.length} hits of ${total} for ${text}`);
    for (const { passage, place, score } of found) {
      insist(passage === passages[place], `place ${place} holds another passage`);
      insist(Number.isFinite(score), `a score of ${score} for ${text}`);
    }
  }
  completionsOf([set], query, 8);
  correctionOf([set], text, query);
  set.index.having(["soupe", "lettres"], (place) => insist(passages[place] !== undefined, `a passage ${place} has a word`));
}

/** One to four parts are changed. Most changes keep a part's size: others are soon refused. */
function forged(chance: Chance, counts: Counts, sections: Sections): Uint8Array {
  const changed = { counts: { ...counts }, sections: { ...sections } };
  for (let times = 1 + chance.below(4); times > 0; times -= 1) {
    if (chance.onceIn(8)) {
      const name = chance.oneOf(Object.keys(counts) as (keyof Counts)[]);
      changed.counts[name] = chance.oneOf([0, 1, counts[name] + 1, counts[name] - 1, 2 * counts[name], 65_535, 65_536, 2 ** 24, 2 ** 32 - 1]);
      continue;
    }
    const name = chance.onceIn(3) ? "postings" : chance.oneOf(sectionNames);
    const bytes = changed.sections[name];
    const other = chance.onceIn(2) ? overwritten(chance, bytes) : new Uint8Array(mutate(chance, bytes, Object.values(sections)));
    const sized = new Uint8Array(chance.onceIn(10) ? other.length : bytes.length);
    sized.set(other.subarray(0, sized.length));
    changed.sections[name] = sized;
  }
  return joinSections(changed.counts, changed.sections);
}

/** Numbers in place of others: small, large, or what says that a number goes on. */
function overwritten(chance: Chance, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const from = chance.below(copy.length + 1);
  const length = chance.onceIn(4) ? chance.below(copy.length + 1) : chance.below(12);
  const value = chance.oneOf([0, 1, 2, 0x7f, 0x80, 0xff]);
  copy.fill(value, from, from + length);
  return copy;
}
