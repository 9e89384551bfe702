/**
 * Typing errors: how many a word may hold, and whether two words are that close. An error is a letter too many, missing, replaced,
 * or two neighbours exchanged (Damerau-Levenshtein distance, restricted: no letter is edited twice).
 */

/** One error from 4 letters, two from 8. None in what holds a digit: 2021 is no misspelling of 2022. */
export function typosAllowed(term: string): 0 | 1 | 2 {
  if (term.length < 4 || /\d/.test(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

/** Rows of the table, kept from one call to the next: a search compares thousands of words. */
const longestKept = 64;
const rows = [0, 1, 2].map(() => new Uint16Array(longestKept));

/** Whether two words differ by at most `most` errors. Looks at a band of `2 * most + 1` letters only, and stops as soon as it can. */
export function isWithinTypos(one: string, other: string, most: number): boolean {
  if (one === other) return true;
  if (most === 0 || Math.abs(one.length - other.length) > most) return false;
  const width = other.length + 1;
  let [before, above, row] = width <= longestKept ? rows : rows.map(() => new Uint16Array(width));
  if (!before || !above || !row) return false;
  const far = most + 1;
  for (let column = 0; column < width; column++) above[column] = column;
  for (let i = 1; i <= one.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(other.length, i + most);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    let least = row[from - 1] ?? far;
    for (let j = from; j <= to; j++) {
      const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? far) + (isSame ? 0 : 1);
      // Beyond the band the row above holds nothing.
      if (j < i + most) cost = Math.min(cost, (above[j] ?? far) + 1);
      cost = Math.min(cost, (row[j - 1] ?? far) + 1);
      if (!isSame && isExchange(one, i, other, j)) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    [before, above, row] = [above, row, before];
  }
  return (above[other.length] ?? far) <= most;
}

function isExchange(one: string, i: number, other: string, j: number): boolean {
  return i > 1 && j > 1 && one.charCodeAt(i - 1) === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
}
