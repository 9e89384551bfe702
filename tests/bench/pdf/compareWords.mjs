/** The words of two readings of a document, page by page, as bags: order and line breaks do not count. */

/**
 * @typedef {object} Comparison
 * @property {number} precision the share of our words that the other has on the same page
 * @property {number} recall the share of its words that we have
 * @property {string[]} more words that only we have, the most frequent first
 * @property {string[]} less words that only the other has
 */

/**
 * `leftOut` is what is not asked for on each page, and taken from the other's words.
 *
 * @param {readonly string[]} ours the text of each page
 * @param {readonly string[]} theirs
 * @param {readonly string[]} [leftOut]
 * @returns {Comparison}
 */
export function compareWords(ours, theirs, leftOut = []) {
  /** @type {Map<string, number>} */
  const more = new Map();
  /** @type {Map<string, number>} */
  const less = new Map();
  let [own, other, both] = [0, 0, 0];
  ours.forEach((page, index) => {
    const left = bagOf(page);
    const right = bagOf(theirs[index] ?? "");
    for (const [word, count] of bagOf(leftOut[index] ?? "")) right.set(word, Math.max(0, (right.get(word) ?? 0) - count));
    for (const word of new Set([...left.keys(), ...right.keys()])) {
      const [a, b] = [left.get(word) ?? 0, right.get(word) ?? 0];
      own += a;
      other += b;
      both += Math.min(a, b);
      if (a > b) more.set(word, (more.get(word) ?? 0) + a - b);
      if (b > a) less.set(word, (less.get(word) ?? 0) + b - a);
    }
  });
  return { precision: both / own, recall: both / other, more: mostFrequent(more), less: mostFrequent(less) };
}

/** Words cut at a line's end are joined on both sides, as pdftotext does; ligatures are their letters. @param {string} text @returns {Map<string, number>} */
function bagOf(text) {
  const plain = text.normalize("NFKC").replaceAll("\u2060", "").replace(/(\p{L})[-\u00AD\u2010]\s*\n\s*(?=\p{L})/gu, "$1");
  const bag = new Map();
  for (const word of plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** @param {Map<string, number>} counts */
function mostFrequent(counts) {
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
