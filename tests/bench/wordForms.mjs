/** Other spellings of French words, by rules of thumb that owe nothing to any engine's stemmer. */

const letters = "abcdefghijklmnopqrstuvwxyz";
const verbEndings = ["er", "e", "es", "ons", "ez", "ent", "é", "ée", "és", "ées", "ant", "ait", "aient", "era", "eront"];

/** @param {string} text */
export function withoutAccents(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/**
 * The other numbers of a noun and tenses of a regular verb, of those that the vocabulary knows.
 * @param {string} word @param {(word: string) => boolean} isKnown
 */
export function otherForms(word, isKnown) {
  const forms = new Set(otherNumbers(word));
  for (const ending of verbEndings) {
    const base = word.slice(0, -ending.length);
    // A verb only if its infinitive is in use, or its plural and its participle are.
    if (!word.endsWith(ending) || base.length < 4 || !(isKnown(`${base}er`) || (isKnown(`${base}ent`) && isKnown(`${base}é`)))) continue;
    for (const other of verbEndings) forms.add(base + other);
  }
  forms.delete(word);
  return [...forms].filter(isKnown);
}

/** @param {string} word */
function otherNumbers(word) {
  if (word.endsWith("aux")) return [`${word.slice(0, -3)}al`, word.slice(0, -1)];
  if (word.endsWith("al")) return [`${word.slice(0, -2)}aux`];
  if (/(?:eau|eu)$/.test(word)) return [`${word}x`];
  if (/[sx]$/.test(word)) return [word.slice(0, -1)];
  return word.endsWith("z") ? [] : [`${word}s`];
}

/** One letter replaced, left out, doubled or put in, never the first. @param {string} word @param {import('./random.mjs').Chance} chance */
export function mistyped(word, chance) {
  const at = 1 + chance.below(word.length - 1);
  const letter = letters.charAt(chance.below(letters.length));
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  return chance.oneOf([before + letter + after, before + after, word.slice(0, at + 1) + word.slice(at), before + letter + word.slice(at)]);
}

/**
 * People, as French names them: singular and plural of both genders, then the plural that speaks of both, in its usual spellings.
 * @typedef {{ plain: string[], inclusive: string[] }} Family
 * @type {Family[]}
 */
export const families = [
  ...["utilisa", "administra", "traduc", "au", "édi", "lec", "créa", "visi", "rédac", "expédi"].map((base) => family(base, "teur", "trice")),
  ...["développ", "programm", "brod"].map((base) => family(base, "eur", "euse")),
  ...["étudiant", "client", "débutant", "enseignant", "correspondant", "participant", "employé", "adhérent", "habitant", "invité"].map((base) => family(base, "", "e")),
  ...["usag", "ouvri", "passag"].map((base) => family(base, "er", "ère")),
];

/** @param {string} base @param {string} masculine @param {string} feminine @returns {Family} */
function family(base, masculine, feminine) {
  const plain = [base + masculine, `${base}${masculine}s`, base + feminine, `${base}${feminine}s`];
  const suffix = masculine === "teur" ? "rice" : feminine;
  const dots = ["·", "·", ".", "-", "•"].flatMap((dot) => [`${base}${masculine}${dot}${suffix}${dot}s`, `${base}${masculine}${dot}${suffix}s`]);
  return { plain, inclusive: [...dots, `${base}${masculine}(${feminine})s`, `${base}${masculine}s/${base}${feminine}s`] };
}
