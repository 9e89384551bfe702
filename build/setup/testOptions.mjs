import { Stop } from "./stop.mjs";

/**
 * What `npm test -- …` was asked: `--only unit,app` picks suites; what follows `--` goes as it is to those that take words.
 *
 * @template {{ name: string, takesWords?: boolean }} Suite
 * @param {readonly string[]} given
 * @param {readonly Suite[]} suites all there are
 * @returns {{ suite: Suite, words: readonly string[] }[]} what is to be run, in the order of `suites`
 */
export function testOptions(given, suites) {
  const end = given.indexOf("--");
  const words = end === -1 ? [] : given.slice(end + 1);
  const chosen = chosenSuites(end === -1 ? given : given.slice(0, end), suites);
  if (words.length > 0 && !chosen.some(({ takesWords }) => takesWords)) {
    throw new Stop(`Words go to ${namesOf(suites.filter(({ takesWords }) => takesWords))}, and none of these was asked for.`);
  }
  return chosen.map((suite) => ({ suite, words: suite.takesWords ? words : [] }));
}

/**
 * @template {{ name: string }} Suite
 * @param {readonly string[]} own
 * @param {readonly Suite[]} suites
 * @returns {readonly Suite[]}
 */
function chosenSuites(own, suites) {
  if (own.length === 0) return suites;
  const [option, list] = own.length === 1 ? (own[0] ?? "").split("=") : own;
  if (option !== "--only" || !list || own.length > 2) {
    throw new Stop("Usage: npm test -- [--only SUITE,SUITE] [-- words for these suites]");
  }
  const only = list.split(",");
  const stranger = only.find((name) => !suites.some((suite) => suite.name === name));
  if (stranger) throw new Stop(`There is no suite ${stranger}; there are ${namesOf(suites)}.`);
  return suites.filter(({ name }) => only.includes(name));
}

/** @param {readonly { name: string }[]} suites */
function namesOf(suites) {
  return suites.map(({ name }) => name).join(", ");
}
