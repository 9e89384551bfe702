/**
 * Gives the folded forms of an inclusive word the accents and capitals it is written with: "usagere" and "usager·es" make "usagères". What the
 * spelling does not show comes from the rules of grammar (Grevisse, § 489-511).
 */
import { fold } from "./fold.ts";
import type { FullForms } from "./inclusive.ts";

/** Feminines that a suffix alone does not spell, by folded masculine. */
const feminines = new Map(
  Object.entries({
    complet: "complète", incomplet: "incomplète", concret: "concrète", discret: "discrète", indiscret: "indiscrète", inquiet: "inquiète", secret: "secrète",
    replet: "replète", desuet: "désuète", prefet: "préfète", bref: "brève", sec: "sèche", frais: "fraîche", heros: "héroïne", poete: "poétesse",
    prophete: "prophétesse", abbe: "abbesse", aigu: "aiguë", ambigu: "ambiguë", contigu: "contiguë", exigu: "exiguë", malin: "maligne", benin: "bénigne",
    long: "longue", gentil: "gentille", nul: "nulle", pareil: "pareille", roux: "rousse", doux: "douce", faux: "fausse", tiers: "tierce",
  }),
);

/** `base` is the first word as written, `suffix` what is written after its mark. Null when letters and folded letters do not run along. */
export function restoreForms({ forms, isPlural }: FullForms, base: string, suffix: string): string[] | null {
  if (fold(base).length !== base.length || fold(suffix).length !== suffix.length) return null;
  const [masculine, feminine] = forms;
  const isLoud = base.length > 1 && base === base.toUpperCase() && base !== base.toLowerCase();
  const first = spelled(masculine, base, "");
  const restored = feminine === undefined ? [first] : [first, feminineOf(masculine, feminine, isPlural, base, suffix)];
  return restored.map((form) => (isLoud ? form.toUpperCase() : form));
}

function feminineOf(masculine: string, feminine: string, isPlural: boolean, base: string, suffix: string): string {
  const singular = isPlural ? masculine.replace(/[sx]$/, "") : masculine;
  const listed = feminines.get(masculine) ?? feminines.get(singular);
  if (listed !== undefined) return (isCapital(base) ? listed.charAt(0).toUpperCase() + listed.slice(1) : listed) + (isPlural ? "s" : "");
  const form = spelled(feminine, base, suffix);
  return /ers?$/.test(masculine) ? form.replace(/ere(s?)$/, "ère$1") : form;
}

/** A folded form in the letters of the base, as far as they are the same, then of the suffix. */
function spelled(form: string, base: string, suffix: string): string {
  const folded = fold(suffix);
  const ending = [suffix, `${suffix}s`].find((_, index) => suffix !== "" && form.endsWith(index === 0 ? folded : `${folded}s`)) ?? "";
  const letters = Array.from(form.slice(0, form.length - ending.length), (letter, at) => (fold(base[at] ?? "") === letter ? (base[at] ?? letter) : letter));
  return letters.join("") + ending;
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
