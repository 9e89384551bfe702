/**
 * Stems: what the forms of one word have in common. Snowball's French stemmer (https://snowballstem.org/algorithms/french/stemmer.html)
 * does most of it; before it come the endings that it leaves apart, or knows by their accents only.
 *
 * Stems are made from folded terms, so that "economiser" typed without accents has the stem of "économisée". Where spelling
 * leaves two readings (is "couvons" a verb, or the plural of a noun?), both stems are given: missing a word is worse than one more hit at the end
 * of the list.
 */
import { stemmer } from "@orama/stemmers/french";
import { irregularForms, nounsInEnt, nounsInIt, nounsInOn, verbsInMent } from "./irregularForms.ts";
import { thirdGroupStem } from "./thirdGroup.ts";

/** Longer than any French word: addresses, encoded files. They are their own stem. */
const longest = 40;

const kept = new Map<string, readonly string[]>();
const mostKept = 1 << 16;

/** The stems of a folded term, the likeliest first: one, or two where its spelling has two readings. Shared: not to be changed. */
export function stems(term: string): readonly string[] {
  const known = kept.get(term);
  if (known) return known;
  if (term.length > longest) return [term];
  if (kept.size >= mostKept) kept.clear();
  const found = stemsOf(term);
  kept.set(term, found);
  return found;
}

function stemsOf(term: string): readonly string[] {
  if (!/^[a-z]+$/.test(term)) return [term];
  const listed = irregularForms.get(term) ?? thirdGroupStem(term) ?? (term.length < 3 ? term : null);
  return listed === null ? [...new Set(readings(term))] : [listed];
}

/** The readings of a term, each stemmed. */
function readings(term: string): string[] {
  const adjective = /^(..+)i(?:fs?|ves?|vement)$/.exec(term)?.[1];
  // Snowball cuts "-ive" where it is long enough, and so parts "désactive" from "désactiver".
  if (adjective !== undefined) return [`${adjective}iv`];
  if (term.endsWith("ions")) return readingsInIons(term);
  if (term.endsWith("ons")) return readingsInOns(term);
  if (/ents?$/.test(term)) return readingsInEnt(term);
  if (/its?$/.test(term)) return readingsInIt(term);
  if (/[aiou]s$/.test(term)) return readingsInVowelAndS(term);
  return [snowball(levelled(term))];
}

/** "régions" is a noun, "voulions" a verb; after s or t Snowball makes the same of both. */
function readingsInIons(term: string): string[] {
  const noun = snowball(term.slice(0, -1));
  return /[stx]ions$/.test(term) ? [noun] : [noun, snowball(term)];
}

/** "maisons" and "saisons" are nouns, "faisons" is not. */
const verbInAisons = /^(?:f|pl|t|ap|bi|compl|depl)aisons$/;

/** "cartons" is a noun; "mutualisons" is a verb, but might be the plural of "mutualison". */
function readingsInOns(term: string): string[] {
  const singular = term.slice(0, -1);
  const noun = snowball(levelled(singular));
  if (nounsInOn.has(singular) || (term.endsWith("aisons") && !verbInAisons.test(term))) return [noun];
  if (/(?:er|ir|iss)ons$/.test(term)) return [snowball(term), noun];
  const cut = term.endsWith("geons") ? -4 : -3;
  return [snowball(`${term.slice(0, cut)}er`), noun];
}

const surelyVerbInEnt = /(?:ai|is|os|us|ss|tt|nn|ll|ch|qu|gu|gn|mm|rr|oi|[bfgpvyz]|pr|tr|ni|si|fi)ent$/;

/** "utilisent" is a verb, "client" a noun, and "relatent" may be either; those in -ment are nouns and adverbs, save a few. */
function readingsInEnt(term: string): string[] {
  const singular = term.replace(/s$/, "");
  const noun = snowball(singular);
  if (term.endsWith("s") || nounsInEnt.has(term)) return [noun];
  if (term.endsWith("ment")) return [verbsInMent.has(term.slice(0, -3)) ? snowball(`${term.slice(0, -3)}er`) : snowball(levelled(term))];
  if (/(?:aient|[^aeou]issent|assent)$/.test(term)) return [noun];
  const verb = term.endsWith("erent") ? snowball(`${term.slice(0, -5)}er`) : snowball(`${term.slice(0, -3)}er`);
  return surelyVerbInEnt.test(term) ? [verb] : [verb, noun];
}

/** "finit" is a verb, "crédit" a noun, and "écrit" has both "écrire" and "écrites". */
function readingsInIt(term: string): string[] {
  const singular = term.replace(/s$/, "");
  if (term.endsWith("s") || nounsInIt.has(singular)) return [finished(singular)];
  return term.endsWith("ait") ? [snowball(term)] : [snowball(term), finished(singular)];
}

/** "élus" and "virus", "partis" and "permis", "agendas" and "japonais": with or without their s. */
function readingsInVowelAndS(term: string): string[] {
  if (/[^i]as$/.test(term)) return [snowball(term)];
  return term.endsWith("ais") ? [snowball(term), finished(term)] : [snowball(levelled(term.slice(0, -1))), finished(term)];
}

/** Endings as another form of the word has them, for the first rule that fits. Snowball goes on from there. */
const levels: [ending: RegExp, level: string][] = [
  [/eaux$/, "eau"],
  [/aux$/, "al"],
  [/(?:eux|euses?|eusement)$/, "eur"],
  [/([td])rices?$/, "$1eur"],
  [/ifications?$/, "ifier"],
  [/ications?$/, "iquer"],
  [/i(?:eres?|ers|erement)$/, "ier"],
  // Four letters before it, or it is "mère" and "gère".
  [/^(.{4,}|leg|cher|am|ch)(?:eres?|ers|erement)$/, "$1er"],
  [/ers$/, "er"],
  // As infinitives, or "illimité" would lose its -ité.
  [/ees?$/, "er"],
  [/([dt])ront$/, "$1rait"],
];

function levelled(term: string): string {
  for (const [ending, level] of levels) if (ending.test(term)) return term.replace(ending, level);
  return term;
}

function snowball(word: string): string {
  return finished(stemmer(word));
}

/** What Snowball leaves in two states, since it asks for accents or for a longer word. */
const levelsAfter: [ending: RegExp, level: string][] = [
  // "considère" and "considérer"; "entre", "entrez" and "entrer"
  [/^(.{4,}|[aeiou].{2,})er$/, "$1"],
  [/^(.{4,})ez$/, "$1"],
  [/^(.{3,})e$/, "$1"],
  // "employé" and "employer"; "étudie" and "étudier"
  [/y$/, "i"],
  [/(..[^aeiou])i$/, "$1"],
  [/f$/, "v"],
  // "navigue" and "navigation"
  [/gu$/, "g"],
  // "vendre", "vendu" and "vendez"
  [/((?:[aeo]n|[eo]r)d)[ru]$/, "$1"],
];

function finished(stem: string): string {
  let level = stem.replace(/[éè]/g, "e");
  for (const [ending, replacement] of levelsAfter) level = level.replace(ending, replacement);
  return level;
}
