/**
 * Rubrics in titles: "Une lecture" is the rubric *lecture*. A known rubric is also recognised in "📚 Lecture" or "Une lecture : Cher
 * connard"; a new one is learnt only where the pattern is sure, "Un" or "Une" and one or two words.
 */
import type { Rubric } from "../model.ts";
import { fold, slugOf } from "../text/fold.ts";

const article = /^(?:une?|des|les?|la|the|an?) |^l'/;
/** What "Un" or "Une" may begin without naming a kind of article: "Un grand merci", "Une fois encore". */
const notKinds = new Set(["fois", "an", "autre", "jour", "mois", "peu", "petit", "petite", "grand", "grande", "bon", "bonne", "nouveau", "nouvelle", "nouvel", "dernier", "derniere", "premier", "premiere", "seul", "seule", "beau", "belle", "merci", "des", "de", "a"]);

export interface RubricFound {
  rubric: Rubric;
  /** Not among those known. */
  isNew: boolean;
}

/** The rubric that a section's title names, or null. */
export function rubricOf(title: string, known: readonly Rubric[]): RubricFound | null {
  const words = plainWords(title);
  const found = knownRubric(words, known) ?? knownRubric(plainWords(headOf(title)), known);
  if (found) return { rubric: found, isNew: false };
  return learnt(title, words);
}

function knownRubric(words: string, known: readonly Rubric[]): Rubric | null {
  const bare = words.replace(article, "");
  if (bare === "") return null;
  return known.find((rubric) => [fold(rubric.id.replaceAll("-", " ")), plainWords(rubric.title)].some((name) => [words, bare].includes(name) || bare === name.replace(article, ""))) ?? null;
}

function learnt(title: string, words: string): RubricFound | null {
  const match = /^une? (\S+(?: \S+)?)$/.exec(words);
  const name = match?.[1];
  if (name === undefined || name.length > 40 || name.split(" ").some((word) => notKinds.has(word)) || !/^[a-z' -]+$/.test(name)) return null;
  return { rubric: { id: slugOf(name), title: tidyTitle(title) }, isNew: true };
}

/** What stands before a colon or a dash: "Une lecture" of "Une lecture : Cher connard". */
function headOf(title: string): string {
  return title.split(/\s*[:|]\s|\s[–—-]\s/, 1)[0] ?? title;
}

/** Folded words and the spaces between them, without emoji, numbers and punctuation around. */
function plainWords(title: string): string {
  return fold(title)
    .replace(/[-_]/g, " ")
    .replace(/^[^a-z]+|[^a-z]+$/g, "")
    .replace(/\s+/g, " ");
}

/** Without emoji and punctuation around, nor all in capitals. */
function tidyTitle(title: string): string {
  const words = title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").replace(/\s+/g, " ");
  return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}
