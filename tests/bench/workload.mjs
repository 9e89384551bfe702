/**
 * What is typed, drawn by seeded chance from the texts themselves. For speed: kinds of query. For quality: known items, where a
 * passage is taken, some of its telling words are typed in one way or another, and the passage should come back.
 */
import { Chance } from "./random.mjs";
import { families, mistyped, otherForms, withoutAccents } from "./wordForms.mjs";

/**
 * @typedef {object} Typed
 * @property {string} kind
 * @property {string} typed as in a search box; a space in the end when the last word is finished
 * @property {boolean} unfinished whether the last word is still being typed
 * @property {boolean} phrase whether the words are wanted side by side
 * @property {string} [wanted] the id of the passage that should come back
 */

export const speedKinds = ["word", "two words", "prefix", "phrase", "typo"];
export const qualityKinds = ["as is", "without accents", "other form", "typo", "plain, text inclusive", "inclusive, text plain", "prefix"];

/** Few enough passages have all words of a known item; many have all but the one that is typed in another way. */
const mostWithAll = 8;
const leastWithRest = 20;

/** Words for both purposes, and where they stand. */
class Vocabulary {
  /** @type {Map<string, number[]>} word to the passages that have it */
  postings = new Map();
  /** @type {(word: string) => boolean} */
  isKnown = (word) => this.postings.has(word);

  /** @param {import('./corpus.mjs').Passage[]} passages */
  constructor(passages) {
    this.passages = passages;
    for (const [number, { text }] of passages.entries()) {
      for (const word of new Set(wordsOf(text))) {
        const list = this.postings.get(word);
        if (list) list.push(number);
        else this.postings.set(word, [number]);
      }
    }
    const common = [...this.postings].sort((a, b) => b[1].length - a[1].length).slice(0, 120);
    this.common = new Set(common.map(([word]) => word));
    this.sorted = [...this.postings.keys()].sort();
  }

  /** @param {string} start */
  beginningWith(start) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (/** @type {string} */ (this.sorted[middle]) < start) low = middle + 1;
      else high = middle;
    }
    const end = this.sorted.findIndex((word, at) => at >= low && !word.startsWith(start));
    return this.sorted.slice(low, end === -1 ? undefined : end);
  }

  /** Words of four letters or more that are neither among the most common nor alone of their kind. @param {string} text */
  tellingWords(text) {
    const isTelling = (/** @type {string} */ word) => /^\p{Ll}{4,}$/u.test(word) && !this.common.has(word) && (this.postings.get(word)?.length ?? 0) > 1;
    return [...new Set(wordsOf(text))].filter(isTelling);
  }

  /** Passages that have any of some words. @param {readonly string[]} words */
  withAny(words) {
    return new Set(words.flatMap((word) => this.postings.get(word) ?? []));
  }
}

/** @param {string} text */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[·•.-][\p{L}\p{M}]+)*/gu) ?? [];
}

/**
 * @param {import('./corpus.mjs').Passage[]} passages
 * @param {number} each queries of each kind
 */
export function drawWorkload(passages, each) {
  const vocabulary = new Vocabulary(passages);
  return {
    warmUp: drawSpeed(vocabulary, new Chance(7), 20),
    speed: drawSpeed(vocabulary, new Chance(11), each),
    quality: drawQuality(vocabulary, new Chance(13), each),
  };
}

/** @param {Vocabulary} vocabulary @param {Chance} chance @param {number} each @returns {Typed[]} */
function drawSpeed(vocabulary, chance, each) {
  return speedKinds.flatMap((kind) => filled(each, () => drawOneForSpeed(kind, vocabulary, chance)));
}

/** @param {string} kind @param {Vocabulary} vocabulary @param {Chance} chance @returns {Typed | undefined} */
function drawOneForSpeed(kind, vocabulary, chance) {
  const { text } = chance.oneOf(vocabulary.passages);
  const telling = vocabulary.tellingWords(text);
  if (telling.length < 4) return undefined;
  const word = chance.oneOf(telling);
  if (kind === "word") return typed(kind, [word]);
  if (kind === "two words") return typed(kind, [word, chance.oneOf(telling.filter((other) => other !== word))]);
  if (kind === "prefix") return { ...typed(kind, [word.slice(0, 2 + chance.below(word.length - 2))], true) };
  if (kind === "typo") return word.length < 5 ? undefined : typed(kind, [mistyped(word, chance)]);
  const run = text.match(new RegExp(`(?<!\\p{L})${word} \\p{L}+ \\p{L}+(?!\\p{L})`, "u"))?.[0];
  return run ? { ...typed(kind, [run]), phrase: true } : undefined;
}

