import { Stop } from "./stop.mjs";

/**
 * What `npm test -- …` was asked: `--only unit,app` picks suites; what follows `--` goes to them as it is.
 *
 * @param {readonly string[]} words
 * @param {readonly string[]} names of all suites
 * @returns {{ only: readonly string[], forSuites: string[] }}
 */
export function testOptions(words, names) {
  const end = words.indexOf("--");
  const own = end === -1 ? [...words] : words.slice(0, end);
  const forSuites = end === -1 ? [] : words.slice(end + 1);
  if (own.length === 0) return { only: names, forSuites };
  const [option, list] = own.length === 1 ? (own[0] ?? "").split("=") : own;
  if (option !== "--only" || !list || own.length > 2) {
    throw new Stop("Usage: npm test -- [--only SUITE,SUITE] [-- words for these suites]");
  }
  const only = list.split(",");
  const stranger = only.find((name) => !names.includes(name));
  if (stranger) throw new Stop(`There is no suite ${stranger}; there are ${names.join(", ")}.`);
  return { only: names.filter((name) => only.includes(name)), forSuites };
}
