/** The texts to search: read from a file or made up, with some of their people named inclusively. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Chance } from "./random.mjs";
import { families } from "./wordForms.mjs";

/** @typedef {{ id: string, title: string, text: string }} Passage */

const seed = 20221001;

/**
 * @param {string | undefined} file JSON, an array of {id, title, text}, gzipped or not; without it texts are made up
 * @param {number | undefined} count only the first so many
 * @returns {Passage[]}
 */
export function readCorpus(file, count) {
  return inclusively(file ? fromFile(file, count) : madeUp(count ?? 10_000));
}

/** @param {string} file @param {number | undefined} count @returns {Passage[]} */
function fromFile(file, count) {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  /** @type {{ id: string | number, title?: string, text: string }[]} */
  const all = JSON.parse(text);
  return all.slice(0, count).map(({ id, title, text }) => ({ id: String(id), title: title ?? "", text }));
}

/** In one passage of four, plural names of people become inclusive. @param {Passage[]} passages */
function inclusively(passages) {
  const chance = new Chance(seed);
  const inclusiveOf = new Map(families.map(({ plain, inclusive }) => [plain[1], inclusive]));
  const people = new RegExp(`(?<!\\p{L})(?:${[...inclusiveOf.keys()].join("|")})(?!\\p{L})`, "gu");
  return passages.map((passage) => {
    if (!chance.onceIn(4)) return passage;
    const text = passage.text.replace(people, (word) => chance.oneOf(inclusiveOf.get(word) ?? [word]));
    return { id: passage.id, title: passage.title, text };
  });
}

/** Text that looks French from afar: Zipf's law, accents, plurals, verbs that agree, people. @param {number} count @returns {Passage[]} */
function madeUp(count) {
  const chance = new Chance(seed + 1);
  const syllables = ["ba", "ré", "ti", "lon", "mu", "pré", "sion", "cha", "voi", "tè", "ga", "flu", "den", "quê", "pi", "cœu", "nou", "ver", "al", "or"];
  const stem = () => Array.from({ length: 2 + chance.below(3) }, () => chance.oneOf(syllables)).join("");
  const endings = ["er", "e", "ons", "ez", "ent", "é", "ation"];
  const nouns = Array.from({ length: 4000 }, stem).flatMap((noun) => [noun, `${noun}s`]);
  const verbs = Array.from({ length: 1500 }, stem).flatMap((verb) => endings.map((ending) => `${verb}t${ending}`));
  const people = families.map(({ plain }) => plain[1] ?? "");
  const small = ["le", "la", "les", "de", "des", "du", "et", "à", "en", "un", "une", "pour", "que", "qui", "dans", "par", "sur", "avec"];
  /** Rank r comes about once in r times. @param {string[]} words */
  const zipf = (words) => words[Math.floor(words.length ** (chance.below(1e6) / 1e6)) - 1] ?? "";
  const word = () => (chance.onceIn(40) ? chance.oneOf(people) : zipf(chance.onceIn(3) ? verbs : nouns));
  const sentence = () => `${Array.from({ length: 4 + chance.below(8) }, () => `${chance.oneOf(small)} ${word()}`).join(" ")}.`;
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    title: `${word()} ${word()}`,
    text: Array.from({ length: 6 + chance.below(6) }, sentence).join(" "),
  }));
}
