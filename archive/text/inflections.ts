/**
 * The inflected forms of a word: its other number and gender, its other persons and tenses. A stem gathers more than these ("utilisation" has that
 * of "utiliser"), and one who types a plural wants the singular before the derived words. Endings are exchanged by closed lists, in folded form; forms that no one
 * writes come along, and are not found. Verbs of the third group are left to their stems.
 *
 * Source: the paradigms of the Bescherelle (first and second group, verbs in -re) and Grevisse's plurals and feminines (§ 489-535).
 */
import { irregularForms } from "./irregularForms.ts";
import { stems } from "./stem.ts";

/** Nouns and adjectives. The endings of one line stand for one another; that of the word itself may be any of them. */
const nominal = [
  "- s", "- e s es", "e ee es ees", "- x", "al aux ale ales", "ail aux", "eau eaux elle elles", "eux euse euses", "eur eurs euse euses", "teur teurs trice trices",
  "f fs ve ves", "er ers ere eres", "en ens enne ennes", "on ons onne onnes", "el els elle elles", "et ets ete etes ette ettes", "il ils ille illes",
].map(paradigm);

const future = "a ai ait as aient ez iez ions ons ont";
const imperfect = "ais ait aient iez ions ant";

/** Verbs. Before a, o and u those in -ger keep an e. */
const verbal = [
  `er e es ons ez ent ee ees ${imperfect} a ai as ames ates erent asse asses assent ${prefixed("er", future)}`,
  `er e es eons ez ent ee ees ${prefixed("e", imperfect)} ions iez ea erent ${prefixed("er", future)}`,
  `yer ie ies ient yons yez ye yes yee yees ${prefixed("y", imperfect)} ya yerent ${prefixed("ier", future)}`,
  `ir is it i ie ies isse isses issons issez issent irent ${prefixed("iss", imperfect)} ${prefixed("ir", future)}`,
  `re s - ons ez ent u us ue ues it irent e es ${imperfect} ${prefixed("r", future)}`,
].map(paradigm);

const shortestNoun = 2;
const shortestVerb = 3;

const listed = new Map<string, string[]>();
for (const [form, base] of irregularForms) listed.set(base, [...(listed.get(base) ?? []), form]);

/**
 * The other forms of a folded word that are in use, as `isKnown` tells, and share a stem with it. None for a word that is not in plain letters, or
 * longer than any.
 */
export function inflections(term: string, isKnown: (form: string) => boolean): string[] {
  if (!/^[a-z]{3,30}$/.test(term)) return [];
  const irregular = irregularForms.get(term);
  if (irregular !== undefined) return (listed.get(irregular) ?? []).filter((form) => form !== term && isKnown(form));
  const forms = new Set<string>();
  for (const endings of nominal) exchange(term, endings, shortestNoun, forms);
  for (const endings of verbal) exchange(term, endings, shortestVerb, forms);
  forms.delete(term);
  const own = stems(term);
  return [...forms].filter((form) => isKnown(form) && stems(form).some((stem) => own.includes(stem)));
}

/** Adds what the term becomes with each ending in the place of one that it has. */
function exchange(term: string, endings: readonly string[], shortest: number, forms: Set<string>): void {
  for (const ending of endings) {
    const base = term.slice(0, term.length - ending.length);
    if (base.length < shortest || !term.endsWith(ending)) continue;
    for (const other of endings) forms.add(base + other);
  }
}

function paradigm(endings: string): string[] {
  return endings.split(" ").map((ending) => (ending === "-" ? "" : ending));
}

function prefixed(start: string, endings: string): string {
  return endings.split(" ").map((ending) => start + ending).join(" ");
}
