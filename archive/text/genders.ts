/**
 * Masculine and feminine of French nouns and adjectives, as inclusive writing abbreviates them: a closed list of suffixes, each with the
 * endings it completes. What no line covers has no answer here. Everything is in folded form: "ère" is `ere`, "ée" is `ee`.
 *
 * Sources: the tables of the grammars (Grevisse, § 489-511, for the feminines) and the spellings listed by the Haut Conseil à l'Égalité,
 * "Pour une communication publique sans stéréotype de sexe", 2015 and 2022.
 */

/** A masculine ending and the feminine one in its place. */
type Change = readonly [masculine: string, feminine: string];

/**
 * By suffix, in the singular. The first line that fits is taken. Lines marked `loose` hold after a mid-height dot or in brackets only:
 * after a hyphen, a dot or a slash they would catch ordinary words ("donne-le", "est-ce").
 */
const changes: Record<string, { strict: readonly Change[]; loose?: readonly Change[] }> = {
  e: {
    strict: [["aux", "ale"], ["en", "enne"], ["on", "onne"], ["el", "elle"], ["x", "se"], ["f", "ve"], ["tou", "toute"], ["", "e"]],
  },
  ne: { strict: [["en", "enne"], ["on", "onne"], ["paysan", "paysanne"], ["in", "ine"], ["un", "une"], ["an", "ane"]], loose: [["n", "nne"]] },
  nne: { strict: [["n", "nne"]] },
  le: { strict: [["el", "elle"], ["eil", "eille"], ["nul", "nulle"], ["gentil", "gentille"], ["seul", "seule"]], loose: [["al", "ale"], ["l", "le"]] },
  lle: { strict: [["l", "lle"], ["eau", "elle"], ["eaux", "elle"]] },
  elle: { strict: [["el", "elle"], ["eau", "elle"], ["eaux", "elle"]] },
  ille: { strict: [["il", "ille"]] },
  ulle: { strict: [["ul", "ulle"]] },
  olle: { strict: [["ou", "olle"]] },
  te: { strict: [["tou", "toute"], ["tout", "toute"], ["pret", "prete"], ["et", "ette"], ["ot", "otte"], ["chat", "chatte"]], loose: [["t", "te"]] },
  tte: { strict: [["t", "tte"]] },
  oute: { strict: [["tou", "toute"], ["tout", "toute"]] },
  toute: { strict: [["tou", "toute"], ["tout", "toute"]] },
  se: { strict: [["x", "se"], ["eur", "euse"], ["gros", "grosse"], ["gras", "grasse"], ["epais", "epaisse"]], loose: [["bas", "basse"], ["las", "lasse"], ["s", "se"]] },
  sse: { strict: [["roux", "rousse"], ["faux", "fausse"], ["s", "sse"], ["e", "esse"]] },
  esse: { strict: [["e", "esse"]] },
  eresse: { strict: [["eur", "eresse"]] },
  ve: { strict: [["f", "ve"]] },
  ice: { strict: [["eur", "rice"]] },
  rice: { strict: [["eur", "rice"]] },
  re: { strict: [], loose: [["er", "ere"]] },
  ere: { strict: [["er", "ere"]] },
  ee: { strict: [["e", "ee"]] },
  que: { strict: [["grec", "grecque"], ["c", "que"]] },
  cque: { strict: [["c", "cque"]] },
  ue: { strict: [], loose: [["g", "gue"]] },
  gue: { strict: [["g", "gue"]] },
  he: { strict: [["nc", "nche"]] },
  che: { strict: [["nc", "nche"], ["sec", "seche"], ["frais", "fraiche"]] },
  ce: { strict: [], loose: [["doux", "douce"], ["tiers", "tierce"]] },
  ouce: { strict: [["oux", "ouce"]] },
  ine: { strict: [["in", "ine"], ["heros", "heroine"], ["copain", "copine"]] },
};

/** Longer suffixes repeat the end of the word: "teur·trice", "ier·ière", "ien·ienne", "eux·euse", "if·ive", "ant·ante", "al·ale". */
const repeated: readonly Change[] = [["eur", "rice"], ["eur", "euse"], ["x", "se"], ["f", "ve"], ["er", "ere"], ["n", "nne"], ["l", "lle"], ["t", "tte"], ["aux", "ale"], ["c", "que"], ["", "e"]];

/** How the two words of a pair may part after their common beginning: "lecteur/lectrice", "chargé/chargée". */
const partings: readonly Change[] = [
  ["", "e"], ["", "ne"], ["", "le"], ["", "te"], ["", "se"], ["", "sse"], ["x", "se"], ["f", "ve"], ["eur", "rice"], ["eur", "euse"], ["r", "se"], ["x", "sse"],
  ["eau", "elle"], ["au", "lle"], ["c", "que"], ["", "que"], ["", "he"], ["x", "ce"], ["aux", "ales"], ["ux", "les"], ["eaux", "elles"], ["aux", "lles"], ["s", "tes"],
];

const pairs: readonly Change[] = (
  "il elle,ils elles,lui elle,eux elles,celui celle,ceux celles,le la,un une,du de,mon ma,ton ta,son sa,ce cette,tous toutes,tout toute,aucun aucune," +
  "beau belle,fou folle,mou molle,vieux vieille,doux douce,frere soeur,freres soeurs,pere mere,peres meres,homme femme,hommes femmes," +
  "monsieur madame,messieurs mesdames,copain copine,copains copines,heros heroine,roi reine,compagnon compagne,compagnons compagnes," +
  "garcon fille,garcons filles,mari femme,oncle tante,neveu niece,parrain marraine,gendre bru,fils fille"
).split(",").map((pair): Change => pair.split(" ") as unknown as Change);