/** @param {Vocabulary} vocabulary @param {Chance} chance @param {number} each @returns {Typed[]} */
function drawQuality(vocabulary, chance, each) {
  return qualityKinds.flatMap((kind) => filled(each, () => drawKnownItem(kind, vocabulary, chance)));
}

/** @param {string} kind @param {Vocabulary} vocabulary @param {Chance} chance @returns {Typed | undefined} */
function drawKnownItem(kind, vocabulary, chance) {
  const number = chance.below(vocabulary.passages.length);
  const { id, text } = /** @type {import('./corpus.mjs').Passage} */ (vocabulary.passages[number]);
  const telling = vocabulary.tellingWords(text);
  const changed = changeOne(kind, text, telling, vocabulary, chance);
  if (!changed || telling.length < 4) return undefined;
  const others = [chance.oneOf(telling), ...(chance.onceIn(2) ? [chance.oneOf(telling)] : [])].filter((word) => !changed.family.includes(word));
  if (others.length === 0 || new Set(others).size < others.length) return undefined;
  if (kind === "prefix" && others.length > 1) others.pop();
  const withOthers = others.map((word) => vocabulary.withAny([word]));
  const rest = [...vocabulary.withAny(others)].filter((each) => withOthers.every((some) => some.has(each)));
  const family = vocabulary.withAny(changed.family);
  if (rest.length < leastWithRest || rest.filter((each) => family.has(each)).length > mostWithAll) return undefined;
  const words = kind === "without accents" ? others.map(withoutAccents) : others;
  return { ...typed(kind, [...words, changed.typed], kind === "prefix"), wanted: id };
}

/**
 * The word that is typed in another way, and its forms in the texts: those that should count as the same word.
 * @param {string} kind @param {string} text @param {string[]} telling @param {Vocabulary} vocabulary @param {Chance} chance
 * @returns {{ typed: string, family: string[] } | undefined}
 */
function changeOne(kind, text, telling, vocabulary, chance) {
  if (telling.length === 0) return undefined;
  const word = chance.oneOf(telling);
  if (kind.includes("inclusive")) return changePeople(kind, text, chance);
  if (kind === "as is") return { typed: word, family: [word] };
  if (kind === "without accents") return withoutAccents(word) === word ? undefined : { typed: withoutAccents(word), family: [word] };
  if (kind === "typo") {
    const wrong = mistyped(word, chance);
    return word.length < 5 || vocabulary.isKnown(wrong) ? undefined : { typed: wrong, family: [word] };
  }
  if (kind === "prefix") {
    const begun = word.slice(0, Math.max(4, word.length - 1 - chance.below(3)));
    if (begun === word) return undefined;
    return { typed: begun, family: vocabulary.beginningWith(begun) };
  }
  const forms = otherForms(word, vocabulary.isKnown);
  const absent = forms.filter((form) => !telling.includes(form));
  return absent.length === 0 ? undefined : { typed: chance.oneOf(absent), family: [word, ...forms] };
}

/** @param {string} kind @param {string} text @param {Chance} chance @returns {{ typed: string, family: string[] } | undefined} */
function changePeople(kind, text, chance) {
  const [from, to] = kind.startsWith("plain") ? /** @type {const} */ (["inclusive", "plain"]) : /** @type {const} */ (["plain", "inclusive"]);
  const has = (/** @type {string} */ form) => stands(form, text);
  const named = families.filter((family) => family[from].some(has) && !family[to].some(has));
  if (named.length === 0) return undefined;
  const family = chance.oneOf(named);
  return { typed: chance.oneOf(family[to]), family: [...family.plain, ...family.inclusive] };
}

/** Whether a form stands in a text as a word of its own, and not as a part of an inclusive spelling. @param {string} form @param {string} text */
function stands(form, text) {
  if (!text.includes(form)) return false;
  const exactly = form.replace(/[.()]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}/·•(-])${exactly}(?![\\p{L}]|[·•.(/-]\\p{L})`, "u").test(text);
}

/** @param {string} kind @param {string[]} words @returns {Typed} */
function typed(kind, words, unfinished = false) {
  return { kind, typed: words.join(" ") + (unfinished ? "" : " "), unfinished, phrase: false };
}

/** Draws until there are enough, or until it is clear that the texts do not have them. @param {number} count @param {() => Typed | undefined} draw */
function filled(count, draw) {
  /** @type {Typed[]} */
  const drawn = [];
  for (let tries = 0; drawn.length < count && tries < 400 * count; tries += 1) {
    const one = draw();
    if (one) drawn.push(one);
  }
  return drawn;
}
