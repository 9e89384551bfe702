/**
 * Irregular verbs (the third group and a few others), whose forms share too little for a stemmer: "prend", "prenons" and "pris", "peut" and "pouvons". A closed list of
 * those in common use with what their prefixes make of them; folded forms. Source: the conjugation tables of the Bescherelle.
 */

const imperfect = "(?:ais|ait|ions|iez|aient|ants?|antes?)";
const future = "r(?:a|ai|as|ais|ait|ons|ez|ont|ions|iez|aient)";
const present = "(?:es?|ons|ez|ent)";

/** Prefixes, forms ({I} imperfect and present participle, {F} future and conditional, {P} present), and the stem they share. */
const verbs: [prefixes: string, forms: string, stem: string][] = [
  ["ap|com|desap|entre|me|re|sur", "prend(?:s|re|{F})?|pren(?:ons|ez|{I})|prenn(?:es?|ent)|pris(?:es?)?|prirent", "prend"],
  ["ad|com|compro|de|e|entre|o|per|pre|pro|re|reper|retrans|sou|trans", "mets?|mett(?:re|{F}|{P}|{I})|mis(?:es?)?", "mettr"],
  ["abs|appar|con|de|entre|main|ob|re|sou", "tien(?:s|t|nes?|nent|d{F})|ten(?:ir|ons|ez|ue?s?|{I})|tin(?:t|rent)", "tenir"],
  ["ad|circon|con|contre|de|inter|par|pre|pro|re|sou|sub|sur", "vien(?:s|t|nes?|nent|d{F})|ven(?:ir|ons|ez|ue?s?|{I})|vin(?:t|rent)", "venir"],
  ["contre|de|re|satis|sur", "fai(?:s|ts?|tes?|re|s(?:ons|ez|{I}))|fe{F}|fass(?:es?|ent|ions|iez)|font", "fair"],
  ["contre|inter|me|pre|re", "di(?:s|ts?|tes?|re|{F}|s(?:{P}|{I}))", "dir"],
  ["e|re", "li(?:s|re|{F}|s(?:{P}|{I}))|lue?s?", "lir"],
  ["circons|de|e|ins|pres|pros|re|ree|reins|retrans|sous|trans", "cri(?:s|ts?|tes?|re|{F}|v(?:{P}|{I}))", "crir"],
  ["con|copro|de|en|in|intro|pro|re|recon|repro|se|tra", "dui(?:s|ts?|tes?|re|{F}|s(?:{P}|{I}))", "duir"],
  ["cons|decons|ins|obs|recons", "trui(?:s|ts?|tes?|re|{F}|s(?:{P}|{I}))", "truir"],
  ["depour|entre|pour|pre|re", "voi(?:s|t|r|ent|{F})|voy(?:ons|ez|{I})|ver{F}|vue?s?", "voir"],
  ["", "peu(?:x|t|vent)|pouv(?:oirs?|ons|ez|{I})|pour{F}|puiss(?:es?|ent|ions|iez)", "pouvoir"],
  ["", "veu(?:x|t|les?|lent)|voul(?:oir|ons|ez|ue?s?|{I})|voud{F}|veuill(?:es?|ez|ent|ons)", "vouloir"],
  ["", "doi(?:s|t|ves?|vent)|dev(?:oirs?|ons|ez|ais|ait|ions|iez|aient|{F})", "devoir"],
  ["", "sai(?:s|t)|sav(?:oirs?|ez|ent|{I})|sau{F}|sach(?:{P}|ions|iez|ant)", "savoir"],
  ["aper|con|de|per|re", "coi(?:s|t|ves?|vent)|cev(?:oir|ons|ez|{F}|{I})|cue?s?", "cevoir"],
  ["pour", "sui(?:t|v(?:re|{F}|{P}|ie?s?|{I}))", "suivr"],
  ["re|sur", "vit|viv(?:re|{F}|ons|ez|ent|{I})|vecue?s?", "vivr"],
  ["", "croi(?:s|t|re|ent|{F})|croy(?:ons|ez|{I})", "croir"],
  ["me|re", "connai(?:s|t|tre|t{F}|ss(?:{P}|{I}))|connue?s?", "connaitr"],
  ["ap|com|dis|re|reap|trans", "parai(?:s|t|tre|t{F}|ss(?:{P}|{I}))|parue?s?", "paraitr"],
  ["re", "nai(?:s|t|tre|t{F}|ss(?:{P}|{I}))|nee?s?", "naitr"],
  ["ad|con|dis|en|re", "join(?:s|ts?|tes?|dre|d{F})|joign(?:{P}|{I})", "joindr"],
  ["contr|cr|pl", "ain(?:s|ts?|tes?|dre|d{F})|aign(?:{P}|{I})", "aindr"],
  ["astr|att|et|f|p|rep|restr", "ein(?:s|ts?|tes?|dre|d{F})|eign(?:{P}|{I})", "eindr"],
  ["c|dec|entr|rec|r|redec", "ouvr(?:{P}|ir|i{F}|{I})|ouvert(?:es?|s)?", "ouvrir"],
  ["s", "ouffr(?:{P}|ir|i{F}|{I})|ouffert(?:es?|s)?", "ouffrir"],
  ["", "offr(?:{P}|ir|i{F}|{I})|offert(?:es?|s)?", "offrir"],
  ["equi|pre|re", "vaut|val(?:oir|ez|ue?s?|ait|aient)|vaud{F}|vaill?(?:e|ent)", "valoir"],
  ["", "faut|fall(?:oir|u|ait)|faud{F}", "falloir"],
  ["ab|dis|re", "sou(?:s|t|dre|d{F})|solv(?:{P}|{I})|solue?s?", "soudr"],
  ["", "boi(?:t|re|ves?|vent|{F})|buv(?:ons|ez|{I})", "boir"],
  ["", "meur(?:s|t|es?|ent)|mour(?:ir|ons|ez|{I}|{F})", "mourir"],
  ["ac|con|en|re", "qu(?:er(?:ir|ons|ez|{I}|{F})|ier(?:s|t|es?|ent)|is(?:es?)?)", "querir"],
  ["a|com|de|re", "bats?|batt(?:re|{F}|{P}|ue?s?|{I})", "battr"],
  ["cor|inter", "romp(?:s|t|re|{F}|{P}|ue?s?|{I})", "rompr"],
  ["con|ex|in", "clu(?:s|t|re|ent|ons|ez|e|es|ses?|{I}|{F})", "clur"],
  ["", "vais|vas|vont|all(?:er|ons|ez|es?|{I})|i(?:{F})|aill(?:es?|ent)", "aller"],
  ["r", "en(?:voi(?:es?|ent)?s?|voy(?:er|{P}|ees?|e|{I})|ver{F})", "envoi"],
  ["pro|re", "cre(?:ee?s?|er|e{F}|{P}|{I})", "creer"],
  ["inter|re", "agi(?:r|s|t|{F}|ss(?:{P}|{I}))", "agir"],
  ["re|des", "uni(?:e?s?|r|t|{F}|ss(?:{P}|{I}))", "unir"],
  ["as|des|re", "ser(?:s|t|v(?:ir|{P}|ie?s?|i{F}|{I}))", "servir"],
  ["en|ren", "dor(?:s|t|m(?:ir|{P}|ie?s?|i{F}|{I}))", "dormir"],
];

const patterns = verbs.map(([prefixes, forms, stem]) => {
  const body = forms.replaceAll("{I}", imperfect).replaceAll("{F}", future).replaceAll("{P}", present);
  return { pattern: new RegExp(`^(${prefixes})?(?:${body})$`), stem };
});

/** All of them at once: nearly every word is told to be none by one look. */
const any = new RegExp(patterns.map(({ pattern }) => pattern.source.replaceAll(/\((?!\?)/g, "(?:")).join("|"));

/** The stem of a form of a third-group verb, its prefix before it; null for any other word. */
export function thirdGroupStem(term: string): string | null {
  if (!any.test(term)) return null;
  for (const { pattern, stem } of patterns) {
    const match = pattern.exec(term);
    if (match) return (match[1] ?? "") + stem;
  }
  return null;
}