/** The feminine singular of a word that a suffix abbreviates (both singular), or null when the list does not know. */
export function feminineOf(base: string, suffix: string, isLoose: boolean): string | null {
  const known = changes[suffix];
  const change = known?.strict.find(([ending]) => base.endsWith(ending)) ?? (isLoose ? known?.loose?.find(([ending]) => base.endsWith(ending)) : undefined);
  if (change) return changed(base, change);
  return known && suffix.length < 3 ? null : feminineByRepeat(base, suffix, isLoose);
}

/** "utilisateur" with "atrice": the suffix repeats the letters before its ending, so that one knows where it goes. */
function feminineByRepeat(base: string, suffix: string, isLoose: boolean): string | null {
  for (const change of repeated) {
    const [masculine, feminine] = change;
    if (!suffix.endsWith(feminine)) continue;
    const letters = suffix.slice(0, suffix.length - feminine.length);
    const isTelling = masculine === "" ? letters.length >= (isLoose ? 1 : 2) : suffix.length >= 3;
    if (isTelling && base.endsWith(letters + masculine)) return changed(base, change);
  }
  return null;
}

function changed(base: string, [masculine, feminine]: Change): string {
  return base.slice(0, base.length - masculine.length) + feminine;
}

/** Whether two whole words are masculine and feminine of each other, in whichever order and number. */
export function isPair(one: string, other: string): boolean {
  return isOrderedPair(one, other) || isOrderedPair(other, one);
}

function isOrderedPair(masculine: string, feminine: string): boolean {
  if (pairs.some(([he, she]) => he === masculine && she === feminine)) return true;
  const common = commonLength(masculine, feminine);
  if (common < 3) return false;
  const [he, she] = [masculine.slice(common), feminine.slice(common)];
  return partings.some(([ending, other]) => (he === ending && she === other) || (he === `${ending}s` && she === `${other}s`) || (he === ending && she === `${other}s` && ending.endsWith("x")));
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** Masculine plurals in -als, and nouns in -au and -eu that take an s: the exceptions that grammars list. */
const pluralsInS = new Set("banal bancal fatal final glacial natal naval festival carnaval bal regal recital chacal cal bleu pneu emeu".split(" "));

/** The plural of a masculine or feminine singular. */
export function pluralOf(singular: string): string {
  if (singular === "tout") return "tous";
  if (/[sxz]$/.test(singular)) return singular;
  if (pluralsInS.has(singular)) return `${singular}s`;
  if (/(?:eau|eu)$/.test(singular)) return `${singular}x`;
  return singular.endsWith("al") ? `${singular.slice(0, -2)}aux` : `${singular}s`;
}

/** The singulars that a masculine may be the plural of; itself when it is none. Two answers where spelling leaves both open ("surpris"). */
export function singularsOf(masculine: string): string[] {
  if (masculine === "tou" || masculine === "tous") return ["tout"];
  if (masculine.endsWith("eaux")) return [masculine.slice(0, -1)];
  if (masculine.endsWith("aux")) return [`${masculine.slice(0, -3)}al`];
  if (/[aiou]s$/.test(masculine) && masculine.length > 3) return [masculine, masculine.slice(0, -1)];
  if (masculine.endsWith("s") && masculine.length > 3) return [masculine.slice(0, -1)];
  return [masculine];
}

const blendedWords = new Map(
  Object.entries({
    iel: ["il", "elle", "iels"],
    iels: ["ils", "elles", "iel"],
    ielle: ["il", "elle"],
    ielles: ["ils", "elles"],
    ellui: ["elle", "lui"],
    elleux: ["elles", "eux"],
    cellui: ["celui", "celle"],
    celleux: ["ceux", "celles", "celui", "celle"],
    toustes: ["tous", "toutes", "tout", "toute"],
  }),
);

/** Blended words, or the ends that make others. */
export const blends: readonly string[] = [...blendedWords.keys(), "eurice", "eurices"];

/** The words that a blended one stands for: "celleux", "iels", "utilisateurices". Empty for any other word. */
export function blendedForms(term: string): string[] {
  const listed = blendedWords.get(term);
  if (listed) return listed;
  const root = /^(.{2,})eurices?$/.exec(term)?.[1];
  return root === undefined ? [] : [`${root}eur`, `${root}rice`, `${root}eurs`, `${root}rices`];
}

/** A blended word written out, in the order of usage; accents are those of French. */
const fullBlends = new Map(
  Object.entries({
    iel: ["il", "elle"],
    iels: ["ils", "elles"],
    ielle: ["il", "elle"],
    ielles: ["ils", "elles"],
    ellui: ["elle", "lui"],
    elleux: ["elles", "eux"],
    cellui: ["celui", "celle"],
    celleux: ["celles", "ceux"],
    toustes: ["tous", "toutes"],
  }),
);

/** The two words that a blended one stands for, given as written; null for any other word. */
export function fullBlend(word: string): readonly string[] | null {
  const listed = fullBlends.get(word.toLowerCase());
  if (listed) return listed;
  const [, root, plural = ""] = /^(\p{L}{3,})eurice(s?)$/u.exec(word) ?? [];
  return root === undefined ? null : [`${root}eur${plural}`, `${root}rice${plural}`];
}
